"""Propose what characters wear on each story day, from the wardrobe of the breakdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from secondunit.core.evidence import ScriptSpan
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.model import Line, LineKind, Scene, Screenplay
from secondunit.film.shots.cast.look_table import LookTable
from secondunit.film.shots.cast.roles import name_pattern
from secondunit.film.shots.cast.story_days import story_days
from secondunit.film.shots.model import Figure, Garment, Look, Mark, Region, Texture
from secondunit.film.shots.tables import Colour

NEAR = 24
"""Characters around an injury in which the words for where it is are looked for."""

SHOE: Colour = (74, 66, 62)
"""Of shoes nobody speaks of, sRGB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worn:
    """What the script says somebody wears, or where they are hurt.

    Args:
        figure: Who.
        day: Story day.
        span: The words.
        garments: One for each region it covers; empty for an injury.
        injury: Where it hurts, or None.
    """

    figure: str
    day: int
    span: ScriptSpan
    garments: tuple[Garment, ...] = ()
    injury: Region | None = None


def read_worn(
    script: Screenplay, elements: Sequence[Element], names: Sequence[str], table: LookTable
) -> tuple[Worn, ...]:
    """Everything the breakdown's wardrobe and make-up say about known characters.

    Who wears it is the last character named before it in its sentence, else in its paragraph. What
    nobody can be found for is passed over: nothing is guessed from scenes.

    Args:
        script: The screenplay.
        elements: The breakdown.
        names: Characters.
        table: Words.
    """
    days = story_days(script)
    asked: dict[str, list[Element]] = {}
    for element in elements:
        if element.category in {Category.WARDROBE, Category.MAKEUP_HAIR} and not element.implied:
            asked.setdefault(element.scene, []).append(element)
    patterns = {name: re.compile(name_pattern(name)) for name in names}
    return tuple(
        worn
        for scene in script.shot_scenes
        for element in asked.get(scene.id, [])
        for worn in _worn(scene, element, days[scene.id], patterns, table)
    )


def with_looks(
    figures: Sequence[Figure], worn: Sequence[Worn], table: LookTable
) -> tuple[Figure, ...]:
    """The figures with their looks: the production's own, then one for each day with wardrobe.

    A look keeps the figure's own colours where the script says nothing, so that it stays told
    apart. Injuries stay on the days after: a person says when they have healed.

    Args:
        figures: The cast.
        worn: What the script says.
        table: The production's own looks.
    """
    own: dict[str, list[Look]] = {}
    for given in table.looks:
        own.setdefault(given.character.casefold(), []).append(given.look())
    by_name: dict[str, list[Worn]] = {}
    for each in worn:
        by_name.setdefault(each.figure, []).append(each)
    dressed = []
    for figure in figures:
        looks = own.get(figure.name.casefold(), [])
        taken = {day for look in looks for day in look.days}
        looks = looks + list(_daily(figure, by_name.get(figure.name, []), taken))
        dressed.append(replace(figure, looks=tuple(looks)) if looks else figure)
    return tuple(dressed)


def look_on(figure: Figure, day: int) -> str:
    """Name of the look a figure wears on a story day; "" for its own."""
    for look in figure.looks:
        if day in look.days:
            return look.name
    return next((look.name for look in figure.looks if not look.days), "")


def dressed_marks(
    marks: Sequence[Mark], figures: Mapping[str, Figure], day: int
) -> tuple[Mark, ...]:
    """The marks with the look of a story day, where none was chosen.

    Args:
        marks: Where everybody is.
        figures: By name.
        day: Story day of the scene.
    """
    return tuple(
        replace(mark, look=look_on(figures[mark.figure], day))
        if not mark.look and mark.figure in figures
        else mark
        for mark in marks
    )


def _daily(figure: Figure, worn: Sequence[Worn], taken: set[int]) -> Iterator[Look]:
    days = sorted({each.day for each in worn})
    hurt: dict[Region, None] = {}
    for place, day in enumerate(days):
        today = [each for each in worn if each.day == day]
        hurt.update({each.injury: None for each in today if each.injury is not None})
        garments = tuple(garment for each in today for garment in each.garments)
        later = days[place + 1] if place + 1 < len(days) else day + 1
        through = range(day, later) if hurt and day else range(day, day + 1)
        free = tuple(each for each in through if each not in taken)
        if free and (garments or hurt):
            yield Look(
                name=f"day {day}",
                days=free,
                garments=(*_own_clothes(figure), *garments) if garments else (),
                injuries=tuple(hurt),
            )


