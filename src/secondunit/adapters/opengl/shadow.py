"""Shadows from maps of the faces that the light meets first; each answer is made sure of exactly.

A map holds a face for every pixel, not a depth: whether that face stands before a place is then
reckoned on the triangle itself. So there is no bias to choose, and edges are the triangles' own.
The maps follow each other outwards from the eye, each coarser than the one before.

Source: F. Zhang et al., Parallel-split shadow maps (2006), for the split by distance.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.opengl.lens import Patch
from secondunit.adapters.render.casting.bvh import meets
from secondunit.adapters.render.casting.compiled import compiled
from secondunit.adapters.render.mesh import Floats

MAP = 2048
"""Pixels of a map, each way."""
RINGS = (6.0, 18.0, 60.0)
"""Metres from the eye at which one map ends and the next begins."""


def rings(starts: Floats, eye: NDArray[np.float64]) -> list[NDArray[np.intp]]:
    """Which places each map is for, nearest first; none is empty."""
    away = np.linalg.norm(starts - eye.astype(np.float32), axis=1)
    which = np.digitize(away, RINGS)
    found = [np.flatnonzero(which == ring) for ring in range(len(RINGS) + 1)]
    return [each for each in found if len(each)]


def shadowed(
    seen: NDArray[np.int32], patch: Patch, starts: Floats, corners: Floats
) -> NDArray[np.bool_]:
    """True for places before which one of the faces about them stands.

    Args:
        seen: ``(h, w)`` face of each pixel of the map, -1 for none.
        patch: What the map shows.
        starts: ``(n, 3)`` places.
        corners: ``(m, 3, 3)`` corners of the faces.
    """
    blocked = np.zeros(len(starts), dtype=np.bool_)
    exact = starts.astype(np.float64), corners.astype(np.float64)
    _ask(seen, patch.axes, patch.low, patch.size, *exact, blocked)
    return blocked


@compiled
def _ask(
    seen: NDArray[np.int32],
    axes: NDArray[np.float64],
    low: NDArray[np.float64],
    size: NDArray[np.float64],
    starts: NDArray[np.float64],
    corners: NDArray[np.float64],
    blocked: NDArray[np.bool_],
) -> None:
    """Fill ``blocked``: the four pixels about a place name the faces that are asked."""
    height, width = seen.shape
    for index in range(len(starts)):
        place = starts[index]
        across, along = 0.0, 0.0
        for axis in range(3):
            across += place[axis] * axes[0, axis]
            along += place[axis] * axes[1, axis]
        left = int(np.floor((across - low[0]) / size[0] * width - 0.5))
        top = int(np.floor((along - low[1]) / size[1] * height - 0.5))
        last = -1
        for corner in range(4):
            column, row = left + corner % 2, top + corner // 2
            if not (0 <= column < width and 0 <= row < height):
                continue
            face = seen[row, column]
            if face >= 0 and face != last and meets(place, axes[2], corners[face])[0] > 0.0:
                blocked[index] = True
                break
            last = face
