"""A shot at its first and its last frame: where the figures are and where the camera is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from secondunit.film.shots.camera.path import mark_at
from secondunit.film.shots.model import Angle, Framing, Mark, Move, ShotSpec, Vector

STEPS = 8
"""Moments a camera's way is looked at."""

MOVED = 0.3
"""Metres below which a figure shifts its weight rather than goes anywhere."""


def first_mark(shot: ShotSpec, name: str) -> Mark | None:
    """The mark of a figure at the first frame, or None when it is not in the set."""
    return next((mark for mark in shot.marks if mark.figure == name), None)


def travel(mark: Mark) -> Vector | None:
    """From where a figure starts to where it ends; None when it stays."""
    end = mark_at(mark, 1.0).at
    run = (end[0] - mark.at[0], end[1] - mark.at[1], end[2] - mark.at[2])
    return run if math.hypot(run[0], run[2]) > MOVED else None


def eyes_of(shot: ShotSpec) -> Iterator[Vector]:
    """Where the camera is, at moments from the first frame to the last."""
    keys = shot.camera
    yield keys[0].eye
    for before, after in pairwise(keys):
        for step in range(1, STEPS + 1):
            share = step / STEPS
            if shot.move is Move.ARC:
                yield _round_about(before.eye, after.eye, before.target, share)
            else:
                yield _between(before.eye, after.eye, share)


def is_of_the_scene(shot: ShotSpec) -> bool:
    """False for shots that have no place in the scene's geometry: details, views, other sets."""
    return (
        shot.framing not in {Framing.POV, Framing.INSERT, Framing.ESTABLISHING}
        and shot.angle is not Angle.OVERHEAD
        and not shot.place
    )


def is_single(shot: ShotSpec) -> bool:
    """True for a shot of one person in the scene's own set."""
    return shot.framing is Framing.SINGLE and not shot.place


def subject_mark(shot: ShotSpec) -> Mark | None:
    """The mark of the main subject."""
    return first_mark(shot, shot.subjects[0]) if shot.subjects else None


def _between(first: Vector, second: Vector, share: float) -> Vector:
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
        first[2] + (second[2] - first[2]) * share,
    )


def _round_about(first: Vector, second: Vector, about: Vector, share: float) -> Vector:
    start = math.atan2(first[0] - about[0], first[2] - about[2])
    end = math.atan2(second[0] - about[0], second[2] - about[2])
    turn = start + ((end - start + math.pi) % (2 * math.pi) - math.pi) * share
    reaches = [math.hypot(eye[0] - about[0], eye[2] - about[2]) for eye in (first, second)]
    reach = reaches[0] + (reaches[1] - reaches[0]) * share
    height = first[1] + (second[1] - first[1]) * share
    return (about[0] + reach * math.sin(turn), height, about[2] + reach * math.cos(turn))
