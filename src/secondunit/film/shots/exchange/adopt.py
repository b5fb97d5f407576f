"""From somebody's list to shots: amended ones with their cameras, and new ones of theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondunit.core.evidence import from_person
from secondunit.core.finding import Finding, Severity, blocking
from secondunit.core.ids import ItemId, ShotId, stable_id
from secondunit.core.proposal import Item
from secondunit.film.shots.board import set_of_shot
from secondunit.film.shots.camera.sight import SetSight
from secondunit.film.shots.continuity.check import check_continuity
from secondunit.film.shots.exchange.compare import Comparison, locked, with_row
from secondunit.film.shots.exchange.listed import ListedShot
from secondunit.film.shots.exchange.reframe import Stand, asks_for_camera, reframe
from secondunit.film.shots.feasible import check_spec
from secondunit.film.shots.model import Framing, Move, SetPlan, ShotSpec, Size
from secondunit.film.shots.spec import shot_label
from secondunit.film.shots.stage_plan import StagePlan
from secondunit.film.shots.tables import ShotTables

LEAST_SUBJECTS = {
    Framing.SINGLE: 1,
    Framing.TWO_SHOT: 2,
    Framing.OVER_SHOULDER: 2,
    Framing.GROUP: 2,
}
"""How many a framing is built on, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedList:
    """What a list comes to.

    Args:
        amended: Shots before and after.
        added: Shots that are new.
        findings: What cannot be made, by field, and what would not cut together.
    """

    amended: tuple[tuple[ShotSpec, ShotSpec], ...]
    added: tuple[ShotSpec, ...]
    findings: tuple[Finding, ...]


def adopt_list(
    compared: Comparison, shots: Sequence[ShotSpec], stage: StagePlan, tables: ShotTables
) -> AdoptedList:
    """Make shots of what a list says otherwise; cameras are solved again where it moves them.

    Args:
        compared: The list beside the shots that stand.
        shots: Those that stand, in order.
        stage: Sets and figures.
        tables: The kit.

    Raises:
        InputError: A shot's scene has no set.
    """
    room = _Room(stage, tables)
    amended, added = [], []
    for change in compared.changes:
        wanted = with_row(change.shot, change.row)
        absent = _absent(wanted, change.row)
        room.findings += absent
        if not absent:
            scene = [shot for shot in shots if shot.scene == wanted.scene]
            made = room.made(change.shot, wanted, scene)
            amended.append((change.shot, locked(change, made)))
    for row, after in compared.new:
        wanted = _new(row, after)
        absent = _absent(wanted, row)
        room.findings += absent
        if not absent:
            scene = _with(after, wanted, [shot for shot in shots if shot.scene == wanted.scene])
            added.append(room.made(after, wanted, scene))
    room.findings += _continuity(shots, amended, added, room)
    return AdoptedList(amended=tuple(amended), added=tuple(added), findings=tuple(room.findings))


def added_item(shot: ShotSpec, by: str, reason: str) -> Item[ShotSpec]:
    """A shot that a person put there, as an item; the person's word is its evidence."""
    return Item(
        id=ItemId(shot.id),
        label=shot_label(shot),
        fact=shot,
        evidence=(from_person(by, reason),),
    )


class _Room:
    """Sets, cast and kit, and what was found on the way."""

    def __init__(self, stage: StagePlan, tables: ShotTables) -> None:
        self._stage, self._tables = stage, tables
        self._sights: dict[str, SetSight] = {}
        self.findings: list[Finding] = []

    def plan(self, shot: ShotSpec) -> SetPlan:
        """The set a shot plays in."""
        return set_of_shot(shot, self._stage.sets, self._stage.set_of)

    def made(self, before: ShotSpec, wanted: ShotSpec, scene: Sequence[ShotSpec]) -> ShotSpec:
        """A shot with its camera, checked."""
        plan = self.plan(wanted)
        sight = self._sights.setdefault(f"{plan.name} {plan.interior}", SetSight(plan))
        stand = Stand(
            plan=plan, figures=self._stage.figures, lenses=self._tables.lenses, sight=sight
        )
        made = wanted
        if before.id != wanted.id or asks_for_camera(before, wanted):
            made = reframe(wanted, scene, stand)
            self._say_less(wanted, made)
        self.findings += check_spec(made, plan, self._stage.figures, self._tables, sight)
        return made

    def _say_less(self, wanted: ShotSpec, made: ShotSpec) -> None:
        for field in ("framing", "move"):
            before, after = getattr(wanted, field), getattr(made, field)
            if before is not after:
                self.findings.append(
                    Finding(
                        severity=Severity.ERROR,
                        rule="shots.list-unmade",
                        where=f"shot {wanted.number}, {field}",
                        message=f"no camera in this set makes the {before.value}",
                        remedy=f"Ask for {after.value}, or for another size or lens.",
                    )
                )


