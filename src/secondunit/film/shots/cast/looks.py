"""Propose what characters wear on each story day, from the wardrobe of the breakdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from secondunit.core.evidence import ScriptSpan
from secondunit.core.ids import SceneId
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.model import Line, LineKind, Scene, Screenplay
from secondunit.film.shots.cast.changes import Change, change_at, changes_told
from secondunit.film.shots.cast.look_table import LookTable
from secondunit.film.shots.cast.roles import name_pattern
from secondunit.film.shots.cast.story_days import story_days
from secondunit.film.shots.cast.wearing import Worn, daily_looks
from secondunit.film.shots.model import Figure, Garment, Look, Region, Texture

NEAR = 24
"""Characters around an injury, in its sentence, in which words for where it is are looked for."""

_TOLD = frozenset({LineKind.ACTION, LineKind.GENERAL, LineKind.SHOT})


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
    found: list[Worn] = []
    for scene in script.shot_scenes:
        for element in asked.get(scene.id, []):
            found += _worn(scene, element, days[scene.id], patterns, table)
        found += _changes(scene, days[scene.id], patterns, table)
    return _in_order(script, found)


def with_looks(
    figures: Sequence[Figure], worn: Sequence[Worn], table: LookTable, days: Mapping[SceneId, int]
) -> tuple[Figure, ...]:
    """The figures with their looks: the production's own, then those of days with wardrobe.

    Args:
        figures: The cast.
        worn: What the script says.
        table: The production's own looks.
        days: Story day of each scene, in script order.
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
        looks = looks + list(daily_looks(figure, by_name.get(figure.name, []), taken, days))
        dressed.append(replace(figure, looks=tuple(looks)) if looks else figure)
    return tuple(dressed)


def _worn(
    scene: Scene,
    element: Element,
    day: int,
    patterns: Mapping[str, re.Pattern[str]],
    table: LookTable,
) -> Iterator[Worn]:
    words = re.compile(rf"\b{re.escape(element.name)}(?:e?s)?\b", re.I)
    for line in scene.lines:
        if line.kind not in _TOLD:
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
                key = _longest(element.name.casefold(), table.garments)
                doing = change_at(line.text, found.start(), found.end(), table)
                if garments:
                    yield Worn(
                        figure=who, day=day, span=span, garments=garments, word=key,
                        off=doing is Change.OFF, during=doing is not Change.NONE,
                    )  # fmt: skip
            elif injury := _injury(element.name, line.text, found, table):
                yield Worn(figure=who, day=day, span=span, injury=injury)


def _changes(
    scene: Scene, day: int, patterns: Mapping[str, re.Pattern[str]], table: LookTable
) -> Iterator[Worn]:
    """What is put on or taken off, by its bare word: the coat is the one that was named before."""
    for line in scene.lines:
        if line.kind not in _TOLD:
            continue
        for found, word, change in changes_told(line.text, table):
            if who := _wearer(line.text, found.start(), patterns):
                span = ScriptSpan(
                    scene=scene.id, line=line.id, start=found.start(), end=found.end(),
                    quote=found.group(0),
                )  # fmt: skip
                off = change is Change.OFF
                yield Worn(figure=who, day=day, span=span, word=word, off=off, during=True)


def _in_order(script: Screenplay, found: Sequence[Worn]) -> tuple[Worn, ...]:
    """What the script says, as it says it; what is known of a garment stands before its word."""
    lines = [line.id for scene in script.shot_scenes for line in scene.lines]
    place = {line: number for number, line in enumerate(lines)}
    return tuple(sorted(found, key=lambda each: (place[each.span.line], not each.garments)))


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
    if not key or _of_a_thing(text, found.end(), table):
        return None
    before = text[max(0, found.start() - NEAR) : found.start()].rpartition(". ")[2]
    after = text[found.end() : found.end() + NEAR].partition(". ")[0]
    around = f"{before}{found.group(0)}{after}".casefold()
    for word in re.findall(r"[a-z]+", around):
        region = table.regions.get(word) or table.regions.get(word.removesuffix("s"))
        if region is not None:
            return region
    return table.injuries[key]


def _of_a_thing(text: str, end: int, table: LookTable) -> bool:
    """True when the word describes what comes right after it: a battered camper is no person."""
    after = re.match(r" ([a-z]{3,})\b", text[end:])
    if after is None or after[1] in table.joining:
        return False
    return not {after[1], after[1].removesuffix("s")} & set(table.regions)


def _longest(name: str, words: Mapping[str, object]) -> str:
    """The longest word of a table that ends a name."""
    fitting = [word for word in words if name == word or name.endswith(f" {word}")]
    return max(fitting, key=len, default="")
