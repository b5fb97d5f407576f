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
from secondunit.film.shots.model import Angle, Size, Vector

INSERT_SIZE = 0.26
"""Height of the thing an insert shows when nobody said, metres."""

INSERT_PITCH = -24.0
"""Inserts look down at hands and tables, degrees."""

INSERT_PITCHES = {Angle.HIGH: -45.0, Angle.LOW: 15.0, Angle.WORM: 45.0}
"""Inserts at an angle that was asked for, degrees."""

View = tuple[float, float, float]


def insert_views(setup: Setup, rig: Rig) -> Iterator[Candidate]:
    """Cameras on a held thing, a piece of the set, or what lies on a table."""
    name = setup.subjects[0] if setup.subjects else ""
    mark = setup.mark(name)
    if mark is not None and name in rig.figures:
        centre = hand(rig.figures[name], mark)
        base, extent = mark.facing, INSERT_SIZE
    else:
        centre, extent = _piece(setup, rig) or _surface(rig)
        base = 0.0
    up, down = (
        (centre[0], centre[1] + extent / 2, centre[2]),
        (centre[0], centre[1] - extent / 2, centre[2]),
    )
    views = [
        (base + sign * turn, focal, abs(turn - 30) / 40 + against)
        for turn in (30, 10, 50, 75, 100)
        for sign in (1, -1)
        for focal, against in lenses_of(rig, setup)
    ]
    box = size_box(Size.INSERT, headroom=setup.composition.headroom)
    place = across(setup, None, 0.0)
    for azimuth, focal, bias in sorted(views, key=lambda v: (round(v[2], 6), v[0], v[1])):
        yield _looking_down(
            Subject(points=(up, down), focus=centre, level=0.0, anchor_x=place, box=box),
            (azimuth, focal, bias),
            rig,
            INSERT_PITCHES.get(setup.angle, INSERT_PITCH),
        )


def _looking_down(subject: Subject, view: View, rig: Rig, pitch: float) -> Candidate:
    wide, high = tangents(rig, view[1])
    aim = Aim(azimuth=view[0] % 360, pitch=pitch, wide=wide, high=high)
    eye = fit(subject.points, aim, subject.box, subject.anchor_x)
    return Candidate(
        eye=eye, aim=aim, focal_mm=view[1], focus=subject.focus, bias=view[2], subject=subject
    )


def _piece(setup: Setup, rig: Rig) -> tuple[Vector, float] | None:
    """A piece of the set that is called what the insert shows."""
    words = set(setup.prop.lower().split())
    for piece in rig.sight.plan.pieces:
        if words & set(piece.name.lower().split()):
            return piece.centre, min(1.2, max(0.2, piece.size[1]))
    return None


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
