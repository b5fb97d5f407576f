"""The pen that draws arrows: outlined shapes, strokes and ribbons."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

Spot = tuple[float, float]
INK = (38, 34, 33)
PAPER = (252, 249, 240)
FINE = 2
"""Arrows are drawn this many times larger, and reduced."""


class Pen:
    """Draws outlined shapes; positions are shares of the frame."""

    def __init__(self, draw: Any, size: tuple[int, int], line: float) -> None:
        self._draw = draw
        self.width, self.height = size
        self._line = max(2, round(line))

    def shape(self, points: Sequence[Spot], fill: tuple[int, int, int] = PAPER) -> None:
        """A filled outline; points in fine pixels."""
        self._draw.polygon(list(points), fill=(*fill, 235))
        closed = [*points, points[0], points[1]]
        self._draw.line(closed, fill=(*INK, 255), width=self._line, joint="curve")

    def stroke(self, points: Sequence[Spot], *, wide: float = 1.0) -> None:
        """An open line, with a pale edge so that it reads on any ground."""
        width = round(self._line * wide)
        self._draw.line(list(points), fill=(*PAPER, 220), width=width * 3, joint="curve")
        self._draw.line(list(points), fill=(*INK, 255), width=width, joint="curve")

    def arrow(
        self, start: Spot, end: Spot, thick: float, fill: tuple[int, int, int] = PAPER
    ) -> None:
        """A fat arrow between two places, in fine pixels."""
        self.shape(arrow_outline(start, end, thick), fill)

    def at(self, x: float, y: float) -> Spot:
        """A place by its shares of width and height."""
        return (x * self.width, y * self.height)


def arrow_outline(start: Spot, end: Spot, thick: float) -> list[Spot]:
    """Seven corners of an arrow: a shaft of ``thick`` and a head twice as wide."""
    run = (end[0] - start[0], end[1] - start[1])
    length = math.hypot(*run) or 1.0
    along = (run[0] / length, run[1] / length)
    across = (-along[1], along[0])
    head = min(1.6 * thick, 0.6 * length)
    neck = (end[0] - along[0] * head, end[1] - along[1] * head)

    def off(spot: Spot, by: float) -> Spot:
        return (spot[0] + across[0] * by, spot[1] + across[1] * by)

    half = thick / 2
    return [
        off(start, half), off(neck, half), off(neck, 2 * half), end, off(neck, -2 * half),
        off(neck, -half), off(start, -half),
    ]  # fmt: skip


def ribbon(pen: Pen, spots: Sequence[Spot], thick: float) -> None:
    """A bent arrow along a row of places."""
    path = np.array(spots)
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) * thick / 2
    neck = len(path) - 3
    left, right = path[: neck + 1] + across[: neck + 1], path[: neck + 1] - across[: neck + 1]
    tip = path[neck] + along[neck] * thick * 1.7
    outline = [*left, path[neck] + 2 * across[neck], tip, path[neck] - 2 * across[neck]]
    pen.shape([(float(x), float(y)) for x, y in [*outline, *right[::-1]]])
