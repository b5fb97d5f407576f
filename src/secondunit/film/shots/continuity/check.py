"""Continuity of cameras: the line, eyelines, jump cuts, cameras in walls.

Source: design page on previs, section 5, table of continuity checks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from secondunit.core.finding import Finding, Severity
from secondunit.film.shots.camera.body import facing_towards, person_at
from secondunit.film.shots.camera.geometry import minus, side_of, turn_between
from secondunit.film.shots.camera.grammar import size_steps
from secondunit.film.shots.camera.setup import ON_AXIS, Pair
from secondunit.film.shots.camera.sight import CLEARANCE, SetSight
from secondunit.film.shots.model import (
    Angle,
    Camera,
    Figure,
    Framing,
    Mark,
    SetPlan,
    ShotSpec,
    Size,
    Vector,
)

REBLOCKED = 0.5
"""Metres a figure must have moved for its lines to be drawn anew."""

JUMP_DEGREES = 30.0
JUMP_CLASSES = 2


def check_continuity(
    shots: Sequence[ShotSpec], plan: SetPlan | None = None, figures: Sequence[Figure] = ()
) -> tuple[Finding, ...]:
    """Check the shots of one scene in the order of the cut.

    Args:
        shots: The shots.
        plan: The set, to check that no camera stands in it; None to leave that out.
        figures: Not needed by the checks of today's rules; who is in the scene.

    Returns:
        An error for each crossed line, each pair of singles that look the same way, each camera
        inside what cannot be taken away; a warning for each jump cut.
    """
    del figures
    findings = [*_lines(shots), *_eyelines(shots), *_jumps(shots)]
    if plan is not None:
        findings += _collisions(shots, plan)
    return tuple(findings)


@dataclass(slots=True)
class _Line:
    """What is known of a pair's line: its side, and where the two stood."""

    side: float
    shot: str
    at: tuple[Vector, Vector]
    open: bool = field(default=False)


def axis_pairs(shot: ShotSpec) -> Iterator[tuple[Pair, Vector, Vector]]:
    """Pairs whose line a shot shows: subjects among themselves, and a single's eyeline."""
    if shot.framing in {Framing.POV, Framing.INSERT, Framing.ESTABLISHING} or shot.place:
        return
    if shot.angle is Angle.OVERHEAD:
        return
    marks = {mark.figure: mark for mark in shot.marks}
    names = [name for name in shot.subjects if name in marks]
    if len(names) == 1:
        gaze = marks[names[0]].gaze
        names += [gaze] if gaze in marks and gaze != names[0] else []
    for first, second in combinations(sorted(set(names)), 2):
        yield (first, second), person_at(marks[first]), person_at(marks[second])


def _lines(shots: Sequence[ShotSpec]) -> Iterator[Finding]:
    known: dict[Pair, _Line] = {}
    for shot in shots:
        shown = list(axis_pairs(shot))
        if not shown:
            _cut_away(shot, known)
        for pair, first, second in shown:
            start = side_of(shot.camera[0].eye, first, second)
            end = side_of(shot.camera[-1].eye, first, second)
            line = known.get(pair)
            moved = line is not None and (
                math.dist(line.at[0], first) > REBLOCKED
                or math.dist(line.at[1], second) > REBLOCKED
            )
            if line is None or moved or line.open or abs(start) < ON_AXIS:
                pass
            elif start * line.side < 0:
                yield _crossed(shot, pair, line.shot)
            known[pair] = _Line(
                side=end if abs(end) >= ON_AXIS or line is None else line.side,
                shot=shot.number,
                at=(first, second),
                open=abs(end) < ON_AXIS,
            )


def _cut_away(shot: ShotSpec, known: dict[Pair, _Line]) -> None:
    """A shot of neither of the two lets the next camera choose its side anew."""
    for pair, line in known.items():
        if not set(pair) & set(shot.subjects):
            line.open = True


def _crossed(shot: ShotSpec, pair: Pair, before: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="shots.line-crossed",
        where=f"shot {shot.number}",
        message=f"the camera crosses the line between {pair[0]} and {pair[1]} since {before}",
        remedy="Move the camera to the other side, or put a shot on the line or a cutaway between.",
    )


def _eyelines(shots: Sequence[ShotSpec]) -> Iterator[Finding]:
    """Singles of two who look at each other, one cut after the other, look opposite ways."""
    for first, second in pairwise(shots):
        if not (_is_single(first) and _is_single(second)):
            continue
        a, b = _subject(first), _subject(second)
        if a is None or b is None or a.gaze != b.figure or b.gaze != a.figure:
            continue
        left, right = gaze_sign(first), gaze_sign(second)
        if left and right and left == right:
            yield Finding(
                severity=Severity.ERROR,
                rule="shots.eyeline",
                where=f"shots {first.number} and {second.number}",
                message=f"{a.figure} and {b.figure} look the same way on screen",
                remedy="Take both from the same side of the line between them.",
            )


def gaze_sign(shot: ShotSpec) -> int:
    """Which way the subject of a single looks on screen: 1 right, -1 left, 0 at the camera."""
    mark = _subject(shot)
    target = next((m for m in shot.marks if mark is not None and m.figure == mark.gaze), None)
    if mark is None or target is None:
        return 0
    key = shot.camera[0]
    way = minus(person_at(target), person_at(mark))
    back = minus(person_at(mark), key.eye)
    run, reach = math.hypot(way[0], way[2]), math.hypot(back[0], back[2])
    if run < 1e-6 or reach < 1e-6:
        return 0
    sine = (back[0] * way[2] - back[2] * way[0]) / (run * reach)
    return 0 if abs(sine) < ON_AXIS else 1 if sine > 0 else -1


def _jumps(shots: Sequence[ShotSpec]) -> Iterator[Finding]:
    for first, second in pairwise(shots):
        if not first.subjects or not second.subjects or first.place != second.place:
            continue
        if first.subjects[0] != second.subjects[0] or Size.INSERT in {first.size, second.size}:
            continue
        turn = turn_between(azimuth(first.camera[-1]), azimuth(second.camera[0]))
        if size_steps(first.size, second.size) < JUMP_CLASSES and turn < JUMP_DEGREES:
            yield Finding(
                severity=Severity.WARNING,
                rule="shots.jump-cut",
                where=f"shots {first.number} and {second.number}",
                message=(
                    f"the cut on {first.subjects[0]} turns {turn:.0f}° and changes size by "
                    f"{size_steps(first.size, second.size)}"
                ),
                remedy="Turn at least 30°, or change the size by two classes.",
            )


def _collisions(shots: Sequence[ShotSpec], plan: SetPlan) -> Iterator[Finding]:
    sight = SetSight(plan)
    for shot in shots:
        if shot.place or shot.framing is Framing.POV:
            continue
        for key in shot.camera:
            gap = sight.fixed.clearance(key.eye)
            if gap < CLEARANCE:
                yield Finding(
                    severity=Severity.ERROR if gap == 0 else Severity.WARNING,
                    rule="shots.camera-blocked",
                    where=f"shot {shot.number}",
                    message=f"the camera stands {gap:.2f} m from a piece of the set",
                    remedy="Move the camera, or mark the piece as wild.",
                )
                break


def azimuth(key: Camera) -> float:
    """Where a camera stands as seen from what it looks at, degrees, 0 towards +z."""
    return facing_towards(key.target, key.eye)


def _is_single(shot: ShotSpec) -> bool:
    return shot.framing is Framing.SINGLE and not shot.place


def _subject(shot: ShotSpec) -> Mark | None:
    return next(
        (mark for mark in shot.marks if shot.subjects and mark.figure == shot.subjects[0]), None
    )
