"""Nobody and nothing in the same place: cameras on their way through the set, bodies in bodies.

What a single key or mark may not be is checked with the spec, by `secondunit.film.shots.feasible`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import combinations

from secondunit.core.finding import Finding, Severity
from secondunit.film.shots.camera.path import mark_at
from secondunit.film.shots.camera.sight import CLEARANCE, SetSight
from secondunit.film.shots.continuity.moments import eyes_of
from secondunit.film.shots.model import Framing, Pose, SetPlan, ShotSpec

BODY = 0.3
"""Least distance between two people on their feet, metres."""

UPRIGHT = frozenset({Pose.STAND, Pose.WALK, Pose.RUN, Pose.POINT, Pose.HOLD, Pose.PHONE})


def check_space(shots: Sequence[ShotSpec], plan: SetPlan | None) -> Iterator[Finding]:
    """Errors for cameras inside fixed solids, warnings for what is too near to be.

    Args:
        shots: Shots of one scene.
        plan: Its set; None checks people against each other only.
    """
    sight = SetSight(plan) if plan is not None else None
    for shot in shots:
        if shot.place:
            continue
        yield from _bodies(shot)
        if sight is not None and shot.framing is not Framing.POV:
            yield from _camera(shot, sight)


def _camera(shot: ShotSpec, sight: SetSight) -> Iterator[Finding]:
    gap = min(sight.fixed.clearance(eye) for eye in eyes_of(shot))
    if gap < CLEARANCE:
        yield Finding(
            severity=Severity.ERROR if gap == 0 else Severity.WARNING,
            rule="shots.camera-blocked",
            where=f"shot {shot.number}",
            message=f"the camera comes within {gap:.2f} m of a piece of the set",
            remedy="Move the camera, or mark the piece as wild.",
        )


def _bodies(shot: ShotSpec) -> Iterator[Finding]:
    for moment in ("first", "last"):
        marks = shot.marks if moment == "first" else tuple(mark_at(m, 1.0) for m in shot.marks)
        for a, b in combinations([mark for mark in marks if mark.pose in UPRIGHT], 2):
            if math.dist(a.at, b.at) < BODY:
                yield Finding(
                    severity=Severity.WARNING,
                    rule="shots.bodies-overlap",
                    where=f"shot {shot.number}",
                    message=(
                        f"{a.figure} and {b.figure} stand in the same place at the {moment} frame"
                    ),
                    remedy="Move one of the marks by half a metre.",
                )
                return
