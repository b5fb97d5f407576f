"""Framing: do the lines of the take lie where the shot's own lines should?

The outlines of everything seen are laid on the edges of the take: at their place, shifted, larger
and smaller, and mirrored. A take that was framed as asked fits best at its place.

Source: section 7 of the studio's page on generation: distance of outlines to the nearest edge, cut
off, and its z-score against shifted copies.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.expected import ExpectedFrame, Floats
from secondunit.film.generation.scoring.reading.compiled import compiled
from secondunit.film.generation.scoring.reading.lines import edges

MOST = 3000
"""Points of the outlines that are laid on a take."""
_PLACES = tuple(
    (round(radius * np.cos(turn)), round(radius * np.sin(turn)))
    for radius in (9, 16)
    for turn in np.arange(8) * np.pi / 4
)
"""Shifts, in pixels, that a right take fits worse."""
_SHIFTS = tuple((dx, dy) for dx in range(-40, 41, 5) for dy in range(-25, 26, 5))
_SIZES = (0.77, 0.82, 0.88, 0.94, 1.0, 1.06, 1.13, 1.21, 1.29)
_NEAR = (-3, -2, -1, 0, 1, 2, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """Lines of a frame as it was ordered.

    Args:
        places: ``(n, 2)`` x and y, pixels.
        way: ``(n,)`` direction of each.
        owner: ``(n,)`` figure that it bounds, or ``SET``.
    """

    places: Floats
    way: NDArray[np.int8]
    owner: NDArray[np.int16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How the outlines lie on a take.

    Args:
        there: Mean distance at their place, pixels.
        z: How many deviations better that is than shifted copies.
        best: Mean distance where they fit best.
        shift: That shift, pixels right and down.
        size: That size, 1 for as asked.
        mirrored: Mean distance mirrored, at its best place, less ``there``; below 0 it fits better.
        each: ``(n,)`` distance of each point at its place.
    """

    there: float
    z: float
    best: float
    shift: tuple[float, float]
    size: float
    mirrored: float
    each: Floats

    @property
    def moved_px(self) -> float:
        """How far the best place is from the place, pixels at the edge of the picture."""
        return float(np.hypot(*self.shift)) + 120 * abs(float(np.log(self.size)))


def outlines(frame: ExpectedFrame) -> Outlines:
    """The lines of a frame: its edges where one thing ends and another begins, not its shadows."""
    part = frame.part
    meets = np.zeros(part.shape, dtype=np.bool_)
    down, across = part[1:] != part[:-1], part[:, 1:] != part[:, :-1]
    meets[1:] |= down
    meets[:-1] |= down
    meets[:, 1:] |= across
    meets[:, :-1] |= across
    with np.errstate(invalid="ignore"):
        deep = np.abs(np.diff(frame.depth, axis=1)) > 0.15 * frame.depth[:, 1:]
    meets[:, 1:] |= deep
    found = edges(frame.picture, share=0.15)
    row, column = np.nonzero((found >= 0) & _grown(meets))
    if len(row) > MOST:
        kept = np.linspace(0, len(row) - 1, MOST).astype(np.intp)
        row, column = row[kept], column[kept]
    return Outlines(
        places=np.stack([column, row], axis=1).astype(np.float32),
        way=found[row, column],
        owner=_owner(frame.owner, row, column),
    )


def lay(lines: Outlines, far: Floats, width: int) -> Fit:
    """Lay outlines on a take.

    Args:
        lines: The outlines.
        far: Distances of the take's edges.
        width: Pixels of the picture.
    """
    each = np.empty(len(lines.way), dtype=np.float32)
    if not len(each):
        return Fit(there=0.0, z=0.0, best=0.0, shift=(0.0, 0.0), size=1.0, mirrored=0.0, each=each)
    measure(lines.places, lines.way, far, each)
    there = float(each.mean())
    around = np.array([_cost(lines, far, place, 1.0) for place in _PLACES])
    shift, size, best = _search(lines, far)
    turned = Outlines(
        places=np.ascontiguousarray(
            np.stack([width - 1 - lines.places[:, 0], lines.places[:, 1]], axis=1)
        ),
        way=_TURNED[lines.way],
        owner=lines.owner,
    )
    mirrored = min(
        _cost(turned, far, (dx, dy), 1.0) for dx in range(-4, 5, 2) for dy in range(-4, 5, 2)
    )
    return Fit(
        there=there,
        z=float((around.mean() - there) / (around.std() + 0.15)),
        best=best,
        shift=shift,
        size=size,
        mirrored=mirrored - there,
        each=each,
    )


