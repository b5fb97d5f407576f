"""A ray caster of our own for machines that have no embreex wheel.

A tree of boxes over the triangles, split at the median of the longest side and walked without
recursion; compiled by numba on first use. Source: Möller and Trumbore 1997 for the triangle.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.compiled import compiled

LEAF = 4
"""Most triangles in a leaf."""
_DEPTH = 64
"""Of the stack: a median split of 2**31 triangles needs half of it."""


class Tree:
    """Triangles under boxes.

    Args:
        points: ``(n, 3)`` float32.
        faces: ``(m, 3)`` int32.
    """

    def __init__(self, points: NDArray[np.float32], faces: NDArray[np.int32]) -> None:
        self._corners = np.ascontiguousarray(points[faces].astype(np.float64))
        centres = self._corners.mean(axis=1)
        order = np.arange(len(faces))
        boxes: list[NDArray[np.float64]] = []
        links: list[tuple[int, int]] = []
        self._grow(order, 0, len(order), centres, (boxes, links))
        self._order = order
        self._boxes = np.array(boxes)
        self._links = np.array(links, dtype=np.int64)

    def cast(
        self, origins: NDArray[np.float32], ways: NDArray[np.float32]
    ) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        """The nearest face of each ray (-1 for none), and ``(n, 3)`` distance, u and v."""
        face = np.full(len(origins), -1, dtype=np.int32)
        place = np.zeros((len(origins), 3))
        _walk(
            origins.astype(np.float64), ways.astype(np.float64), self._corners, self._order,
            self._boxes, self._links, face, place,
        )  # fmt: skip
        return face, place

    def _grow(
        self,
        order: NDArray[np.int64],
        start: int,
        end: int,
        centres: NDArray[np.float64],
        grown: tuple[list[NDArray[np.float64]], list[tuple[int, int]]],
    ) -> int:
        """Add the node of a run of faces; a leaf links to its run, an inner node to its children.

        A leaf is told by a negative first link.
        """
        boxes, links = grown
        mine = self._corners[order[start:end]].reshape(-1, 3)
        place = len(boxes)
        boxes.append(np.concatenate([mine.min(axis=0), mine.max(axis=0)]))
        links.append((-1 - start, end))
        if end - start <= LEAF:
            return place
        run = centres[order[start:end]]
        axis = int(np.argmax(np.ptp(run, axis=0)))
        order[start:end] = order[start:end][np.argsort(run[:, axis], kind="stable")]
        half = (start + end) // 2
        left = self._grow(order, start, half, centres, grown)
        right = self._grow(order, half, end, centres, grown)
        links[place] = (left, right)
        return place


@compiled
def _walk(
    origins: NDArray[np.float64],
    ways: NDArray[np.float64],
    corners: NDArray[np.float64],
    order: NDArray[np.int64],
    boxes: NDArray[np.float64],
    links: NDArray[np.int64],
    face: NDArray[np.int32],
    place: NDArray[np.float64],
) -> None:
    stack = np.empty(_DEPTH, dtype=np.int64)
    for ray in range(len(origins)):
        origin, way = origins[ray], ways[ray]
        nearest = np.inf
        stack[0], top = 0, 1
        while top:
            top -= 1
            node = stack[top]
            if not _enters(origin, way, boxes[node], nearest):
                continue
            first, second = links[node]
            if first >= 0:
                stack[top], stack[top + 1] = first, second
                top += 2
                continue
            for spot in range(-1 - first, second):
                distance, u, v = meets(origin, way, corners[order[spot]])
                if 0.0 < distance < nearest:
                    nearest = distance
                    face[ray] = order[spot]
                    place[ray, 0], place[ray, 1], place[ray, 2] = distance, u, v


@compiled
def _enters(
    origin: NDArray[np.float64], way: NDArray[np.float64], box: NDArray[np.float64], most: float
) -> bool:
    """True when a ray goes through a box before a distance."""
    low, high = 0.0, most
    for axis in range(3):
        if abs(way[axis]) < 1e-12:
            if origin[axis] < box[axis] or origin[axis] > box[axis + 3]:
                return False
            continue
        near = (box[axis] - origin[axis]) / way[axis]
        far = (box[axis + 3] - origin[axis]) / way[axis]
        if near > far:
            near, far = far, near
        low, high = max(low, near), min(high, far)
        if low > high + 1e-9:
            return False
    return True


@compiled
def meets(
    origin: NDArray[np.float64], way: NDArray[np.float64], corner: NDArray[np.float64]
) -> tuple[float, float, float]:
    """Distance, u and v of a ray on a triangle; a negative distance for none."""
    ax, ay, az = corner[0, 0], corner[0, 1], corner[0, 2]
    fx, fy, fz = corner[1, 0] - ax, corner[1, 1] - ay, corner[1, 2] - az
    gx, gy, gz = corner[2, 0] - ax, corner[2, 1] - ay, corner[2, 2] - az
    px = way[1] * gz - way[2] * gy
    py = way[2] * gx - way[0] * gz
    pz = way[0] * gy - way[1] * gx
    det = fx * px + fy * py + fz * pz
    if abs(det) < 1e-14:
        return -1.0, 0.0, 0.0
    ox, oy, oz = origin[0] - ax, origin[1] - ay, origin[2] - az
    u = (ox * px + oy * py + oz * pz) / det
    if u < 0.0 or u > 1.0:
        return -1.0, 0.0, 0.0
    qx = oy * fz - oz * fy
    qy = oz * fx - ox * fz
    qz = ox * fy - oy * fx
    v = (way[0] * qx + way[1] * qy + way[2] * qz) / det
    if v < 0.0 or u + v > 1.0:
        return -1.0, 0.0, 0.0
    return (gx * qx + gy * qy + gz * qz) / det, u, v
