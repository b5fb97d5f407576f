"""A second, independent way from triangles to pixels: they are projected and filled, not cast.

For the benchmarks alone. It shares no code with the ray caster: the camera comes from the file of
the camera pass, triangles are clipped at a near plane, filled by their edges at pixel centres, and
the nearest wins by one over its depth.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.compiled import compiled

NEAR = 0.01
"""Metres before the eye at which triangles are cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinhole:
    """A camera as the camera pass writes it."""

    matrix: NDArray[np.float64]
    focal: float
    middle: tuple[float, float]
    width: int
    height: int

    def place(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """``(n, 3)``: to the right, up, and along the axis."""
        turn, eye = self.matrix[:3, :3], self.matrix[:3, 3]
        found: NDArray[np.float64] = ((points - eye) @ turn) * (1.0, 1.0, -1.0)
        return found

    def project(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """``(n, 3)``: x and y in pixels, and depth."""
        across, rise, depth = self.place(points).T
        x = self.middle[0] + self.focal * across / depth
        y = self.middle[1] - self.focal * rise / depth
        return np.stack([x, y, depth], axis=1)

    def spots(
        self, x: NDArray[np.float64], y: NDArray[np.float64], depth: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """World points of pixels at depths."""
        local = np.stack(
            [
                (x - self.middle[0]) / self.focal * depth,
                (self.middle[1] - y) / self.focal * depth,
                -depth,
            ],
            axis=1,
        )
        found: NDArray[np.float64] = local @ self.matrix[:3, :3].T + self.matrix[:3, 3]
        return found


def pinhole(said: dict[str, object], scale: int = 1) -> Pinhole:
    """A frame of the camera pass, its pixels divided."""
    numbers = {name: float(str(said[name])) for name in ("fx", "cx", "cy", "width", "height")}
    return Pinhole(
        matrix=np.array(said["matrix"], dtype=np.float64),
        focal=numbers["fx"] * scale,
        middle=(numbers["cx"] * scale, numbers["cy"] * scale),
        width=int(numbers["width"]) * scale,
        height=int(numbers["height"]) * scale,
    )


def rasterise(
    corners: NDArray[np.float64], camera: Pinhole
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """``(h, w)`` the nearest triangle of each pixel's centre (-1 for none), and its depth.

    Args:
        corners: ``(m, 3, 3)`` world points of triangles.
        camera: The camera.
    """
    placed = camera.place(corners.reshape(-1, 3)).reshape(-1, 3, 3)
    face = np.full((camera.height, camera.width), -1, dtype=np.int32)
    inverse = np.zeros((camera.height, camera.width))
    _fill(placed, camera.focal, camera.middle[0], camera.middle[1], face, inverse)
    with np.errstate(divide="ignore"):
        return face, 1 / inverse


@compiled
def _fill(
    placed: NDArray[np.float64],
    focal: float,
    middle_x: float,
    middle_y: float,
    face: NDArray[np.int32],
    inverse: NDArray[np.float64],
) -> None:
    height, width = face.shape
    cut = np.empty((4, 3))
    x, y, w = np.empty(4), np.empty(4), np.empty(4)
    for index in range(len(placed)):
        count = _clip(placed[index], cut)
        for corner in range(count):
            depth = cut[corner, 2]
            x[corner] = middle_x + focal * cut[corner, 0] / depth
            y[corner] = middle_y - focal * cut[corner, 1] / depth
            w[corner] = 1 / depth
        for second in range(1, count - 1):
            third = second + 1
            area = (x[second] - x[0]) * (y[third] - y[0]) - (x[third] - x[0]) * (y[second] - y[0])
            if abs(area) < 1e-12:
                continue
            left = max(int(np.floor(min(x[0], x[second], x[third]) - 0.5)), 0)
            right = min(int(np.ceil(max(x[0], x[second], x[third]) - 0.5)), width - 1)
            top = max(int(np.floor(min(y[0], y[second], y[third]) - 0.5)), 0)
            foot = min(int(np.ceil(max(y[0], y[second], y[third]) - 0.5)), height - 1)
            for row in range(top, foot + 1):
                for column in range(left, right + 1):
                    px, py = column + 0.5, row + 0.5
                    b = ((px - x[0]) * (y[third] - y[0]) - (x[third] - x[0]) * (py - y[0])) / area
                    c = ((x[second] - x[0]) * (py - y[0]) - (px - x[0]) * (y[second] - y[0])) / area
                    if b < 0 or c < 0 or b + c > 1:
                        continue
                    value = w[0] * (1 - b - c) + w[second] * b + w[third] * c
                    if value > inverse[row, column]:
                        inverse[row, column] = value
                        face[row, column] = index


@compiled
def _clip(triangle: NDArray[np.float64], cut: NDArray[np.float64]) -> int:
    """A triangle before the near plane; how many corners it has then."""
    count = 0
    for corner in range(3):
        here, there = triangle[corner], triangle[(corner + 1) % 3]
        if here[2] >= NEAR:
            cut[count] = here
            count += 1
        if (here[2] >= NEAR) != (there[2] >= NEAR):
            share = (NEAR - here[2]) / (there[2] - here[2])
            cut[count] = here + (there - here) * share
            cut[count, 2] = NEAR
            count += 1
    return count
