"""Real lenses: what a focal length on a cropped sensor sees, and where it puts a point."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.mesh import Floats
from secondunit.core.errors import InputError
from secondunit.film.shots.camera import grammar
from secondunit.film.shots.camera.grammar import ASPECTS
from secondunit.film.shots.model import Camera, Lens, PanelRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The part of a frame that the delivery aspect leaves open; the rest is matte.

    Args:
        left: Pixels of matte on the left (and right).
        top: Pixels of matte above (and below).
        width: Open pixels.
        height: Open pixels.
    """

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A camera with its window: projects points, makes rays.

    Args:
        eye: Position.
        right: Unit vector to the right of the frame.
        up: Unit vector to the top of the frame.
        forward: Unit vector along the optical axis.
        focal_px: Pixels of a slope of one.
        window: Open part of the frame.
    """

    eye: NDArray[np.float64]
    right: NDArray[np.float64]
    up: NDArray[np.float64]
    forward: NDArray[np.float64]
    focal_px: float
    window: Window

    def project(self, points: NDArray[np.floating]) -> NDArray[np.float64]:
        """``(n, 3)``: x and y in window pixels, and depth along the axis in metres."""
        away = np.atleast_2d(points) - self.eye
        depth = away @ self.forward
        safe = np.where(np.abs(depth) < 1e-6, 1e-6, depth)
        x = self.window.width / 2 + self.focal_px * (away @ self.right) / safe
        y = self.window.height / 2 - self.focal_px * (away @ self.up) / safe
        return np.stack([x, y, depth], axis=1)

    def directions(self, x: Floats, y: Floats) -> Floats:
        """Rays through window positions; a hit's distance along them is its depth."""
        across = (x - np.float32(self.window.width / 2)) / np.float32(self.focal_px)
        upward = (np.float32(self.window.height / 2) - y) / np.float32(self.focal_px)
        rays = np.empty((len(across), 3), dtype=np.float32)
        for axis in range(3):
            rays[:, axis] = (
                across * np.float32(self.right[axis])
                + upward * np.float32(self.up[axis])
                + np.float32(self.forward[axis])
            )
        return rays


def open_window(width: int, height: int, aspect: str) -> Window:
    """The largest window of an aspect inside a frame.

    Raises:
        InputError: The aspect is no number or ``W:H``.

    >>> open_window(960, 540, "2.39").height
    402
    """
    ratio = read_aspect(aspect)
    open_width = min(width, 2 * round(height * ratio / 2))
    open_height = min(height, 2 * round(width / ratio / 2))
    return Window(
        left=(width - open_width) // 2,
        top=(height - open_height) // 2,
        width=open_width,
        height=open_height,
    )


def read_aspect(aspect: str) -> float:
    """Width over height of a trade name (``1.85``; ``1.33`` is 4:3), else of ``W:H``.

    Raises:
        InputError: The aspect is no number or ``W:H``.
    """
    if aspect in ASPECTS:
        return grammar.read_aspect(aspect)
    wide, _, high = aspect.partition(":")
    try:
        ratio = float(wide) / float(high or 1)
    except (ValueError, ZeroDivisionError):
        ratio = 0.0
    if not 0.1 < ratio < 10:
        raise InputError(
            f"“{aspect}” is not an aspect", remedy="Use a ratio such as 1.85, 2.39 or 16:9."
        )
    return ratio


def make_view(request: PanelRequest, camera: Camera) -> View:
    """The view of one camera key.

    Raises:
        InputError: The lens or the aspect is impossible.
    """
    if (
        camera.focal_mm <= 0
        or min(request.lens.sensor_width_mm, request.lens.sensor_height_mm, request.lens.crop) <= 0
    ):
        raise InputError(
            f"a {camera.focal_mm} mm lens sees nothing",
            remedy="Give a focal length and a sensor above zero.",
        )
    window = open_window(request.width, request.height, request.aspect)
    height_mm = _cropped_height(request.lens, read_aspect(request.aspect))
    eye = np.asarray(camera.eye, dtype=np.float64)
    forward = np.asarray(camera.target, dtype=np.float64) - eye
    length = float(np.linalg.norm(forward))
    forward = forward / length if length > 1e-9 else np.array([0.0, 0.0, -1.0])
    level = np.cross(forward, (0.0, 1.0, 0.0))
    if float(np.linalg.norm(level)) < 1e-6:  # straight up or down: keep the set's x to the right
        level = np.array([1.0, 0.0, 0.0])
    level /= np.linalg.norm(level)
    upright = np.cross(level, forward)
    roll = math.radians(camera.roll)
    return View(
        eye=eye,
        right=math.cos(roll) * level + math.sin(roll) * upright,
        up=math.cos(roll) * upright - math.sin(roll) * level,
        forward=forward,
        focal_px=window.height * camera.focal_mm / height_mm,
        window=window,
    )


def _cropped_height(lens: Lens, ratio: float) -> float:
    """Height of the sensor that is used, in millimetres, after its crop and that to the aspect.

    Source: vFOV = 2 atan(h / 2f); an anamorphic squeeze widens the sensor.
    """
    return lens.crop * min(lens.sensor_height_mm, lens.sensor_width_mm * lens.squeeze / ratio)
