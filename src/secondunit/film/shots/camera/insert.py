"""Inserts: a thing in a hand, a piece of the set, what lies on a table."""

from __future__ import annotations

import math
from collections.abc import Iterator

from secondunit.film.shots.camera.body import hand
from secondunit.film.shots.camera.geometry import Aim, fit
from secondunit.film.shots.camera.setup import Rig, Setup
from secondunit.film.shots.camera.view import (
    Candidate,
    Subject,
    across,
    lenses_of,
    size_box,
    tangents,
)
from secondunit.film.shots.model import Angle, Piece, Size, Vector

INSERT_SIZE = 0.26
"""Height of the thing an insert shows when nobody said, metres."""

INSERT_PITCH = -24.0
"""Inserts look down at hands and tables, degrees."""

TALL = 1.5
"""Height of a piece of the set from which an insert looks at it, not down on it, metres."""

LEAST = 0.2
"""Least side of a piece that an insert frames, metres."""

INSERT_PITCHES = {Angle.HIGH: -45.0, Angle.LOW: 15.0, Angle.WORM: 45.0}
"""Inserts at an angle that was asked for, degrees."""

View = tuple[float, float, float]


def insert_views(setup: Setup, rig: Rig) -> Iterator[Candidate]:
    """Cameras on a held thing, a piece of the set, or what lies on a table."""
    name = setup.subjects[0] if setup.subjects else ""
    mark = setup.mark(name)
    place: float | None = across(setup, None, 0.0)
    base, pitch = 0.0, INSERT_PITCHES.get(setup.angle, INSERT_PITCH)
    piece = _piece(setup, rig)
    if mark is not None and name in rig.figures:
        base = mark.facing
        points = _upright(hand(rig.figures[name], rig.at_rest(mark)), INSERT_SIZE)
    elif piece is not None:
        points = _corners(piece)
        if setup.composition.across is None:
            place = None
        if piece.size[1] > TALL and setup.angle not in INSERT_PITCHES:
            pitch = 0.0
    else:
        points = _upright(*_surface(rig))
    focus = _middle(points)
    views = [
        (base + sign * turn, focal, abs(turn - 30) / 40 + against)
        for turn in (30, 10, 50, 75, 100)
        for sign in (1, -1)
        for focal, against in lenses_of(rig, setup)
    ]
    box = size_box(Size.INSERT, headroom=setup.composition.headroom)
    for azimuth, focal, bias in sorted(views, key=lambda v: (round(v[2], 6), v[0], v[1])):
        yield _looking_down(
            Subject(points=points, focus=focus, level=0.0, anchor_x=place, box=box),
            (azimuth, focal, bias),
            rig,
            pitch,
        )


def _looking_down(subject: Subject, view: View, rig: Rig, pitch: float) -> Candidate:
    wide, high = tangents(rig, view[1])
    aim = Aim(azimuth=view[0] % 360, pitch=pitch, wide=wide, high=high)
    eye = fit(subject.points, aim, subject.box, subject.anchor_x)
    return Candidate(
        eye=eye, aim=aim, focal_mm=view[1], focus=subject.focus, bias=view[2], subject=subject
    )


def _piece(setup: Setup, rig: Rig) -> Piece | None:
    """A piece of the set that is called what the insert shows."""
    words = set(setup.prop.lower().split())
    named = (p for p in rig.sight.plan.pieces if words & set(p.name.lower().split()))
    return next(named, None)


def _upright(centre: Vector, extent: float) -> tuple[Vector, ...]:
    """Top and bottom of a thing of a height."""
    x, y, z = centre
    return (x, y + extent / 2, z), (x, y - extent / 2, z)


def _corners(piece: Piece) -> tuple[Vector, ...]:
    """Corners of a piece; what is smaller than a hand is given the room of one."""
    half = [max(side, LEAST) / 2 for side in piece.size]
    c, s = math.cos(math.radians(piece.turn)), math.sin(math.radians(piece.turn))
    x, y, z = piece.centre
    return tuple(
        (
            x + i * half[0] * c + k * half[2] * s,
            y + j * half[1],
            z - i * half[0] * s + k * half[2] * c,
        )
        for i in (-1, 1)
        for j in (-1, 1)
        for k in (-1, 1)
    )


def _middle(points: tuple[Vector, ...]) -> Vector:
    x, y, z = (sum(point[axis] for point in points) / len(points) for axis in range(3))
    return (x, y, z)


def _surface(rig: Rig) -> tuple[Vector, float]:
    """Where a thing lies that nobody holds: the nearest table top, else the ground."""
    plan = rig.sight.plan
    tops = [
        (piece.centre[0], piece.centre[1] + piece.size[1] / 2 + 0.08, piece.centre[2])
        for piece in plan.pieces
        if 0.25 < piece.centre[1] + piece.size[1] / 2 < 1.2 and min(piece.size[0::2]) > 0.3
    ]
    spot = min(tops, key=lambda at: (math.dist(at, plan.acting), at), default=None)
    return (spot or (plan.acting[0], 0.1, plan.acting[2])), 1.6 * INSERT_SIZE
