"""Cuts that jump, and reverses that do not match.

Source: design page on previs, section 5: 30 degrees or two sizes between shots of the same
subject; matched reverses share focal length within 10 %, size, and their angle to the eyeline
within 10 degrees.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from secondunit.core.finding import Finding, Severity
from secondunit.film.shots.camera.body import facing_towards, person_at
from secondunit.film.shots.camera.geometry import turn_between
from secondunit.film.shots.camera.grammar import size_steps
from secondunit.film.shots.continuity.eyelines import answers
from secondunit.film.shots.model import Camera, Framing, Mark, ShotSpec, Size

JUMP_DEGREES = 30.0
JUMP_CLASSES = 2

FOCAL_SHARE = 0.10
"""Share by which the focal lengths of matched reverses may differ."""

EYELINE_DEGREES = 10.0
"""Degrees by which their angles to the line between the two may differ."""

REVERSES = frozenset({Framing.SINGLE, Framing.OVER_SHOULDER})


def azimuth(key: Camera) -> float:
    """Where a camera stands as seen from what it looks at, degrees, 0 towards +z."""
    return facing_towards(key.target, key.eye)


def check_jumps(shots: Sequence[ShotSpec]) -> Iterator[Finding]:
    """A warning for each cut on the same subject that changes neither angle nor size enough.

    Args:
        shots: Shots of one scene in the order of the cut.
    """
    for first, second in pairwise(shots):
        if not first.subjects or not second.subjects or first.place != second.place:
            continue
        if not _is_same(first, second) or Size.INSERT in {first.size, second.size}:
            continue
        turn = turn_between(azimuth(first.camera[-1]), azimuth(second.camera[0]))
        steps = size_steps(first.size, second.size)
        if steps < JUMP_CLASSES and turn < JUMP_DEGREES:
            yield Finding(
                severity=Severity.WARNING,
                rule="shots.jump-cut",
                where=f"shots {first.number} and {second.number}",
                message=(
                    f"the cut on {first.subjects[0]} turns {turn:.0f}° and changes size by {steps}"
                ),
                remedy="Turn at least 30°, or change the size by two classes.",
            )


def _is_same(first: ShotSpec, second: ShotSpec) -> bool:
    """The same main subject, or the same people in another order in frames that hold them all."""
    if first.subjects[0] == second.subjects[0]:
        return True
    shared = {first.framing, second.framing} <= {Framing.TWO_SHOT, Framing.GROUP}
    return shared and set(first.subjects) == set(second.subjects)


def check_reverses(shots: Sequence[ShotSpec]) -> Iterator[Finding]:
    """A note for each reverse that does not match the shot it answers, and in what.

    A note only: it may be meant. A reverse one size tighter or wider marks a turn of the scene and
    is matched by nothing.

    Args:
        shots: Shots of one scene in the order of the cut.
    """
    for first, second in pairwise(shots):
        if first.framing is not second.framing or first.framing not in REVERSES:
            continue
        met = answers(first, second)
        if met is None or first.place or second.place:
            continue
        unlike = list(_unlike(first, second, met))
        if unlike:
            yield Finding(
                severity=Severity.NOTE,
                rule="shots.reverse-unmatched",
                where=f"shots {first.number} and {second.number}",
                message=f"the reverse on {met[1].figure} differs: {', '.join(unlike)}",
                remedy="Match lens, size and angle, unless the difference is meant.",
            )


def _unlike(first: ShotSpec, second: ShotSpec, met: tuple[Mark, Mark]) -> Iterator[str]:
    steps = size_steps(first.size, second.size)
    if steps > 1:
        yield f"{first.size.value} against {second.size.value}"
    if steps:
        return
    focals = first.camera[-1].focal_mm, second.camera[0].focal_mm
    if abs(focals[0] - focals[1]) > FOCAL_SHARE * max(focals):
        yield f"{focals[0]:g} against {focals[1]:g} mm"
    angles = (
        _off_line(first.camera[-1], *met),
        _off_line(second.camera[0], met[1], met[0]),
    )
    if abs(angles[0] - angles[1]) > EYELINE_DEGREES:
        yield f"{angles[0]:.0f}° against {angles[1]:.0f}° off the eyeline"


def _off_line(key: Camera, seen: Mark, other: Mark) -> float:
    """Degrees between a camera and the look of whom it sees, at the face."""
    face = person_at(seen)
    look = facing_towards(face, person_at(other))
    if math.dist(face, key.eye) < 1e-6:
        return 0.0
    return turn_between(facing_towards(face, key.eye), look)
