"""Eyelines: two who look at each other look opposite ways on screen, up and down as well.

Source: design page on previs, section 5: paired singles, opposite gaze sign; the vertical
eyeline matches the heights.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from secondunit.core.finding import Finding, Severity
from secondunit.film.shots.camera.body import landmark, person_at
from secondunit.film.shots.camera.geometry import minus
from secondunit.film.shots.camera.setup import ON_AXIS
from secondunit.film.shots.continuity.moments import first_mark, is_single, subject_mark
from secondunit.film.shots.model import Figure, Mark, ShotSpec

STEEP = 12.0
"""Degrees above or below level at which a look is seen to go up or down."""


def gaze_sign(shot: ShotSpec) -> int:
    """Which way the subject of a single looks on screen: 1 right, -1 left, 0 at the camera."""
    mark = subject_mark(shot)
    target = first_mark(shot, mark.gaze) if mark is not None else None
    if mark is None or target is None:
        return 0
    way = minus(person_at(target), person_at(mark))
    back = minus(person_at(mark), shot.camera[0].eye)
    run, reach = math.hypot(way[0], way[2]), math.hypot(back[0], back[2])
    if run < 1e-6 or reach < 1e-6:
        return 0
    sine = (back[0] * way[2] - back[2] * way[0]) / (run * reach)
    return 0 if abs(sine) < ON_AXIS else 1 if sine > 0 else -1


def look_rise(shot: ShotSpec, figures: Mapping[str, Figure]) -> float:
    """Degrees by which the subject of a single looks up from level; negative looks down.

    0 when nobody is looked at, or one of the two is no figure.
    """
    mark = subject_mark(shot)
    target = first_mark(shot, mark.gaze) if mark is not None else None
    if mark is None or target is None or not {mark.figure, target.figure} <= set(figures):
        return 0.0
    own = landmark(figures[mark.figure], mark, "eye")
    other = landmark(figures[target.figure], target, "eye")
    run = math.hypot(other[0] - own[0], other[2] - own[2])
    return math.degrees(math.atan2(other[1] - own[1], max(run, 1e-6)))


def answers(first: ShotSpec, second: ShotSpec) -> tuple[Mark, Mark] | None:
    """The marks of two subjects who look at each other in two shots, or None."""
    a, b = subject_mark(first), subject_mark(second)
    if a is None or b is None or a.gaze != b.figure or b.gaze != a.figure:
        return None
    return a, b


def check_eyelines(shots: Sequence[ShotSpec], figures: Mapping[str, Figure]) -> Iterator[Finding]:
    """An error for each two singles, one cut after the other, whose looks do not meet.

    Args:
        shots: Shots of one scene in the order of the cut.
        figures: The cast by name; without it, looks up and down are not compared.
    """
    for first, second in pairwise(shots):
        if not (is_single(first) and is_single(second)):
            continue
        met = answers(first, second)
        if met is None:
            continue
        a, b = met
        left, right = gaze_sign(first), gaze_sign(second)
        if left and right and left == right:
            yield _unmet(first, second, f"{a.figure} and {b.figure} look the same way on screen")
            continue
        rises = look_rise(first, figures), look_rise(second, figures)
        if min(abs(rise) for rise in rises) > STEEP and rises[0] * rises[1] > 0:
            way = "up" if rises[0] > 0 else "down"
            yield _unmet(first, second, f"{a.figure} and {b.figure} both look {way}")


def _unmet(first: ShotSpec, second: ShotSpec, message: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="shots.eyeline",
        where=f"shots {first.number} and {second.number}",
        message=message,
        remedy="Take both from the same side of the line between them, on the same marks.",
    )
