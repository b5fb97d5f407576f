"""What one need brings with it: proposed apart, each by a rule of the trade."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.lexicon import Implied, Lexicon, phrase_pattern
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.model import (
    SPOKEN,
    IntExt,
    LineKind,
    Scene,
    Screenplay,
    TimeOfDay,
)


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


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a rule is tried on."""

    scene: Scene
    own: Sequence[Element]
    lexicon: Lexicon


def implied_needs(
    script: Screenplay, elements: Sequence[Element], lexicon: Lexicon
) -> Iterable[Need]:
    """Every implied need of every scene that its words do not ask for already."""
    by_scene: dict[SceneId, list[Element]] = {}
    for element in elements:
        by_scene.setdefault(element.scene, []).append(element)
    for scene in script.shot_scenes:
        asked = _Asked(scene, by_scene.get(scene.id, []), lexicon)
        there = {(element.category, element.name) for element in asked.own}
        for rule in lexicon.implied:
            because = tuple(dict.fromkeys(_because(rule, asked)))
            if because and (rule.category, rule.name) not in there:
                yield Need(
                    scene=scene.id,
                    category=rule.category,
                    name=rule.name,
                    rule=rule.rule,
                    because=", ".join(because),
                )


def _because(rule: Implied, asked: _Asked) -> Iterable[str]:
    """The elements or words of a scene by which a rule applies; none where it does not."""
    own = asked.own
    match rule.when:
        case "named":
            return _one_of(rule.words, own)
        case "said":
            return _said(rule.words, asked.scene)
        case "weapon":
            return (e.name for e in own if asked.lexicon.is_weapon(e.name))
        case "minor":
            return (e.name for e in own if e.minor)
        case "crowd":
            return _crowd(rule, own)
        case "car-dialogue":
            return _car_dialogue(rule.words, asked)
        case "night-exterior":
            return _night_exterior(asked.scene)
        case "wet-stunt":
            wet = set(rule.words) & set(_words(asked.scene.heading.set))
            return (e.name for e in own if wet and e.category is Category.STUNTS)
        case _:
            found = [e.name for e in own if e.category == rule.when]
            return found if len(found) >= rule.least else []


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())


def _one_of(words: Sequence[str], own: Sequence[Element]) -> list[str]:
    """Elements with one of the words in their names."""
    wanted = set(words)
    return [e.name for e in own if wanted & set(_words(e.name))]


def _said(words: Sequence[str], scene: Scene) -> list[str]:
    pattern = phrase_pattern(words)
    texts = (line.text for line in scene.lines if line.kind is LineKind.ACTION)
    return [found.group().casefold() for text in texts for found in pattern.finditer(text)]


def _crowd(rule: Implied, own: Sequence[Element]) -> list[str]:
    crowd = [e for e in own if e.category is Category.BACKGROUND]
    many = sum(e.quantity for e in crowd) >= rule.least
    return [e.name for e in crowd] if many else _one_of(rule.words, crowd)


def _car_dialogue(standing: Sequence[str], asked: _Asked) -> list[str]:
    """The vehicle of the heading, when somebody speaks in it and it does not stand."""
    heading = asked.scene.heading
    words = _words(heading.set)
    spoken = any(line.kind in SPOKEN for line in asked.scene.lines)
    inside = heading.int_ext in {IntExt.INT, IntExt.BOTH}
    if set(standing) & set(words) or not (spoken and inside):
        return []
    return [word for word in words if asked.lexicon.heads.get(word) == "vehicles"]


def _night_exterior(scene: Scene) -> list[str]:
    outside = scene.heading.int_ext in {IntExt.EXT, IntExt.BOTH}
    return [scene.heading.set] if outside and scene.heading.time_of_day is TimeOfDay.NIGHT else []
