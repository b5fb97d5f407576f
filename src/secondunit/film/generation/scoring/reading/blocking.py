"""Blocking: is everybody there, and nobody else?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.expected import SET
from secondunit.film.generation.scoring.reading.colour import difference
from secondunit.film.generation.scoring.reading.compiled import compiled
from secondunit.film.generation.scoring.reading.framing import Fit, Outlines
from secondunit.film.generation.scoring.reading.surfaces import Asked, Surfaces

LEAST = 35
"""Pixels at half size of a figure whose presence is judged."""
_STANDING = 1.7
"""Metres of somebody nobody asked for, to know how tall they would be seen."""
_COMPONENTS = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """How much of a figure is where it should be.

    Args:
        figure: Place among the figures.
        unlike: 0 to 1, the share of it that has not its own colours.
        background: 0 to 1, the share of it that has the colours around it instead.
        lines: Mean distance of its outline to the nearest edge, pixels.
        pixels: At half size.
    """

    figure: int
    unlike: float
    background: float
    lines: float
    pixels: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranger:
    """Something before the set that nobody asked for.

    Args:
        box: Left, top, right, bottom at half size.
        pixels: Of it.
        tall: Its height over that of somebody standing where its feet are.
        varied: How much its colour changes from top to bottom: people have heads and trousers.
        skin: Share of it that has the colour of skin.
        odd: Mean difference from the set.
    """

    box: tuple[int, int, int, int]
    pixels: int
    tall: float
    varied: float
    skin: float
    odd: float

    @property
    def likeness(self) -> float:
        """How like a person it is, to choose the likeliest: its size in the way people are."""
        return float(self.pixels**0.5) * (self.varied + 0.5 * self.skin + 0.1 * self.odd)


def presences(found: Surfaces, lines: Outlines, fit: Fit) -> tuple[Presence, ...]:
    """Every figure that is large enough."""
    asked = found.asked
    graded = found.grade.of(asked.colours)
    meant = np.concatenate([graded, np.zeros((1, 3))])
    made = []
    for figure in range(int(asked.owner.max(initial=-1)) + 1):
        mine = (asked.owner == figure) & (asked.part >= 0)
        pixels = int(mine.sum())
        if pixels < LEAST:
            continue
        own = difference(found.lab[mine], meant[asked.part[mine]])
        around = _around(asked, mine)
        if around.sum() >= 20:
            ring = np.median(found.lab[around], axis=0)
            other = difference(found.lab[mine], ring)
        else:
            other = np.full(pixels, 1.0)
        bounds = lines.owner == figure
        made.append(
            Presence(
                figure=figure,
                unlike=float((own > 0.10).mean()),
                background=float(((other < own) & (own > 0.05)).mean()),
                lines=float(fit.each[bounds].mean()) if bounds.any() else 0.0,
                pixels=pixels,
            )
        )
    return tuple(made)


def strangers(found: Surfaces) -> tuple[Stranger, ...]:
    """What stands before the set and was not asked for, the likeliest person first."""
    asked = found.asked
    least = max(2.6 * found.noise + 0.02, 0.045)
    odd = (found.odd > least) & (asked.owner < 0)
    label = np.zeros(odd.shape, dtype=np.int32)
    boxes = np.zeros((_COMPONENTS, 5), dtype=np.int32)
    count = components(odd, label, boxes)
    skin = _skin(found)
    made = []
    for number in np.argsort(-boxes[:count, 4])[:12]:
        left, top, right, bottom, pixels = (int(each) for each in boxes[number])
        if pixels < 40:
            break
        inside = label[top : bottom + 1, left : right + 1] == number + 1
        lab = found.lab[top : bottom + 1, left : right + 1]
        made.append(
            Stranger(
                box=(left, top, right + 1, bottom + 1),
                pixels=pixels,
                tall=_tall(asked, top, bottom, left, right),
                varied=_varied(lab, inside),
                skin=float((difference(lab[inside], skin) < 0.05).mean()),
                odd=float(found.odd[top : bottom + 1, left : right + 1][inside].mean()),
            )
        )
    return tuple(sorted(made, key=lambda each: -each.likeness))


def _tall(asked: Asked, top: int, bottom: int, left: int, right: int) -> float:
    """Height of a thing over that of somebody standing on the ground that its lower edge is on."""
    frame = asked.frame
    row = min(2 * bottom, frame.depth.shape[0] - 1)
    depth = float(np.median(frame.depth[row, 2 * left : 2 * right + 1]))
    if not np.isfinite(depth) or depth > 1e4:
        depth = 10.0
    standing = frame.focal_px * _STANDING / depth / 2
    return (bottom - top + 1) / max(standing, 4.0)


def _varied(lab: NDArray[np.float32], inside: NDArray[np.bool_]) -> float:
    """How far apart the median colours of its thirds are, from top to bottom."""
    rows = np.flatnonzero(inside.any(axis=1))
    bands = np.array_split(rows, 4)
    medians = [
        np.median(lab[band][inside[band]], axis=0) for band in bands if inside[band].sum() >= 6
    ]
    if len(medians) < 2:
        return 0.0
    stacked = np.array(medians)
    apart = difference(stacked[:, None], stacked[None])
    return float(apart.max())


def _skin(found: Surfaces) -> NDArray[np.float64]:
    """The colour of skin in this take: of those who are seen, else as graded."""
    from secondunit.film.generation.scoring.reading.colour import oklab_of

    places = [
        place
        for place, part in enumerate(found.asked.parts)
        if part.region == "skin" and part.owner >= 0 and found.asked.sizes[place] >= 20
    ]
    if places:
        return np.asarray(np.median(found.colours[places], axis=0))
    return found.grade.of(oklab_of((226, 190, 164)))


def _around(asked: Asked, mine: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The set within a few pixels of a figure."""
    near = mine
    for _ in range(5):
        grown = near.copy()
        grown[1:] |= near[:-1]
        grown[:-1] |= near[1:]
        grown[:, 1:] |= near[:, :-1]
        grown[:, :-1] |= near[:, 1:]
        near = grown
    return near & (asked.owner <= SET)


@compiled
def components(odd: NDArray[np.bool_], label: NDArray[np.int32], boxes: NDArray[np.int32]) -> int:
    """Number connected pixels from 1, eight neighbours; fill their boxes and sizes."""
    height, width = odd.shape
    stack = np.empty((height * width, 2), dtype=np.int32)
    count = 0
    for row in range(height):
        for column in range(width):
            if not odd[row, column] or label[row, column] or count >= len(boxes):
                continue
            count += 1
            label[row, column] = count
            stack[0, 0], stack[0, 1] = row, column
            held = 1
            left, top, right, bottom, size = column, row, column, row, 0
            while held:
                held -= 1
                y, x = stack[held, 0], stack[held, 1]
                size += 1
                left, right = min(left, x), max(right, x)
                top, bottom = min(top, y), max(bottom, y)
                for dy in range(-1, 2):
                    for dx in range(-1, 2):
                        v, u = y + dy, x + dx
                        if 0 <= v < height and 0 <= u < width and odd[v, u] and not label[v, u]:
                            label[v, u] = count
                            stack[held, 0], stack[held, 1] = v, u
                            held += 1
            boxes[count - 1, 0], boxes[count - 1, 1] = left, top
            boxes[count - 1, 2], boxes[count - 1, 3] = right, bottom
            boxes[count - 1, 4] = size
    return count
