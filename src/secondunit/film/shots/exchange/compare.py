"""What somebody's list says otherwise than the shots that stand, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import ShotId
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.shots.exchange.listed import Listed, ListedShot, Value
from secondunit.film.shots.model import ShotSpec

LOCK_OF = {"seconds": "duration", "mood": "lighting"}
"""Field of the shot that a column fixes, where the two are not called the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of one shot.

    Args:
        field: Column.
        before: As it stands, in words.
        after: As the list says.
    """

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShotChange:
    """One shot that a list says otherwise.

    Args:
        shot: As it stands.
        row: The row of the list.
        fields: What differs.
    """

    shot: ShotSpec
    row: ListedShot
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A list beside the shots that stand.

    Args:
        changes: Shots that differ, in the order of the list.
        new: Rows of shots that do not stand, each with the shot it follows (of the same scene).
        missing: Shots of the list's scenes that it does not hold.
        same: How many rows say what stands.
        findings: Rows that fit nowhere.
    """

    changes: tuple[ShotChange, ...]
    new: tuple[tuple[ListedShot, ShotSpec], ...]
    missing: tuple[ShotSpec, ...]
    same: int
    findings: tuple[Finding, ...]


def compare_list(listed: Listed, shots: Sequence[ShotSpec], script: Screenplay) -> Comparison:
    """Match rows with shots by id, else by shot number, and compare.

    Args:
        listed: The list.
        shots: Those that stand, in order.
        script: For scene numbers.
    """
    by_id = {shot.id: shot for shot in shots}
    by_number = {shot.number.casefold(): shot for shot in shots}
    scene_of = {scene.id: scene.number for scene in script.scenes}
    last: dict[str, ShotSpec] = {}
    for shot in reversed(shots):
        last[scene_of.get(shot.scene, "").casefold()] = shot
    changes, new, findings = [], [], []
    met: set[str] = set()
    same = 0
    for row in listed.shots:
        found = by_id.get(ShotId(row.id)) or by_number.get(row.number.casefold())
        if found is None:
            before = last.get(row.scene.casefold())
            if before is None:
                findings.append(_nowhere(row))
            else:
                new.append((row, before))
            continue
        if found.id in met:
            findings.append(_twice(row, found))
            continue
        met.add(found.id)
        last[scene_of.get(found.scene, "").casefold()] = found
        fields = tuple(_differences(row, found))
        if fields:
            changes.append(ShotChange(shot=found, row=row, fields=fields))
        else:
            same += 1
    scenes = {shot.scene for shot in shots if shot.id in met}
    missing = tuple(shot for shot in shots if shot.scene in scenes and shot.id not in met)
    return Comparison(
        changes=tuple(changes),
        new=tuple(new),
        missing=missing,
        same=same,
        findings=tuple(findings),
    )


def shown(shot: ShotSpec, field: str) -> Value:
    """What stands in a field, as a list would say it."""
    if field == "lens":
        return shot.lens.focal_mm
    if field == "seconds":
        return Fraction(round(100 * shot.rate.seconds_of(shot.duration)), 100)
    if field == "mood":
        return shot.lighting.mood
    if field == "height":
        return "" if shot.height is None else shot.height
    value: Value = getattr(shot, field)
    return value


def with_row(shot: ShotSpec, row: ListedShot) -> ShotSpec:
    """The shot as a row says it; its camera is not moved yet."""
    height = None if row.frees_height else row.height or shot.height
    seconds = row.seconds
    if seconds is None or seconds == shown(shot, "seconds"):
        duration = shot.duration
    else:
        duration = shot.rate.frames_in(seconds)
    return replace(
        shot,
        framing=row.framing or shot.framing,
        size=row.size or shot.size,
        angle=row.angle or shot.angle,
        height=height,
        lens=replace(shot.lens, focal_mm=row.lens or shot.lens.focal_mm),
        move=row.move or shot.move,
        subjects=shot.subjects if row.subjects is None else row.subjects,
        action=row.action or shot.action,
        duration=duration,
        lighting=replace(shot.lighting, mood=row.mood or shot.lighting.mood),
        locks=shot.locks if row.locks is None else row.locks,
    )


def locked(change: ShotChange, made: ShotSpec) -> ShotSpec:
    """The shot with the fields that the person changed locked, where the list has no say in locks.

    No later proposal changes them.
    """
    if change.row.locks is not None:
        return made
    fields = {LOCK_OF.get(each.field, each.field): None for each in change.fields}
    return replace(made, locks=tuple(dict.fromkeys([*made.locks, *fields])))


def _differences(row: ListedShot, shot: ShotSpec) -> Iterator[FieldChange]:
    said: dict[str, Value | None] = {
        "framing": row.framing,
        "size": row.size,
        "angle": row.angle,
        "height": "" if row.frees_height else row.height,
        "lens": row.lens,
        "move": row.move,
        "subjects": row.subjects,
        "action": row.action or None,
        "seconds": row.seconds,
        "mood": row.mood,
        "locks": row.locks,
    }
    for field, after in said.items():
        before = shown(shot, field)
        if after is not None and before != after:
            yield FieldChange(field=field, before=in_words(before), after=in_words(after))


def in_words(value: Value) -> str:
    """A value as a list prints it; "-" for nothing."""
    if isinstance(value, tuple):
        return ", ".join(value) or "-"
    if isinstance(value, Fraction):
        return f"{float(value):.2f}"
    if isinstance(value, float | int):
        return f"{value:g}"
    return (value.value if isinstance(value, StrEnum) else value) or "-"


def _nowhere(row: ListedShot) -> Finding:
    said = row.number or row.id or "a row"
    return Finding(
        severity=Severity.ERROR,
        rule="shots.list-row",
        where=row.place,
        message=f"{said} is no shot that stands, and no scene of the script is named beside it",
        remedy="Give the id or number of a shot that stands, or the number of the scene in Scene.",
    )


def _twice(row: ListedShot, shot: ShotSpec) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="shots.list-row",
        where=row.place,
        message=f"shot {shot.number} stands in the list a second time",
        remedy="Give the second row another shot number and no id: it is a new shot then.",
    )
