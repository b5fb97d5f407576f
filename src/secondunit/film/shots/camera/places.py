"""Cameras that show a place: establishing views and views from straight above."""

from __future__ import annotations

import math
from collections.abc import Iterator

from secondunit.film.shots.camera.geometry import Aim, Box, aim_between, fit, fit_at_height, project
from secondunit.film.shots.camera.setup import Rig, Setup
from secondunit.film.shots.camera.view import Candidate, mean, size_box, tangents
from secondunit.film.shots.model import Framing, Mark, Size, Vector

ABOVE = {Size.EXTREME_WIDE: 8.0, Size.WIDE: 4.0}
"""Half of the ground an overhead view shows from top to bottom, metres; closer sizes 1.5."""


def establishing_views(setup: Setup, rig: Rig) -> Iterator[Candidate]:
    """Views of the whole set: rooms from a front corner, open places from afar."""
    people = [
        point
        for mark in setup.marks
        if mark.figure in rig.figures
        for point in rig.points(setup, mark.figure, "crown", "soles")
    ]
    plan = rig.sight.plan
    if plan.kind == "car":
        yield from _open(setup, rig, people)
    elif plan.interior:
        yield from _room(rig, people)
    else:
        yield from _open(setup, rig, people)


def overhead_view(setup: Setup, rig: Rig) -> Candidate:
    """From straight above, the set's x to the right."""
    at: list[Vector] = [mark.at for mark in _framed(setup, rig)]
    centre = mean(at) if at else rig.sight.plan.acting
    reach = ABOVE.get(setup.size, 1.5)
    spread = max((max(abs(p[0] - centre[0]), abs(p[2] - centre[2])) for p in at), default=0.0)
    reach = max(reach, spread + 0.8)
    focal = rig.lenses.choices(Size.WIDE)[0]
    wide, high = tangents(rig, focal)
    aim = Aim(azimuth=0.0, pitch=-80.0, wide=wide, high=high)
    ring = [
        (centre[0] + reach * x, 0.0, centre[2] + reach * z)
        for x, z in ((0.7, 0.0), (-0.7, 0.0), (0.0, 1.0), (0.0, -1.0))
    ]
    eye = fit(ring, aim, Box(side=0.95, top=0.95, bottom=-0.95))
    return Candidate(eye=eye, aim=aim, focal_mm=focal, focus=(centre[0], 0.9, centre[2]), bias=0.0)


def _framed(setup: Setup, rig: Rig) -> list[Mark]:
    named = [mark for mark in setup.marks if mark.figure in setup.subjects]
    return named or [mark for mark in setup.marks if mark.figure in rig.figures]


def _room(rig: Rig, people: list[Vector]) -> Iterator[Candidate]:
    plan = rig.sight.plan
    x, z = plan.width / 2, plan.depth / 2
    starts = (
        (x - 0.4, 1.75, z - 0.35),
        (-x + 0.4, 1.75, z - 0.35),
        (0.0, 1.7, z - 0.35),
        (x * 0.6, 1.75, z + 0.9),
        (-x * 0.6, 1.75, z + 0.9),
        (0.0, 1.75, z + 1.6),
        (0.0, 1.85, z + 2.8),
    )
    for place, eye in enumerate(starts):
        for focal, against in ((rig.lenses.choices(Size.WIDE)[0], 0.0), (rig.lenses.kit[0], 0.3)):
            wide, high = tangents(rig, focal)
            target = (plan.acting[0] * 0.4, 1.05, min(-0.2 * plan.depth, plan.acting[2] - 0.6))
            aim = aim_between(eye, target, wide, high)
            lost = sum(_off_frame(point, eye, aim) for point in people)
            yield Candidate(
                eye=eye,
                aim=aim,
                focal_mm=focal,
                focus=target,
                bias=0.2 * place + against + 14.0 * lost / max(1, len(people)),
            )


def _off_frame(point: Vector, eye: Vector, aim: Aim) -> bool:
    across, up, depth = project(point, eye, aim)
    return depth < 0.8 or abs(across) > 0.92 or not -1.0 < up < 0.92


def _open(setup: Setup, rig: Rig, people: list[Vector]) -> Iterator[Candidate]:
    plan = rig.sight.plan
    centre = plan.acting
    points = people or [(centre[0], 1.7, centre[2]), (centre[0], 0.0, centre[2])]
    size = setup.size if setup.framing is Framing.ESTABLISHING else Size.WIDE
    if plan.kind == "car":
        size, points = Size.WIDE, [(0.0, 1.7, 0.0), (0.0, -0.1, 0.0)]
    box = size_box(size, side=0.8)
    choices = rig.lenses.choices(size)[:3]
    for place, turn in enumerate((0, 18, -18, 34, -34, 50, -50, 75, -75)):
        for step, focal in enumerate(choices):
            wide, high = tangents(rig, focal)
            aim = Aim(azimuth=turn % 360, pitch=0.0, wide=wide, high=high)
            level = 2.4 if size is Size.EXTREME_WIDE else 1.6
            eye, aim = fit_at_height(points, aim, box, level)
            yield Candidate(
                eye=eye,
                aim=aim,
                focal_mm=focal,
                focus=mean(points),
                bias=0.25 * place + 0.3 * step + (0.01 * math.fabs(turn)),
            )
