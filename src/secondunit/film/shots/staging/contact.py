"""Figures that touch: who hugs stands where arms can reach."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from secondunit.film.shots.camera.body import facing_towards
from secondunit.film.shots.model import Mark, Pose, Vector

EMBRACE = 0.30
"""Metres between the spines of two who hug; chests touch, arms close behind the back."""

ASIDE = 0.07
"""How far each stands to the left of the line between them, so that heads pass, metres."""

FREE = frozenset({Pose.STAND, Pose.WALK, Pose.RUN, Pose.POINT, Pose.HOLD, Pose.HUG})
"""Poses that an embrace can begin from."""


def in_contact(marks: Sequence[Mark]) -> list[Mark]:
    """The marks with those who hug brought together; who has nobody to hug stands.

    Args:
        marks: Everybody of the cast in a shot, in order.
    """
    found = list(marks)
    done: set[int] = set()
    for place, mark in enumerate(marks):
        if mark.pose is not Pose.HUG or place in done:
            continue
        other = _partner(place, marks)
        if other is None:
            found[place] = replace(mark, pose=Pose.STAND)
            continue
        found[place], found[other] = _embraced(found[place], found[other])
        done |= {place, other}
    return found


def _partner(place: int, marks: Sequence[Mark]) -> int | None:
    """Who is hugged: who is looked at, else the nearest who is on their feet."""
    free = [n for n, other in enumerate(marks) if n != place and other.pose in FREE]
    named = [n for n in free if marks[n].figure == marks[place].gaze]
    return min(
        named or free, key=lambda n: (math.dist(marks[n].at, marks[place].at), n), default=None
    )


def _embraced(first: Mark, second: Mark) -> tuple[Mark, Mark]:
    away = math.radians(facing_towards(second.at, first.at))
    if math.dist(first.at, second.at) < 1e-3:
        away = math.radians(first.facing + 180)
    x, z = math.sin(away), math.cos(away)
    middle = (second.at[0] + x * EMBRACE / 2, second.at[1], second.at[2] + z * EMBRACE / 2)
    places = [_beside(middle, (x, z), side) for side in (1.0, -1.0)]
    turn = math.degrees(away)
    return (
        _turned(first, second.figure, places[0], turn + 180),
        _turned(second, first.figure, places[1], turn),
    )


def _turned(mark: Mark, other: str, at: Vector, facing: float) -> Mark:
    turn = round(facing % 360, 3)
    return replace(mark, at=at, to=None, keys=(), facing=turn, pose=Pose.HUG, gaze=other)


def _beside(middle: Vector, way: tuple[float, float], side: float) -> Vector:
    """A place on the line, a little to the left of it as seen along the facing."""
    x, z = way
    return (
        round(middle[0] + side * (x * EMBRACE / 2 - z * ASIDE), 3),
        middle[1],
        round(middle[2] + side * (z * EMBRACE / 2 + x * ASIDE), 3),
    )
