"""What one need brings with it: proposed apart, each by a rule of the trade."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.model import SPOKEN, Scene, Screenplay

FIRE = frozenset({"fire", "flame", "blaze", "explosion", "catches fire", "bursts into flames"})
RAIN = frozenset({"rain", "storm", "pours down"})


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


def implied_needs(
    script: Screenplay, elements: Sequence[Element], lexicon: Lexicon
) -> Iterable[Need]:
    """Every implied need of every scene that its words do not ask for already."""
    for scene in script.shot_scenes:
        own = [element for element in elements if element.scene == scene.id]
        there = {(element.category, element.name) for element in own}
        for rule in lexicon.implied:
            because = _because(rule.when, scene, own, lexicon)
            if because and (rule.category, rule.name) not in there:
                yield Need(
                    scene=scene.id,
                    category=rule.category,
                    name=rule.name,
                    rule=rule.rule,
                    because=", ".join(because),
                )


def _because(when: str, scene: Scene, own: Sequence[Element], lexicon: Lexicon) -> tuple[str, ...]:
    match when:
        case "weapons":
            names = (e.name for e in own if e.name in lexicon.weapons)
        case "minor":
            names = (e.name for e in own if e.minor)
        case "fire":
            names = (e.name for e in own if e.name in FIRE)
        case "rain":
            names = (e.name for e in own if e.name in RAIN)
        case "blood":
            names = (e.name for e in own if e.name in {"blood", "wound"})
        case "driving":
            return _driving(scene, lexicon)
        case _:
            names = (e.name for e in own if e.category == when)
    return tuple(dict.fromkeys(names))


def _driving(scene: Scene, lexicon: Lexicon) -> tuple[str, ...]:
    """The vehicle of the heading, when somebody speaks in it."""
    words = scene.heading.set.casefold().replace("-", " ").split()
    vehicles = tuple(word for word in words if lexicon.heads.get(word) is Category.VEHICLES)
    spoken = any(line.kind in SPOKEN for line in scene.lines)
    inside = scene.heading.int_ext is not None and "INT" in scene.heading.int_ext.value
    return vehicles if spoken and inside else ()
