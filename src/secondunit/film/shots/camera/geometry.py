"""Exact framing: where a camera must stand so that given points fill a given part of the frame.

With the camera's orientation fixed, every edge of the frame is a linear bound on the camera's
position, so the nearest position that holds all points is found in closed form.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from secondunit.film.shots.model import Camera, Vector

SPARE_ABOVE = 1 / 3
"""Share of spare height that goes above the heads of a group."""

STEEPEST = 44.0
"""Degrees of tilt up to which a lower camera means a steeper look; beyond, it comes back up."""

NEAREST = 0.2
"""Least depth of a point before the camera, metres: nearer no lens of the kit focuses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Part of the frame that points must stay in; 0 is the middle, 1 an edge.

    Args:
        side: Share of half the width, left and right.
        top: Height of the upper bound, -1 to 1 (beyond 1 crops).
        bottom: Height of the lower bound.
    """

    side: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """An orientation and a lens.

    Args:
        azimuth: Degrees; where the camera stands as seen from the subject, 0 towards +z.
        pitch: Degrees; positive looks up.
        wide: Tangent of half the horizontal field of view.
        high: Tangent of half the vertical field of view.
        roll: Degrees about the optical axis; positive tips the frame to the left.
    """

    azimuth: float
    pitch: float
    wide: float
    high: float
    roll: float = 0.0

    @property
    def axes(self) -> tuple[Vector, Vector, Vector]:
        """Unit vectors to the right, up, and forward."""
        turn, tip = math.radians(self.azimuth), math.radians(self.pitch)
        s, c, sp, cp = math.sin(turn), math.cos(turn), math.sin(tip), math.cos(tip)
        right, up, forward = (c, 0.0, -s), (sp * s, cp, sp * c), (-cp * s, sp, -cp * c)
        if not self.roll:
            return right, up, forward
        over = math.radians(self.roll)
        return _turned(right, up, over), _turned(up, right, -over), forward


def _turned(way: Vector, other: Vector, angle: float) -> Vector:
    """One axis turned towards another."""
    c, s = math.cos(angle), math.sin(angle)
    return (c * way[0] + s * other[0], c * way[1] + s * other[1], c * way[2] + s * other[2])


def dot(a: Vector, b: Vector) -> float:
    """Scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def along(at: Vector, way: Vector, length: float) -> Vector:
    """A point so far along a direction."""
    return (at[0] + way[0] * length, at[1] + way[1] * length, at[2] + way[2] * length)