_TURNED = np.array([0, 3, 2, 1], dtype=np.int8)
"""Direction of an edge seen in a mirror."""


def _search(lines: Outlines, far: Floats) -> tuple[tuple[float, float], float, float]:
    """Shift and size of the best fit: coarse with a few points, then fine with all."""
    step = max(len(lines.way) // 400, 1)
    few = Outlines(
        places=np.ascontiguousarray(lines.places[::step]),
        way=np.ascontiguousarray(lines.way[::step]),
        owner=lines.owner[::step],
    )
    best = (_cost(few, far, (0.0, 0.0), 1.0) - 0.12, (0.0, 0.0), 1.0)
    shifts, sizes = np.array(_SHIFTS, dtype=np.float32), np.array(_SIZES, dtype=np.float32)
    costs = np.empty((len(sizes), len(shifts)), dtype=np.float32)
    _costs(few.places, few.way, far, shifts, sizes, costs)
    for flat in np.argsort(costs, axis=None)[:4]:
        row, column = np.unravel_index(flat, costs.shape)
        base, about = float(sizes[row]), shifts[column]
        near = np.array(
            [(about[0] + dx, about[1] + dy) for dx in _NEAR for dy in _NEAR], dtype=np.float32
        )
        close = np.array([base - 0.03, base, base + 0.03], dtype=np.float32)
        fine = np.empty((len(close), len(near)), dtype=np.float32)
        _costs(few.places, few.way, far, near, close, fine)
        down, across = np.unravel_index(int(np.argmin(fine)), fine.shape)
        if fine[down, across] < best[0]:
            place = (float(near[across, 0]), float(near[across, 1]))
            best = (float(fine[down, across]), place, float(close[down]))
    cost = _cost(lines, far, best[1], best[2])
    return best[1], best[2], cost


def _cost(lines: Outlines, far: Floats, shift: tuple[float, float], size: float) -> float:
    return float(
        _mean_distance(
            lines.places, lines.way, far,
            np.float32(shift[0]), np.float32(shift[1]), np.float32(size),
        )
    )  # fmt: skip


def _grown(meets: NDArray[np.bool_]) -> NDArray[np.bool_]:
    grown = meets.copy()
    grown[1:] |= meets[:-1]
    grown[:-1] |= meets[1:]
    grown[:, 1:] |= meets[:, :-1]
    grown[:, :-1] |= meets[:, 1:]
    return grown


def _owner(
    owner: NDArray[np.int16], row: NDArray[np.intp], column: NDArray[np.intp]
) -> NDArray[np.int16]:
    """The figure on either side of a line, the nearest of the place in the list."""
    height, width = owner.shape
    best = owner[row, column]
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        beside = owner[np.clip(row + dy, 0, height - 1), np.clip(column + dx, 0, width - 1)]
        best = np.maximum(best, beside)
    return best


@compiled
def measure(places: Floats, way: NDArray[np.int8], far: Floats, each: Floats) -> None:
    """Fill ``each`` with the distance of each point at its place."""
    for place in range(len(way)):
        each[place] = far[way[place], int(places[place, 1]), int(places[place, 0])]


@compiled
def _mean_distance(
    places: Floats,
    way: NDArray[np.int8],
    far: Floats,
    dx: np.float32,
    dy: np.float32,
    size: np.float32,
) -> float:
    """Mean distance of points shifted and sized about the middle; outside counts for nothing."""
    height, width = far.shape[1], far.shape[2]
    total, count = 0.0, 0
    for place in range(len(way)):
        x = int((places[place, 0] - width / 2) * size + width / 2 + dx)
        y = int((places[place, 1] - height / 2) * size + height / 2 + dy)
        if 0 <= x < width and 0 <= y < height:
            total += far[way[place], y, x]
            count += 1
    if count < 0.4 * len(way):
        return 12.0
    return total / count


@compiled
def _costs(
    places: Floats,
    way: NDArray[np.int8],
    far: Floats,
    shifts: Floats,
    sizes: Floats,
    costs: Floats,
) -> None:
    for row in range(len(sizes)):
        for column in range(len(shifts)):
            costs[row, column] = _mean_distance(
                places, way, far, shifts[column, 0], shifts[column, 1], sizes[row]
            )