def _own_clothes(figure: Figure) -> tuple[Garment, ...]:
    """What a figure wears when the script says nothing, as garments."""
    own = (
        (Region.TORSO, figure.colour),
        (Region.ARMS, figure.colour),
        (Region.LEGS, figure.accent),
        (Region.FEET, SHOE),
    )
    return tuple(Garment(region=region, colour=colour) for region, colour in own)


def _worn(
    scene: Scene,
    element: Element,
    day: int,
    patterns: Mapping[str, re.Pattern[str]],
    table: LookTable,
) -> Iterator[Worn]:
    words = re.compile(rf"\b{re.escape(element.name)}(?:e?s)?\b", re.I)
    for line in scene.lines:
        if line.kind not in {LineKind.ACTION, LineKind.GENERAL, LineKind.SHOT}:
            continue
        for found in words.finditer(line.text):
            who = _wearer(line.text, found.start(), patterns)
            if not who:
                continue
            span = ScriptSpan(
                scene=scene.id, line=line.id, start=found.start(), end=found.end(),
                quote=found.group(0),
            )  # fmt: skip
            if element.category is Category.WARDROBE:
                garments = _garments(element.name, line, found.start(), table)
                if garments:
                    yield Worn(figure=who, day=day, span=span, garments=garments)
            elif injury := _injury(element.name, line.text, found, table):
                yield Worn(figure=who, day=day, span=span, injury=injury)


def _wearer(text: str, place: int, patterns: Mapping[str, re.Pattern[str]]) -> str:
    """The last character named before a place: in its sentence, else in its paragraph."""
    start = max(text.rfind(mark, 0, place) for mark in (". ", "! ", "? ")) + 1
    for low in (start, 0):
        spots = [
            (found.end(), name)
            for name, pattern in patterns.items()
            for found in pattern.finditer(text, low, place)
        ]
        if spots:
            return max(spots)[1]
    return ""


def _garments(
    name: str, line: Line, place: int, table: LookTable
) -> tuple[Garment, ...]:  # fmt: skip
    """The garment with the colour and the pattern that the words before it give."""
    key = _longest(name.casefold(), table.garments)
    if not key:
        return ()
    before = " ".join(re.findall(r"[\w’'-]+", line.text[max(0, place - 40) : place])[-3:])
    said = f"{_clause(before)} {name}".casefold()
    colour = next((table.colours[word] for word in reversed(re.findall(r"[\w-]+", said))
                   if word in table.colours), table.usual.get(key))  # fmt: skip
    texture = next((table.textures[word] for word in table.textures
                    if re.search(rf"\b{re.escape(word)}\b", said)), Texture.PLAIN)  # fmt: skip
    if colour is None and texture is Texture.PLAIN:
        return ()  # a shirt of no colour is the one the figure has on
    return tuple(
        Garment(region=region, colour=colour or (188, 182, 170), texture=texture)
        for region in table.garments[key]
    )


def _clause(words: str) -> str:
    """The words since the last “and”, “with” or “of”: a red hat and a coat is no red coat."""
    return re.split(r"\b(?:and|with|of|her|his|over|under)\b", words)[-1]


def _injury(
    name: str, text: str, found: re.Match[str], table: LookTable
) -> Region | None:  # fmt: skip
    key = _longest(name.casefold(), table.injuries)
    if not key:
        return None
    around = text[max(0, found.start() - NEAR) : found.end() + NEAR].casefold()
    for word in re.findall(r"[a-z]+", around):
        region = table.regions.get(word) or table.regions.get(word.removesuffix("s"))
        if region is not None:
            return region
    return table.injuries[key]


def _longest(name: str, words: Mapping[str, object]) -> str:
    """The longest word of a table that ends a name."""
    fitting = [word for word in words if name == word or name.endswith(f" {word}")]
    return max(fitting, key=len, default="")
