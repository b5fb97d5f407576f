"""Motion: does what is seen move as the shot's camera should make it move?

The picture a quarter of a second later is looked up where depth and both cameras say that each
place has gone to, and also to all sides of there: a take that moves as asked fits best at no
distance, the near and the far of it each for itself.

Source: section 7 of the studio's page on generation (flow against analytic flow).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.expected import ExpectedFrame, Floats, Picture
from secondunit.film.generation.scoring.reading.colour import oklab
from secondunit.film.generation.scoring.reading.compiled import compiled

MOST = 1600
"""Places that are followed."""
LEAST = 120
"""Places that a motion needs to be judged."""
_ENOUGH = 0.012
"""Slope of lightness that a place needs to be found again."""
_COARSE = np.arange(-12, 13, 3, dtype=np.float32)
_GROWTHS = np.array([-0.09, -0.06, -0.03, 0.0, 0.03, 0.06, 0.09], dtype=np.float32)
_FINE = np.array([-1.5, -0.75, 0.0, 0.75, 1.5], dtype=np.float32)
_PREFERRED = 0.15
"""Share of the cost by which another motion must fit better to be believed."""
_HELD = 0.012
"""Share of the cost that a pixel away from the due motion costs: an edge alone says nothing of how
far along itself it went."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How the set moved between two frames of a take; lengths are pixels of the whole picture.

    Args:
        places: Places that were followed.
        near: How far from their due places the nearer half of them is.
        far: The same of the farther half.
        gain: By which share it fits better there, the larger of the two.
        due: Median length of the way that was due.
        shift: Way that the middle of the picture went, right and down.
        asked: Way that it was due to go.
        growth: By how much the picture grew about its middle, 0 for not at all.
        asked_growth: By how much it was due to.
    """

    places: int
    near: float
    far: float
    gain: float
    due: float
    shift: tuple[float, float]
    asked: tuple[float, float]
    growth: float
    asked_growth: float


def find_motion(frame: ExpectedFrame, first: Picture, later: Picture) -> Moved | None:
    """How a take moved from a frame to the one ahead; None where nothing can be followed."""
    before, after = _smooth(oklab(first)[..., 0]), _smooth(oklab(later)[..., 0])
    height, width = before.shape
    slope = np.zeros_like(before)
    slope[1:-1, 1:-1] = np.hypot(
        before[1:-1, 2:] - before[1:-1, :-2], before[2:, 1:-1] - before[:-2, 1:-1]
    )
    window = (slice(None, 2 * height, 2), slice(None, 2 * width, 2))
    slope[frame.owner[window] >= 0] = 0
    row, column = np.nonzero(slope > _ENOUGH)
    if len(row) < LEAST:
        return None
    if len(row) > MOST:
        kept = np.sort(np.argsort(-slope[row, column], kind="stable")[: 2 * MOST])[::2]
        row, column = row[kept], column[kept]
    due = frame.flow[window][row, column] / 2
    depth = frame.depth[window][row, column]
    places = np.stack([column, row], axis=1).astype(np.float32)
    ways = np.ascontiguousarray(due, dtype=np.float32)
    half = depth <= np.median(depth)
    found = [
        _search(np.ascontiguousarray(places[chosen]), np.ascontiguousarray(ways[chosen]),
                before, after)
        for chosen in (half, ~half, np.ones(len(half), dtype=np.bool_))
        if chosen.sum() >= LEAST // 3
    ]  # fmt: skip
    arms = places - np.array([width / 2, height / 2])
    asked, asked_growth = np.median(due, axis=0), _growth(arms, due)
    offset = found[-1]
    return Moved(
        places=len(row),
        near=found[0].length,
        far=found[-2].length if len(found) > 2 else found[-1].length,
        gain=max(each.gain for each in found),
        due=2 * float(np.median(np.hypot(*due.T))),
        shift=(2 * float(asked[0] + offset.across), 2 * float(asked[1] + offset.down)),
        asked=(2 * float(asked[0]), 2 * float(asked[1])),
        growth=asked_growth + offset.growth,
        asked_growth=asked_growth,
    )


def motion_row(moved: Moved) -> tuple[float, ...]:
    """Features of a motion: its errors against what was due, and how much was due."""
    worst, least = max(moved.near, moved.far), 2.0 + 0.25 * moved.due
    return (
        float(np.log1p(worst)),
        min(worst / least, 6.0),
        moved.gain,
        float(np.log1p(min(moved.near, moved.far))),
    )


def describe(shift: tuple[float, float], growth: float) -> str:
    """A motion in words: which way the picture goes.

    >>> describe((0.2, 0.1), 0.0), describe((-9.0, 0.0), 0.0), describe((0.0, 0.0), 0.05)
    ('still', 'the picture goes left', 'the picture grows')
    """
    across, down = shift
    words = []
    if max(abs(across), abs(down)) >= 1.2:
        if abs(across) >= abs(down):
            words.append("goes left" if across < 0 else "goes right")
        else:
            words.append("goes up" if down < 0 else "goes down")
    if abs(growth) >= 0.012:
        words.append("grows" if growth > 0 else "shrinks")
    return f"the picture {' and '.join(words)}" if words else "still"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offset:
    """The motion beside the due one that fits best, pixels at half size."""

    across: float
    down: float
    growth: float
    gain: float
    reach: float

    @property
    def length(self) -> float:
        """Pixels of the whole picture, at the places that were followed."""
        return 2 * float(np.hypot(self.across, self.down)) + 2 * abs(self.growth) * self.reach


def _search(places: Floats, ways: Floats, before: Floats, after: Floats) -> _Offset:
    middle = np.array([before.shape[1] / 2, before.shape[0] / 2], dtype=np.float32)
    reach = float(np.abs(places - middle).mean())
    there = np.empty(1, dtype=np.float32)
    _costs(places, ways, before, after, np.zeros((1, 3), dtype=np.float32), there)
    held = _HELD * float(there[0])
    grid = np.array([(x, y, g) for g in _GROWTHS for y in _COARSE for x in _COARSE])
    step = max(len(places) // 500, 1)
    few, few_ways = np.ascontiguousarray(places[::step]), np.ascontiguousarray(ways[::step])
    costs = np.empty(len(grid), dtype=np.float32)
    _costs(few, few_ways, before, after, grid.astype(np.float32), costs)
    least = float(there[0])
    best = grid[int(np.argmin(costs + held * _lengths(grid, reach)))]
    for fine, growths in ((_FINE, (-0.015, 0.0, 0.015)), (_FINE / 2, (-0.006, 0.0, 0.006))):
        near = np.array([best + np.array([x, y, g]) for g in growths for y in fine for x in fine])
        costs = np.empty(len(near), dtype=np.float32)
        _costs(places, ways, before, after, near.astype(np.float32), costs)
        chosen = int(np.argmin(costs + held * _lengths(near, reach)))
        best, least = near[chosen], float(costs[chosen])
    gain = (float(there[0]) - least) / max(float(there[0]), 1e-6)
    if gain < _PREFERRED:
        best = np.zeros(3)
    across, down, growth = (float(each) for each in best)
    return _Offset(across=across, down=down, growth=growth, gain=max(gain, 0.0), reach=reach)


def _lengths(offsets: NDArray[np.float64], reach: float) -> NDArray[np.float64]:
    found: NDArray[np.float64] = np.hypot(offsets[:, 0], offsets[:, 1]) + reach * np.abs(
        offsets[:, 2]
    )
    return found


def _growth(arms: NDArray[np.floating], ways: NDArray[np.floating]) -> float:
    """Slope of the ways along the arms from the middle, the shift taken out."""
    far = arms - arms.mean(axis=0)
    near = ways - ways.mean(axis=0)
    return float((far * near).sum() / max(float((far**2).sum()), 1.0))


def _smooth(light: Floats) -> Floats:
    """Blurred a little: grain does not move with what it lies on."""
    padded = np.pad(light, 1, mode="edge")
    across = (padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]) / 4
    return np.ascontiguousarray((across[:-2] + 2 * across[1:-1] + across[2:]) / 4)


@compiled
def _costs(
    places: Floats, ways: Floats, before: Floats, after: Floats, tried: Floats, costs: Floats
) -> None:
    """Mean difference of lightness, cut off, for each motion beside the due one."""
    height, width = before.shape
    for which in range(len(tried)):
        total, count = 0.0, 0
        for place in range(len(places)):
            x0, y0 = places[place, 0], places[place, 1]
            x = x0 + ways[place, 0] + tried[which, 0] + tried[which, 2] * (x0 - width / 2)
            y = y0 + ways[place, 1] + tried[which, 1] + tried[which, 2] * (y0 - height / 2)
            if x < 0 or y < 0 or x >= width - 1 or y >= height - 1:
                continue
            u, v = int(x), int(y)
            fx, fy = x - u, y - v
            top = after[v, u] * (1 - fx) + after[v, u + 1] * fx
            low = after[v + 1, u] * (1 - fx) + after[v + 1, u + 1] * fx
            apart = abs(before[int(y0), int(x0)] - (top * (1 - fy) + low * fy))
            total += min(apart, 0.1)
            count += 1
        costs[which] = total / count if count > 0.4 * len(places) else 0.1
