"""Lines: the edges of a picture, and how far each place is from the nearest of its own direction.

Source: Canny 1986 for edges that are one pixel wide; Felzenszwalb and Huttenlocher's distance
transform in the two-pass form of Borgefors 1986; Shotton et al. 2008 for matching by direction.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.expected import Floats, Picture
from secondunit.film.generation.scoring.reading.compiled import compiled

WAYS = 4
"""Directions of an edge that are told apart, over half a turn."""
REACH = 12.0
"""Pixels beyond which a line counts as not there."""
SHARE = 0.10
"""Share of the pixels that are taken for edges, the strongest of the picture."""


def edges(picture: Picture, *, share: float = SHARE) -> NDArray[np.int8]:
    """``(h, w)`` direction of the edge at each pixel, 0 to 3, or -1.

    Args:
        picture: sRGB.
        share: Of the pixels, the strongest, before they are thinned.
    """
    height, width = picture.shape[:2]
    strength = np.zeros((height, width), dtype=np.float32)
    way = np.zeros((height, width), dtype=np.int8)
    _gradient(np.ascontiguousarray(picture), strength, way)
    inner = strength[2:-2, 2:-2]
    least = max(float(np.partition(inner.ravel(), int(inner.size * (1 - share)))[
        int(inner.size * (1 - share))]), 6.0)  # fmt: skip
    found = np.full((height, width), -1, dtype=np.int8)
    _thin(strength, way, np.float32(least), found)
    return found


def distances(found: NDArray[np.int8]) -> Floats:
    """``(WAYS, h, w)`` pixels to the nearest edge of a direction or its neighbours, to REACH."""
    height, width = found.shape
    far = np.empty((WAYS, height, width), dtype=np.float32)
    padded = np.full((height + 2, width + 2), 60, dtype=np.int16)
    for which in range(WAYS):
        _seed(found, which, padded)
        _sweep(padded)
        far[which] = padded[1:-1, 1:-1] * np.float32(0.2)
    return far


@compiled
def _gradient(picture: Picture, strength: Floats, way: NDArray[np.int8]) -> None:
    """Sobel of each channel after a small blur; the strongest channel speaks."""
    height, width = picture.shape[:2]
    smooth = np.empty((height, width), dtype=np.float32)
    for channel in range(3):
        for y in range(1, height - 1):
            for x in range(1, width - 1):
                total = 0.0
                for dy in range(-1, 2):
                    for dx in range(-1, 2):
                        weight = (2 - abs(dy)) * (2 - abs(dx))
                        total += weight * picture[y + dy, x + dx, channel]
                smooth[y, x] = total / 16
        for y in range(2, height - 2):
            for x in range(2, width - 2):
                gx = (
                    smooth[y - 1, x + 1] + 2 * smooth[y, x + 1] + smooth[y + 1, x + 1]
                    - smooth[y - 1, x - 1] - 2 * smooth[y, x - 1] - smooth[y + 1, x - 1]
                )  # fmt: skip
                gy = (
                    smooth[y + 1, x - 1] + 2 * smooth[y + 1, x] + smooth[y + 1, x + 1]
                    - smooth[y - 1, x - 1] - 2 * smooth[y - 1, x] - smooth[y - 1, x + 1]
                )  # fmt: skip
                size = abs(gx) + abs(gy)
                if size > strength[y, x]:
                    strength[y, x] = size
                    ax, ay = abs(gx), abs(gy)
                    if ay < 0.4142 * ax:
                        way[y, x] = 0
                    elif ax < 0.4142 * ay:
                        way[y, x] = 2
                    elif gx * gy > 0:
                        way[y, x] = 1
                    else:
                        way[y, x] = 3


@compiled
def _thin(
    strength: Floats, way: NDArray[np.int8], least: np.float32, found: NDArray[np.int8]
) -> None:
    height, width = strength.shape
    for y in range(3, height - 3):
        for x in range(3, width - 3):
            size = strength[y, x]
            if size < least:
                continue
            which = way[y, x]
            dx = 0 if which == 2 else 1
            dy = 0 if which == 0 else (-1 if which == 3 else 1)
            if size >= strength[y + dy, x + dx] and size > strength[y - dy, x - dx]:
                found[y, x] = which


@compiled
def _seed(found: NDArray[np.int8], which: int, far: NDArray[np.int16]) -> None:
    """Fifths of a pixel: none at an edge of the direction, one pixel at one beside it."""
    height, width = found.shape
    for y in range(height):
        for x in range(width):
            there = found[y, x]
            apart = abs(there - which)
            far[y + 1, x + 1] = 60
            if there >= 0 and apart != 2:
                far[y + 1, x + 1] = 0 if apart == 0 else 5


@compiled
def _sweep(far: NDArray[np.int16]) -> None:
    """Down and right, then up and left: five fifths to a neighbour, seven across a corner."""
    height, width = far.shape
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            beside = min(far[y, x - 1], far[y - 1, x]) + 5
            corner = min(far[y - 1, x - 1], far[y - 1, x + 1]) + 7
            far[y, x] = min(far[y, x], beside, corner)
    for y in range(height - 2, 0, -1):
        for x in range(width - 2, 0, -1):
            beside = min(far[y, x + 1], far[y + 1, x]) + 5
            corner = min(far[y + 1, x + 1], far[y + 1, x - 1]) + 7
            far[y, x] = min(far[y, x], beside, corner)
