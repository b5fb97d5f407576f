"""Views and lights as matrices of OpenGL: a band of a picture, and a patch seen from the light.

Rows come out from the top down: what is drawn first of a buffer is the top row of the picture.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.lens import View
from secondunit.adapters.render.mesh import Floats

NEAR = 0.001
"""Metres before the eye within which nothing is seen."""


class Band(NamedTuple):
    """Some rows of a picture.

    Args:
        top: The first.
        rows: How many.
    """

    top: int
    rows: int


class Patch(NamedTuple):
    """A rectangle across the light.

    Args:
        axes: ``(3, 3)`` rows are across, along, and to the light.
        low: Least across and along, metres.
        size: Metres across and along.
    """

    axes: NDArray[np.float64]
    low: NDArray[np.float64]
    size: NDArray[np.float64]


def bands(height: int, width: int, most: int) -> list[Band]:
    """A picture in bands of at most so many pixels.

    >>> bands(5, 10, 20)
    [Band(top=0, rows=2), Band(top=2, rows=2), Band(top=4, rows=1)]
    """
    rows = max(most // width, 1)
    return [Band(top, min(rows, height - top)) for top in range(0, height, rows)]


def view_matrix(view: View, scale: int, band: Band) -> NDArray[np.float64]:
    """``(4, 4)``: places from the eye to clip space of a band of the view's window.

    Args:
        view: The view.
        scale: Pixels of the buffer to a pixel of the window, each way.
        band: Rows of the buffer.
    """
    width, height = view.window.width * scale, view.window.height * scale
    focal = view.focal_px * scale
    across = np.append(2 * focal / width * view.right, 0.0)
    middle = (height - 2 * band.top) / band.rows - 1
    down = np.append(middle * view.forward - 2 * focal / band.rows * view.up, 0.0)
    forward = np.append(view.forward, 0.0)
    return np.stack([across, down, forward - (0, 0, 0, 2 * NEAR), forward])


def light_axes(key: Floats) -> NDArray[np.float64]:
    """``(3, 3)`` rows are across, along, and to the light: unit vectors, square to each other."""
    towards = np.asarray(key, dtype=np.float64)
    towards = towards / np.linalg.norm(towards)
    aside = np.array((1.0, 0.0, 0.0)) if abs(towards[0]) < 0.9 else np.array((0.0, 0.0, 1.0))
    across = np.cross(aside, towards)
    across /= np.linalg.norm(across)
    return np.stack([across, np.cross(towards, across), towards])


def patch_round(axes: NDArray[np.float64], places: Floats, pixels: int) -> Patch:
    """The patch that holds all places, with a pixel to spare on every side."""
    found = [ends(places, axis) for axis in axes[:2]]
    low, high = np.array(found).T
    size = np.maximum(high - low, 0.01) * pixels / (pixels - 4)
    return Patch(axes, (low + high - size) / 2, size)


def patch_matrix(patch: Patch, reach: tuple[float, float]) -> NDArray[np.float64]:
    """``(4, 4)``: places to clip space; the nearer to the light, the nearer.

    Args:
        patch: The patch.
        reach: Least and most height towards the light.
    """
    scale = 2 / patch.size
    low, high = reach
    deep = max(high - low, 0.01) * 1.01
    across = np.append(scale[0] * patch.axes[0], -scale[0] * patch.low[0] - 1)
    along = np.append(scale[1] * patch.axes[1], -scale[1] * patch.low[1] - 1)
    towards = np.append(-2 / deep * patch.axes[2], (high + low) / deep)
    return np.stack([across, along, towards, (0.0, 0.0, 0.0, 1.0)])


def ends(places: Floats, axis: NDArray[np.float64]) -> tuple[float, float]:
    """Where places begin and end along an axis, metres."""
    x, y, z = axis.astype(np.float32)
    along = places[:, 0] * x + places[:, 1] * y + places[:, 2] * z
    return float(along.min()), float(along.max())