def minus(a: Vector, b: Vector) -> Vector:
    """From ``b`` to ``a``."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def rounded(at: Vector) -> Vector:
    """A tenth of a millimetre: far below any framing error, and short to store."""
    return (round(at[0], 4), round(at[1], 4), round(at[2], 4))


def fit(points: Sequence[Vector], aim: Aim, box: Box, anchor_x: float | None = None) -> Vector:
    """The nearest camera position from which all points lie in the box.

    Args:
        points: What must be seen.
        aim: Orientation and lens.
        box: Where in the frame; the highest point touches its top, unless the sides ask for
            more distance: then a third of the spare height is above it.
        anchor_x: Where the first point lies across the frame; None centres the points, and only
            then do the box's sides bind.
    """
    right, up, forward = aim.axes
    across = [dot(point, right) for point in points]
    above = [dot(point, up) for point in points]
    deep = [dot(point, forward) for point in points]
    high_top, high_low = box.top * aim.high, box.bottom * aim.high
    top = max(u - high_top * z for u, z in zip(above, deep, strict=True))
    low = min(u - high_low * z for u, z in zip(above, deep, strict=True))
    depth = (low - top) / (high_top - high_low)
    depth = min(depth, min(deep) - NEAREST)
    if anchor_x is None:
        reach = box.side * aim.wide
        right_most = max(r - reach * z for r, z in zip(across, deep, strict=True))
        left_most = min(r + reach * z for r, z in zip(across, deep, strict=True))
        depth = min(depth, (left_most - right_most) / (2 * reach))
        side = (right_most + left_most) / 2
    else:
        side = across[0] - anchor_x * aim.wide * (deep[0] - depth)
    highest, lowest = top + high_top * depth, low + high_low * depth
    # What the sides leave over of the height goes above the heads by a third.
    height = highest + SPARE_ABOVE * (lowest - highest)
    return (
        right[0] * side + up[0] * height + forward[0] * depth,
        right[1] * side + up[1] * height + forward[1] * depth,
        right[2] * side + up[2] * height + forward[2] * depth,
    )


def fit_at_height(
    points: Sequence[Vector], aim: Aim, box: Box, height: float, anchor_x: float | None = None
) -> tuple[Vector, Aim]:
    """As ``fit``, but with the pitch found that puts the camera at a height.

    Returns:
        The position, and the aim with its pitch.
    """
    low, high = -STEEPEST, STEEPEST
    over, under = (_rise(points, aim, box, anchor_x, pitch) - height for pitch in (low, high))
    pitch = low if over <= 0 else high
    held = 0
    for _ in range(24):
        if over <= 0 or under >= 0 or high - low < 1e-9:
            break
        # False position, halving the end that stays (Illinois): a few steps to a nanometre.
        pitch = (low * under - high * over) / (under - over)
        off = _rise(points, aim, box, anchor_x, pitch) - height
        if abs(off) < 1e-9:
            break
        if off > 0:
            low, over = pitch, off
            under, held = (under / 2, 1) if held == 1 else (under, 1)
        else:
            high, under = pitch, off
            over, held = (over / 2, -1) if held == -1 else (over, -1)
    found = replace(aim, pitch=pitch)
    return fit(points, found, box, anchor_x), found


def _rise(
    points: Sequence[Vector], aim: Aim, box: Box, anchor_x: float | None, pitch: float
) -> float:
    return fit(points, replace(aim, pitch=pitch), box, anchor_x)[1]


def project(point: Vector, eye: Vector, aim: Aim) -> tuple[float, float, float]:
    """Where a point falls: across and up the frame, -1 to 1, and its depth in metres."""
    right, up, forward = aim.axes
    away = minus(point, eye)
    depth = dot(away, forward)
    safe = depth if abs(depth) > 1e-9 else 1e-9
    return dot(away, right) / (safe * aim.wide), dot(away, up) / (safe * aim.high), depth


def aim_between(eye: Vector, target: Vector, wide: float, high: float) -> Aim:
    """The aim of a camera at one place that looks at another."""
    away = minus(target, eye)
    level = math.hypot(away[0], away[2])
    return Aim(
        azimuth=math.degrees(math.atan2(-away[0], -away[2])) % 360,
        pitch=math.degrees(math.atan2(away[1], level)),
        wide=wide,
        high=high,
    )


def aim_of(camera: Camera, wide: float, high: float) -> Aim:
    """The aim of a camera key."""
    return replace(aim_between(camera.eye, camera.target, wide, high), roll=camera.roll)


def turn_between(first: float, second: float) -> float:
    """Smallest angle between two azimuths, degrees, 0 to 180.

    >>> turn_between(350, 20)
    30
    """
    away = abs(first - second) % 360
    return min(away, 360 - away)


def side_of(camera: Vector, first: Vector, second: Vector) -> float:
    """On which side of the line from one person to another a camera is, as a signed sine.

    Positive on one side, negative on the other; near 0 on the line itself. The smaller sine of
    the two ends counts, so that a camera behind either of them is near the line.

    Source: 180-degree rule, sign of (B - A) x (camera - A) on the ground.
    """
    line = (second[0] - first[0], second[2] - first[2])
    run = math.hypot(*line)
    if run < 1e-6:
        return 0.0
    sines = []
    for end in (first, second):
        away = (camera[0] - end[0], camera[2] - end[2])
        reach = math.hypot(*away)
        if reach < 1e-6:
            return 0.0
        sines.append((line[0] * away[1] - line[1] * away[0]) / (run * reach))
    return min(sines, key=abs)
