"""What a plan file or a tagged script of another program says of our script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from secondunit.core.finding import Finding, Severity
from secondunit.film.breakdown.categories import CategoryTable
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.breakdown.tagged import read_tags
from secondunit.film.schedule.exchange.model import CAST, PlanFile, PlanSheet
from secondunit.film.screenplay.model import Scene, Screenplay

_HEADING_NUMBERS = range(7)
"""Universal numbers of what our own reading of the headings says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """What was taken from a file.

    Args:
        elements: Elements of our scenes, as the file has them.
        findings: What does not fit, named.
    """

    elements: tuple[Element, ...]
    findings: tuple[Finding, ...]


def adopt_elements(plan: PlanFile, script: Screenplay, table: CategoryTable) -> Adopted:
    """Take the elements of a plan file into the scenes of the same numbers.

    Sheets of scenes in parts (``89PT1``) belong to scene 89. A category of the other program's own
    becomes miscellaneous. Sets, INT/EXT and the like are read from our own headings.

    Args:
        plan: The file.
        script: The draft in force.
        table: How others know our categories.
    """
    scenes = {scene.number.upper(): scene for scene in script.shot_scenes}
    numbers = {each.key: each for each in plan.categories}
    elements = {each.key: each for each in plan.elements}
    findings: list[Finding] = []
    taken: dict[Element, None] = {}
    foreign: dict[str, int] = {}
    for sheet in plan.sheets:
        if sheet.is_banner:
            continue
        scene = _scene(sheet, scenes)
        if scene is None:
            findings.append(_no_scene(sheet))
            continue
        for key in sheet.elements:
            element = elements.get(key)
            category = numbers.get(element.category) if element else None
            if element is None or category is None:
                findings.append(_dangling(sheet, key))
                continue
            if category.number in _HEADING_NUMBERS:
                continue
            ours = table.of_number(category.number)
            if ours is None:
                foreign[category.name] = foreign.get(category.name, 0) + 1
            name = element.name.upper() if category.number == CAST else element.name
            taken[Element(scene=scene.id, category=ours or Category.MISCELLANEOUS, name=name)] = (
                None
            )
    findings += _missing_sheets(plan.sheets, scenes)
    findings += [_foreign(name, count) for name, count in foreign.items()]
    return Adopted(elements=tuple(taken), findings=tuple(findings))


def adopt_tags(tagged: Screenplay, script: Screenplay, table: CategoryTable) -> Adopted:
    """Take the tags of a script file into the scenes of the same numbers.

    Args:
        tagged: The file as read, which may be another draft than ours.
        script: The draft in force.
        table: How others know our categories.
    """
    scenes = {scene.number.upper(): scene for scene in script.shot_scenes}
    theirs = {scene.id: scene.number for scene in tagged.shot_scenes}
    taken: dict[Element, None] = {}
    lost: dict[str, int] = {}
    for each in read_tags(tagged, table):
        number = theirs[each.element.scene]
        scene = scenes.get(number.upper())
        if scene is None:
            lost[number] = lost.get(number, 0) + 1
        else:
            taken[replace(each.element, scene=scene.id)] = None
    findings = tuple(_no_scene(PlanSheet(key="", scene=number)) for number in lost)
    return Adopted(elements=tuple(taken), findings=findings)


def _scene(sheet: PlanSheet, scenes: dict[str, Scene]) -> Scene | None:
    number = sheet.scene.strip().upper()
    return scenes.get(number) or scenes.get(number.partition("PT")[0].strip())


def _missing_sheets(sheets: Iterable[PlanSheet], scenes: dict[str, Scene]) -> Iterator[Finding]:
    there = {scene.id for sheet in sheets if (scene := _scene(sheet, scenes)) is not None}
    missing = [scene.number for scene in scenes.values() if scene.id not in there]
    if missing:
        yield Finding(
            severity=Severity.WARNING,
            rule="plan.scene-without-sheet",
            where=f"scene {', '.join(missing[:12])}{' ...' if len(missing) > 12 else ''}",
            message=f"{len(missing)} scenes of the script have no sheet in the file",
            remedy="Compare the draft in the file with the draft in force.",
        )


def _no_scene(sheet: PlanSheet) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="plan.unknown-scene",
        where=f"sheet of scene {sheet.scene}",
        message="the draft in force has no scene of that number; its elements were left out",
        remedy="Number the scenes alike, or read the draft that the file was made from.",
    )


def _dangling(sheet: PlanSheet, key: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="plan.dangling-element",
        where=f"sheet of scene {sheet.scene}",
        message=f"names element {key}, which the file does not hold with a category",
        remedy="Export the file again from the program that made it.",
    )


def _foreign(name: str, count: int) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        rule="plan.own-category",
        where=f"category “{name}”",
        message=f"is the other program's own; its {count} elements are listed as miscellaneous",
        remedy="Amend their category where one of ours fits.",
    )
