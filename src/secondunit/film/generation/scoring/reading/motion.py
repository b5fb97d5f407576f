"""Motion: does what is seen move as the shot's camera should make it move?

Blocks of the picture are found again a quarter of a second later, and where they went is held
against the flow that depth and both cameras give.

Source: section 7 of the studio's page on generation (flow against analytic flow).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.expected import ExpectedFrame, Floats, Picture
from secondunit.film.generation.scoring.reading.colour import oklab
from secondunit.film.generation.scoring.reading.compiled import compiled

BLOCK = 12
"""Pixels of a block at half size."""
REACH = 11
"""Pixels at half size that a block is looked for around its place and around its due place."""
LEAST = 8
"""Blocks that must be found again for a motion to be judged."""
_TEXTURE = 0.008
"""Deviation of lightness that a block needs to be found again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """How the set moved between two frames of a take; lengths are pixels of the whole picture.

    Args:
        blocks: Blocks that were found again.
        error: Median distance from where they were due.
        far: Upper quartile of that.
        due: Median length of the way that was due.
        shift: Median way they went, right and down.
        asked: Median way that was due.
        growth: By how much the picture grew about its middle, 0 for not at all.
        asked_growth: By how much it was due to.
    """

    blocks: int
    error: float
    far: float
    due: float
    shift: tuple[float, float]
    asked: tuple[float, float]
    growth: float
    asked_growth: float


def find_motion(frame: ExpectedFrame, first: Picture, later: Picture) -> Moved | None:
    """How a take moved from a frame to the one ahead; None where nothing can be followed."""
    before, after = oklab(first)[..., 0], oklab(later)[..., 0]
    due = frame.flow[: 2 * before.shape[0] : 2, : 2 * before.shape[1] : 2] / 2
    on_set = frame.owner[: 2 * before.shape[0] : 2, : 2 * before.shape[1] : 2] < 0
    rows = (before.shape[0] // BLOCK) * (before.shape[1] // BLOCK)
    went = np.zeros((rows, 6), dtype=np.float32)
    count = _follow(
        np.ascontiguousarray(before), np.ascontiguousarray(after),
        np.ascontiguousarray(due.astype(np.float32)), np.ascontiguousarray(on_set), went,
    )  # fmt: skip
    if count < LEAST:
        return None
    found = went[:count].astype(np.float64)
    ways, wanted = 2 * found[:, 2:4], 2 * found[:, 4:6]
    apart = np.hypot(*(ways - wanted).T)
    middle = np.array([before.shape[1] / 2, before.shape[0] / 2])
    arms = 2 * (found[:, :2] - middle)
    shift, asked = np.median(ways, axis=0), np.median(wanted, axis=0)
    return Moved(
        blocks=count,
        error=float(np.median(apart)),
        far=float(np.quantile(apart, 0.75)),
        due=float(np.median(np.hypot(*wanted.T))),
        shift=(float(shift[0]), float(shift[1])),
        asked=(float(asked[0]), float(asked[1])),
        growth=_growth(arms, ways),
        asked_growth=_growth(arms, wanted),
    )


def motion_row(moved: Moved) -> tuple[float, ...]:
    """Features of a motion: its errors against what was due, and how much was due."""
    least = 1.0 + 0.25 * moved.due
    return (
        float(np.log1p(moved.error)),
        moved.error / least,
        moved.far / least,
        float(np.log1p(moved.due)),
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


def _growth(arms: NDArray[np.float64], ways: NDArray[np.float64]) -> float:
    """Slope of the ways along the arms from the middle, the shift taken out."""
    far = arms - arms.mean(axis=0)
    near = ways - ways.mean(axis=0)
    return float((far * near).sum() / max(float((far**2).sum()), 1.0))


@compiled
def _find(
    before: Floats, after: Floats, top: int, left: int, due_x: int, due_y: int, held: Floats
) -> int:
    """Look for a block around its place and its due place; fill least cost, their sum, its way."""
    height, width = before.shape
    looked = 0
    held[0], held[1], held[2], held[3] = 1e9, 0.0, 0.0, 0.0
    for around in range(2):
        mid_x, mid_y = (due_x, due_y) if around else (0, 0)
        if around and abs(mid_x) + abs(mid_y) < 4:
            continue
        for down in range(top + mid_y - 11, top + mid_y + 12):
            for across in range(left + mid_x - 11, left + mid_x + 12):
                if down < 0 or across < 0 or down + 12 > height or across + 12 > width:
                    continue
                cost = 0.0
                for y in range(0, 12, 2):
                    for x in range(12):
                        cost += abs(before[top + y, left + x] - after[down + y, across + x])
                held[1] += cost
                looked += 1
                if cost < held[0]:
                    held[0], held[2], held[3] = cost, across - left, down - top
    return looked


@compiled
def _follow(
    before: Floats, after: Floats, due: Floats, on_set: NDArray[np.bool_], went: Floats
) -> int:
    """Fill ``went``: middle, way and due way of each block of the set that was found again."""
    height, width = before.shape
    count = 0
    held = np.zeros(4, dtype=np.float32)
    for top in range(0, height - 12 + 1, 12):
        for left in range(0, width - 12 + 1, 12):
            mean, square, members = 0.0, 0.0, 0
            due_x, due_y = 0.0, 0.0
            for y in range(top, top + 12):
                for x in range(left, left + 12):
                    value = before[y, x]
                    mean += value
                    square += value * value
                    due_x += due[y, x, 0]
                    due_y += due[y, x, 1]
                    if on_set[y, x]:
                        members += 1
            mean, square = mean / 144, square / 144
            due_x, due_y = due_x / 144, due_y / 144
            if members < 120 or square - mean * mean < 0.008 * 0.008:
                continue
            looked = _find(before, after, top, left, round(due_x), round(due_y), held)
            best, total, at_x, at_y = held
            if looked == 0 or best > 0.55 * total / looked:
                continue
            went[count, 0], went[count, 1] = left + 6, top + 6
            went[count, 2], went[count, 3] = at_x, at_y
            went[count, 4], went[count, 5] = due_x, due_y
            count += 1
    return count
