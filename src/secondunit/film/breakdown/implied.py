"""What one need brings with it: proposed apart, each by a rule of the trade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.lexicon import Implied, Lexicon
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.model import SPOKEN, Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """An implied need of one scene.

    Args:
        scene: The scene.
        category: Of the implied element.
        name: Of the implied element.
        rule: Why, in words.
        because: The elements that bring it, in words.
    """

    scene: SceneId
    category: Category
    name: str
    rule: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a scene has, as the rules ask for it.

    Args:
        elements: Its explicit elements.
        kinds: Class in the lexicon of each (category, name) that has one.
        is_water_work: True when somebody swims or wades.
    """

    elements: Sequence[Element]
    kinds: Mapping[tuple[Category, str], str]
    is_water_work: bool


def implied_needs(scene: Scene, found: Found, lexicon: Lexicon) -> Iterable[Need]:
    """Every implied need of a scene that its words do not ask for already."""
    there = {(element.category, element.name) for element in found.elements}
    for rule in lexicon.implied:
        because = dict.fromkeys(_because(rule, scene, found, lexicon))
        if because and (rule.category, rule.name) not in there:
            yield Need(
                scene=scene.id,
                category=rule.category,
                name=rule.name,
                rule=rule.rule,
                because=", ".join(because),
            )


def _because(rule: Implied, scene: Scene, found: Found, lexicon: Lexicon) -> Iterator[str]:
    for when in rule.when:
        if when == "driving":
            yield from _driving(scene, lexicon)
        elif when == "water-work":
            yield from ["work in water"] if found.is_water_work else []
        elif when == "minor":
            yield from (element.name for element in found.elements if element.minor)
        else:
            category, _, kind = when.partition("/")
            for element in found.elements:
                own = found.kinds.get((element.category, element.name), "")
                if element.category == category and kind in {"", own}:
                    yield element.name


def _driving(scene: Scene, lexicon: Lexicon) -> tuple[str, ...]:
    """The road vehicle of the heading, when somebody speaks in it."""
    words = scene.heading.set.casefold().replace("-", " ").split()
    road = {"vehicles/car", "vehicles/carriage"}
    vehicles = tuple(word for word in words if lexicon.heads.get(word) in road)
    spoken = any(line.kind in SPOKEN for line in scene.lines)
    inside = scene.heading.int_ext is not None and "INT" in scene.heading.int_ext.value
    return vehicles if spoken and inside else ()
