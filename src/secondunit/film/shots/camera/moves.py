"""The last key of a camera move: another framing, or the first one carried along."""

from __future__ import annotations

import math
from dataclasses import replace

from secondunit.film.shots.camera.geometry import Aim, along, fit, minus
from secondunit.film.shots.camera.grammar import SPANS, tighter
from secondunit.film.shots.camera.setup import Rig, Setup
from secondunit.film.shots.camera.view import Candidate, size_box
from secondunit.film.shots.model import Camera, Framing, Mark, Move, Size, Vector

ARC_DEGREES = 24.0
"""How far an arc goes round its subject."""

CRANE_METRES = 1.8
"""How far a crane rises."""


def end_key(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Camera | None:
    """Where a move ends; None when the shot does not move.

    A push ends on the framing one size closer, solved like any other; what follows a figure
    goes as far as the figure goes.

    Args:
        setup: The set-up.
        rig: The scene's set and cast.
        found: The camera at the start.
        first: Its key.
    """
    move = setup.move
    if move in {Move.PUSH_IN, Move.PULL_OUT}:
        return _pushed(setup, rig, found, first)
    if move in {Move.TRUCK, Move.FOLLOW, Move.PAN}:
        return _carried(setup, found, first)
    if move is Move.CRANE:
        eye = (first.eye[0], first.eye[1] + CRANE_METRES, first.eye[2])
        return replace(first, eye=eye)
    if move is Move.TILT:
        return replace(first, target=_lifted(first, 22.0))
    if move is Move.ARC:
        return replace(first, eye=_turned(first.eye, first.target, ARC_DEGREES))
    return None


def _pushed(setup: Setup, rig: Rig, found: Candidate, first: Camera) -> Camera | None:
    steps = 1 if setup.move is Move.PUSH_IN else -1
    size = tighter(setup.size, steps)
    names = [name for name in setup.subjects if setup.mark(name) is not None]
    single = setup.framing is Framing.SINGLE and len(names) == 1
    if size is setup.size or size is Size.EXTREME_CLOSE or not single:
        reach = math.dist(first.eye, first.target)
        share = 0.28 * reach * (1 if setup.move is Move.PUSH_IN else -1)
        eye = along(first.eye, found.aim.axes[2], share)
        return replace(first, eye=_rounded(eye))
    span = SPANS[size]
    points = rig.points(setup, names[0], span.top, span.bottom)
    eye = fit(points, found.aim, size_box(size), 0.0)
    forward = found.aim.axes[2]
    away = minus(found.focus, eye)
    reach = max(0.3, away[0] * forward[0] + away[1] * forward[1] + away[2] * forward[2])
    return replace(first, eye=_rounded(eye), target=_rounded(along(eye, forward, reach)))


def _carried(setup: Setup, found: Candidate, first: Camera) -> Camera | None:
    mover = _mover(setup)
    if mover is None or mover.to is None:
        if setup.move is Move.PAN:
            return replace(first, target=_turned(first.target, first.eye, 16.0))
        if setup.move is Move.TRUCK:
            right = found.aim.axes[0]
            return replace(
                first,
                eye=_rounded(along(first.eye, right, 1.2)),
                target=_rounded(along(first.target, right, 1.2)),
            )
        return None
    run = minus(mover.to, mover.at)
    target = (first.target[0] + run[0], first.target[1] + run[1], first.target[2] + run[2])
    if setup.move is Move.PAN:
        return replace(first, target=_rounded(target))
    eye = (first.eye[0] + run[0], first.eye[1] + run[1], first.eye[2] + run[2])
    return replace(first, eye=_rounded(eye), target=_rounded(target))


def _mover(setup: Setup) -> Mark | None:
    return next(
        (
            mark
            for name in setup.subjects
            if (mark := setup.mark(name)) is not None and mark.to is not None
        ),
        None,
    )


def _turned(point: Vector, about: Vector, degrees: float) -> Vector:
    x, z = point[0] - about[0], point[2] - about[2]
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return _rounded((about[0] + x * c + z * s, point[1], about[2] + z * c - x * s))


def _lifted(first: Camera, degrees: float) -> Vector:
    away = minus(first.target, first.eye)
    level = math.hypot(away[0], away[2])
    pitch = math.atan2(away[1], level) + math.radians(degrees)
    aim = Aim(
        azimuth=math.degrees(math.atan2(-away[0], -away[2])),
        pitch=math.degrees(min(pitch, math.radians(80))),
        wide=1.0,
        high=1.0,
    )
    return _rounded(along(first.eye, aim.axes[2], math.dist(first.eye, first.target)))


def _rounded(at: Vector) -> Vector:
    return (round(at[0], 4), round(at[1], 4), round(at[2], 4))