def _continuity(
    shots: Sequence[ShotSpec],
    amended: Sequence[tuple[ShotSpec, ShotSpec]],
    added: Sequence[ShotSpec],
    room: _Room,
) -> Iterator[Finding]:
    """What the new cuts would break: faults of the scenes touched that were not there before."""
    after = {before.id: made for before, made in amended}
    for scene in dict.fromkeys([s.scene for s in (*after.values(), *added)]):
        old = [shot for shot in shots if shot.scene == scene]
        new = [after.get(shot.id, shot) for shot in old]
        for each in added:
            if each.scene == scene:
                new = _with(_before(each, new), each, new)
        figures, plan = (), room.plan(new[0])
        known = set(check_continuity(old, plan, figures))
        yield from (f for f in check_continuity(new, plan, figures) if f not in known)


def _before(each: ShotSpec, shots: Sequence[ShotSpec]) -> ShotSpec:
    """The last shot that covers the line an added shot begins with."""
    found = [shot for shot in shots if set(shot.covers) & set(each.covers)]
    return found[-1] if found else shots[-1]


def _with(after: ShotSpec, shot: ShotSpec, scene: Sequence[ShotSpec]) -> list[ShotSpec]:
    at = next((n for n, each in enumerate(scene) if each.id == after.id), len(scene) - 1)
    return [*scene[: at + 1], shot, *scene[at + 1 :]]


def _new(row: ListedShot, after: ShotSpec) -> ShotSpec:
    """A shot that only the list has: on the lines and marks of the one it follows."""
    subjects = row.subjects
    if subjects is None:
        subjects = after.subjects
    framing = row.framing or _framing(row.size, subjects)
    blank = replace(
        after,
        id=ShotId(stable_id("shot", after.scene, "own", row.number, row.place)),
        number=row.number or f"{after.number}+",
        framing=framing,
        size=row.size or after.size,
        move=Move.STATIC,
        height=None,
        action=row.action or after.action,
        spans=(),
        dialogue="" if row.action else after.dialogue,
        speaker="" if row.action else after.speaker,
        locks=(),
    )
    return with_row(blank, replace(row, framing=framing))


def _framing(size: Size | None, subjects: tuple[str, ...]) -> Framing:
    if size is Size.INSERT:
        return Framing.INSERT
    if not subjects:
        return Framing.ESTABLISHING
    return (Framing.SINGLE, Framing.TWO_SHOT, Framing.GROUP)[min(len(subjects), 3) - 1]


def _absent(shot: ShotSpec, row: ListedShot) -> list[Finding]:
    """Subjects who are not there, or too few of them for the framing."""
    here = {mark.figure for mark in shot.marks}
    least = LEAST_SUBJECTS.get(shot.framing, 0)
    if len(shot.subjects) < least:
        return [
            Finding(
                severity=Severity.ERROR,
                rule="shots.list-subject",
                where=f"{row.place}, column framing",
                message=f"a {shot.framing.value} frames at least {least}, not {len(shot.subjects)}",
                remedy="Name them in Subjects, or ask for another framing.",
            )
        ]
    return [
        Finding(
            severity=Severity.ERROR,
            rule="shots.list-subject",
            where=f"{row.place}, column subjects",
            message=f"{name} is not in the set in shot {shot.number}",
            remedy=f"In this shot are: {', '.join(sorted(here)) or 'nobody'}.",
        )
        for name in shot.subjects
        if name not in here
    ]


def is_sound(adopted: AdoptedList) -> bool:
    """True when nothing of it is impossible."""
    return not blocking(adopted.findings)
