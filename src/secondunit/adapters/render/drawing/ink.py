"""Ink: lines where parts meet, heavy round figures, lighter inside, fine for creases."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.scene import Parts
from secondunit.adapters.render.mesh import Floats

NOTHING = -1
"""Part number of the sky."""
_HEAVY, _MEDIUM, _FINE = 1.0, 0.88, 0.72
"""Density of the three lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Parts and depths on the fine grid: two by two samples a pixel.

    Args:
        part: ``(2h, 2w)`` part numbers, :data:`NOTHING` for the sky.
        depth: ``(2h, 2w)`` metres along the axis.
        pixel: Size of a fine pixel at one metre, in metres.
    """

    part: NDArray[np.int16]
    depth: Floats
    pixel: float


def edge_pixels(part: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Pixels that need finer samples: where parts meet, and their neighbours."""
    differs = np.zeros(part.shape, dtype=np.bool_)
    across = part[:, 1:] != part[:, :-1]
    along = part[1:] != part[:-1]
    differs[:, 1:] |= across
    differs[:, :-1] |= across
    differs[1:] |= along
    differs[:-1] |= along
    return differs


def draw_lines(grid: Grid, parts: Parts, scale: float) -> NDArray[np.uint8]:
    """``(h, w)`` density of ink, 0 to 255.

    Args:
        grid: What is where.
        parts: What the parts are.
        scale: Line weight; 1 for a frame of 960 pixels.
    """
    masks = [np.zeros(grid.part.shape, dtype=np.uint8) for _ in range(3)]
    for axis in (0, 1):
        _mark(grid, parts, masks, axis)
    heavy = _spread(masks[0], 2 if scale > 0.8 else 1)
    medium = _spread(masks[1], 1)
    fine = masks[2]
    if scale > 1.5:
        heavy, medium, fine = _spread(heavy, 1), _spread(medium, 1), _spread(fine, 1)
    ink = np.maximum(heavy, medium)
    np.maximum(ink, fine, out=ink)
    return _halved(ink)


def _mark(grid: Grid, parts: Parts, masks: list[NDArray[np.uint8]], axis: int) -> None:
    """Mark the pixels on the near side of every meeting along an axis."""
    part, depth = grid.part, grid.depth
    width = part.shape[1]
    before, after = (part[:-1], part[1:]) if axis == 0 else (part[:, :-1], part[:, 1:])
    row, column = np.nonzero(before != after)
    first = row * width + column
    second = first + (width if axis == 0 else 1)
    flat_part, flat_depth = part.ravel(), depth.ravel()
    a, b = flat_part[first], flat_part[second]
    da, db = flat_depth[first], flat_depth[second]
    near_first = da <= db
    near = np.where(near_first, first, second)
    front, back = np.where(near_first, a, b), np.where(near_first, b, a)
    close = np.minimum(da, db)
    gap = np.abs(da - db)
    sky = back == NOTHING
    same = (parts.object[front] == parts.object[back]) & ~sky
    figure = parts.figure[front] | (parts.figure[back] & ~sky)
    step = gap > 0.010 + 4 * grid.pixel * close
    quiet = same & figure & (parts.quiet[front] | parts.quiet[back])
    contrast = parts.material[front] != parts.material[back]
    heavy = figure & ~same
    medium = ~heavy & ~quiet & ((same & figure & step) | (~same & (gap > 0.06 * close)) | sky)
    fine = ~heavy & ~medium & ~quiet & (~figure | contrast)
    fade = np.where(figure, 1 / (1 + close / 40), 1 / (1 + close / 18))
    for mask, chosen, density in zip(
        masks, (heavy, medium, fine), (_HEAVY, _MEDIUM, _FINE), strict=True
    ):
        picked = np.flatnonzero(chosen)
        value = (255 * density * fade[picked]).astype(np.uint8)
        flat = mask.ravel()
        flat[near[picked]] = np.maximum(flat[near[picked]], value)


def _spread(mask: NDArray[np.uint8], radius: int) -> NDArray[np.uint8]:
    """Lines made thicker by a pixel on the right and below, then round about."""
    out = mask.copy()
    np.maximum(out[:, 1:], mask[:, :-1], out=out[:, 1:])
    np.maximum(out[1:], mask[:-1], out=out[1:])
    for _ in range(radius - 1):
        wide = out.copy()
        np.maximum(wide[:, :-1], out[:, 1:], out=wide[:, :-1])
        np.maximum(wide[:, 1:], out[:, :-1], out=wide[:, 1:])
        np.maximum(wide[:-1], out[1:], out=wide[:-1])
        np.maximum(wide[1:], out[:-1], out=wide[1:])
        out = wide
    return out


def _halved(ink: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The fine grid on pixels, with a filter wide enough to smooth the steps."""
    from PIL import Image

    height, width = ink.shape
    small = Image.fromarray(ink).resize((width // 2, height // 2), Image.Resampling.BILINEAR)
    return np.asarray(small)
