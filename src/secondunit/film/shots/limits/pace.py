"""How long a shot must be for what moves in it.

Source: speeds of dollies, heads and people are trade practice (``shots.toml``, ``[paces]``);
walking and running paces are those of grown-ups (Bohannon 1997 for walking).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from secondunit.core.finding import Finding
from secondunit.film.shots.camera.path import legs_of
from secondunit.film.shots.limits.field import doubtful, impossible
from secondunit.film.shots.model import Camera, Mark, Motion, Move, Pose, ShotSpec
from secondunit.film.shots.tables import Pace, ShotTables

WALKING = 3.0
"""Metres a second beyond which nobody walks."""

RUNNING = 9.5
"""Metres a second beyond which nobody runs on a set."""

SWAY_MOST = 10.0
"""Degrees beyond which a sway is no longer a hand-held camera."""


def check_pace(shot: ShotSpec, tables: ShotTables | None) -> Iterator[Finding]:
    """A shot too short for its move or for its walks; a sway that is none.

    Args:
        shot: The shot.
        tables: How fast moves can be made; None leaves cameras out.
    """
    if shot.duration <= 0:
        yield impossible(
            shot, "duration", f"{shot.duration} frames are no shot", "Give at least one frame."
        )
        return
    seconds = float(shot.rate.seconds_of(shot.duration))
    pace = tables.paces.get(shot.move.value) if tables is not None else None
    if pace is not None and len(shot.camera) > 1 and shot.move is not Move.WHIP:
        needed = travel_seconds(shot.camera, pace)
        if needed > seconds:
            yield impossible(
                shot,
                "duration",
                f"{seconds:.1f} s are too short for its {shot.move.value}, which takes "
                f"{needed:.1f} s",
                "Give the shot more frames, or a shorter move.",
            )
    for mark in shot.marks:
        yield from _walk(shot, mark, seconds)
    yield from _sway(shot, shot.motion)


def travel_seconds(keys: tuple[Camera, ...], pace: Pace) -> float:
    """The least time of a move through its keys, seconds, at the pace of its crew.

    Args:
        keys: At least two.
        pace: How fast; a limit of 0 is none.
    """
    run = sum(math.dist(a.eye, b.eye) for a, b in pairwise(keys))
    turn = sum(turned(a, b) for a, b in pairwise(keys))
    found = [0.0]
    if pace.metres_per_second:
        found.append(run / pace.metres_per_second)
    if pace.degrees_per_second:
        found.append(turn / pace.degrees_per_second)
    return max(found)


def turned(first: Camera, second: Camera) -> float:
    """Degrees between the looks of two keys, their roll included."""
    ways = [[b - a for a, b in zip(key.eye, key.target, strict=True)] for key in (first, second)]
    lengths = [math.hypot(*way) for way in ways]
    if min(lengths) < 1e-9:
        return 0.0
    cosine = sum(a * b for a, b in zip(*ways, strict=True)) / (lengths[0] * lengths[1])
    swing = math.degrees(math.acos(min(1.0, max(-1.0, cosine))))
    return max(swing, abs(second.roll - first.roll))


def _walk(shot: ShotSpec, mark: Mark, seconds: float) -> Iterator[Finding]:
    carried = mark.pose in {Pose.DRIVE, Pose.SIT, Pose.LIE, Pose.FALL}
    for start, end, share in () if carried else legs_of(mark):
        run = math.dist(start, end)
        speed = run / max(share * seconds, 1e-6)
        if speed > RUNNING:
            yield impossible(
                shot,
                "duration",
                f"{mark.figure} would cover {run:.1f} m at {speed:.0f} m a second",
                f"Give the way at least {run / RUNNING:.1f} s, or make it shorter.",
            )
        elif speed > WALKING and mark.pose is not Pose.RUN and not mark.keys:
            yield doubtful(
                shot,
                "duration",
                f"{mark.figure} would have to run: {run:.1f} m at {speed:.1f} m a second",
                f"Let {mark.figure} run, or give the way at least {run / WALKING:.1f} s.",
            )


def _sway(shot: ShotSpec, motion: Motion) -> Iterator[Finding]:
    if not 0 <= motion.sway_degrees <= SWAY_MOST or not 0 <= motion.sway_hertz <= 12:
        yield impossible(
            shot,
            "motion.sway_degrees",
            f"a sway of {motion.sway_degrees:g}° at {motion.sway_hertz:g} Hz is no camera's",
            f"Use at most {SWAY_MOST:g}° and 12 Hz; 0 leaves it to the move.",
        )
    elif motion.sway_degrees and shot.move is not Move.HANDHELD and motion.sway_degrees > 3:
        yield doubtful(
            shot,
            "motion.sway_degrees",
            f"{motion.sway_degrees:g}° of sway makes a {shot.move.value} hand-held",
            "Call it hand-held, or take less.",
        )
