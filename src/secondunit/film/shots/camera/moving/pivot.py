"""Framing from where the camera stands: which way it looks, and through which lens.

Pans, tilts, whips, zooms and points of view keep their place, so the frame is found by turning
and zooming alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from secondunit.film.shots.camera.geometry import Aim, Box, project
from secondunit.film.shots.model import Vector

NEAR_ENOUGH = 1e-10
STEPS = 40


def tilted_to(eye: Vector, points: Sequence[Vector], aim: Aim, top: float, across: float) -> Aim:
    """The aim from a place that puts the highest point at a height and the first one across.

    Args:
        eye: Where the camera stands.
        points: What is framed; the first is the anchor across.
        aim: Lens and roll, and a first guess of the direction.
        top: Height of the highest point in the frame, -1 to 1.
        across: Place of the first point, -1 to 1.
    """
    for _ in range(STEPS):
        seen = [project(point, eye, aim) for point in points]
        if min(depth for _, _, depth in seen) <= 0.01:
            aim = _faced(eye, points[0], aim)
            seen = [project(point, eye, aim) for point in points]
        off_x = (seen[0][0] - across) * aim.wide
        off_y = (max(up for _, up, _ in seen) - top) * aim.high
        if max(abs(off_x), abs(off_y)) < NEAR_ENOUGH:
            break
        roll = math.radians(aim.roll)
        level_x = off_x * math.cos(roll) - off_y * math.sin(roll)
        level_y = off_x * math.sin(roll) + off_y * math.cos(roll)
        tip = max(math.cos(math.radians(aim.pitch)), 0.2)
        aim = replace(
            aim,
            azimuth=(aim.azimuth - math.degrees(math.atan(level_x)) / tip) % 360,
            pitch=min(88.0, max(-88.0, aim.pitch + math.degrees(math.atan(level_y)))),
        )
    return aim


def zoomed_to(eye: Vector, points: Sequence[Vector], aim: Aim, box: Box, across: float) -> Aim:
    """The aim and lens from a place that make points fill a box from top to bottom.

    Args:
        eye: Where the camera stands.
        points: What is framed; the first is the anchor across.
        aim: Shape of the frame and roll, and a first guess.
        box: Where the highest and the lowest point lie.
        across: Place of the first point, -1 to 1.
    """
    ratio = aim.wide / aim.high
    for _ in range(STEPS):
        aim = tilted_to(eye, points, aim, box.top, across)
        heights = [project(point, eye, aim)[1] for point in points]
        scale = (max(heights) - min(heights)) / (box.top - box.bottom)
        if abs(scale - 1.0) < NEAR_ENOUGH or not 1e-3 < scale < 1e3:
            break
        aim = replace(aim, high=aim.high * scale, wide=aim.high * scale * ratio)
    return aim


def _faced(eye: Vector, point: Vector, aim: Aim) -> Aim:
    away = (point[0] - eye[0], point[1] - eye[1], point[2] - eye[2])
    return replace(
        aim,
        azimuth=math.degrees(math.atan2(-away[0], -away[2])) % 360,
        pitch=math.degrees(math.atan2(away[1], math.hypot(away[0], away[2]))),
    )
