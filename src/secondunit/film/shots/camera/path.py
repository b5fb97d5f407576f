"""Where a figure is at each moment of a shot, what it does there, and where it looks."""

from __future__ import annotations

import math
from dataclasses import replace

from secondunit.film.shots.camera.body import facing_towards
from secondunit.film.shots.model import Key, Mark, Pose, Vector

ON_FOOT = frozenset({Pose.WALK, Pose.RUN})
"""Poses that step along the ground."""

CARRIED = frozenset({Pose.DRIVE, Pose.SIT, Pose.LIE, Pose.FALL})
"""Poses that keep their pose when their place moves: in a car, on a stretcher, falling."""

TURN_SHARE = 0.04
"""Share of a shot over which a figure turns at a corner of its path."""

STILL = 1e-6
"""Metres that are no way at all."""


def keys_of(mark: Mark) -> tuple[Key, ...]:
    """The path of a mark after its start, in time; a walk to ``to`` is one key at the end."""
    if mark.keys:
        return tuple(sorted(mark.keys, key=lambda key: key.share))
    if mark.to is None or math.dist(mark.to, mark.at) < STILL:
        return ()
    return (Key(share=1.0, at=mark.to, pose=mark.pose, gaze=mark.gaze),)


def moves_about(mark: Mark) -> bool:
    """True when a figure leaves its place, or does something else, during the shot."""
    return any(
        math.dist(key.at, mark.at) >= STILL
        or (bool(mark.keys) and (key.pose, key.gaze) != (mark.pose, mark.gaze))
        or (key.facing is not None and key.facing != mark.facing)
        for key in keys_of(mark)
    )


def mark_at(mark: Mark, share: float) -> Mark:
    """A mark at a share of the shot: place, facing, pose and look; without a way to go.

    Who is on the way walks, unless it runs already or is carried. It faces where it goes, and
    turns at a corner of its path within :data:`TURN_SHARE` of the shot.

    Args:
        mark: The mark at the start.
        share: Of the shot, 0 to 1.
    """
    now = _now(mark, share)
    before = _now(mark, max(0.0, share - TURN_SHARE))
    away = (now.facing - before.facing + 180) % 360 - 180
    if abs(away) < 1e-9 or share < TURN_SHARE:
        return now
    return replace(now, facing=round((before.facing + away * _since(mark, share)) % 360, 3))


def walked(mark: Mark, share: float) -> float:
    """Metres gone along the path up to a share of the shot."""
    gone, last, then = 0.0, mark.at, 0.0
    for key in keys_of(mark):
        run = math.dist(last, key.at)
        if share < key.share:
            return gone + run * _part(share, then, key.share)
        gone, last, then = gone + run, key.at, key.share
    return gone


def legs_of(mark: Mark) -> list[tuple[Vector, Vector, float]]:
    """Straight parts of the path: from, to, and the share of the shot that each takes."""
    found, last, then = [], mark.at, 0.0
    for key in keys_of(mark):
        if math.dist(last, key.at) >= STILL:
            found.append((last, key.at, key.share - then))
        last, then = key.at, key.share
    return found


def _now(mark: Mark, share: float) -> Mark:
    here = replace(mark, to=None, keys=())
    then = 0.0
    for key in keys_of(mark):
        run = math.dist(here.at, key.at)
        if share < key.share:
            if run < STILL:
                return here
            return replace(
                here,
                at=_mix(here.at, key.at, _part(share, then, key.share)),
                facing=here.facing if here.pose in CARRIED else facing_towards(here.at, key.at),
                pose=here.pose if here.pose in ON_FOOT | CARRIED else Pose.WALK,
            )
        facing = here.facing
        if key.facing is not None:
            facing = key.facing
        elif run >= STILL and here.pose not in CARRIED:
            facing = facing_towards(here.at, key.at)
        last = not mark.keys
        pose = here.pose if last and here.pose in ON_FOOT | CARRIED else key.pose
        if last and pose not in ON_FOOT | CARRIED:
            pose = Pose.WALK
        here = replace(here, at=key.at, facing=facing, pose=pose, gaze=key.gaze)
        then = key.share
    return here


def _since(mark: Mark, share: float) -> float:
    """How far a turn at the last corner has come, 0 to 1."""
    corners = [0.0, *(key.share for key in keys_of(mark))]
    last = max((corner for corner in corners if corner <= share), default=0.0)
    return min(1.0, (share - last) / TURN_SHARE)


def _part(share: float, start: float, end: float) -> float:
    return min(max((share - start) / max(end - start, 1e-9), 0.0), 1.0)


def _mix(first: Vector, second: Vector, share: float) -> Vector:
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
        first[2] + (second[2] - first[2]) * share,
    )
