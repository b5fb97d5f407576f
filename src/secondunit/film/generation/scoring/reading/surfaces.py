"""Surfaces: each part of the picture as it came against as it was asked, at half size.

One reading of a frame that wardrobe, blocking and pose are all judged from.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.expected import ExpectedFrame, Floats, Part, Picture
from secondunit.film.generation.scoring.reading.colour import (
    LEAST,
    Grade,
    difference,
    find_grade,
    oklab,
    part_colours,
)
from secondunit.film.generation.scoring.reading.compiled import compiled

_DRIFT = 0.08
"""How far the colour of a surface may be from the asked one and still be its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A frame as it was ordered, read once for all takes of the shot.

    Args:
        frame: The frame.
        parts: What is seen of the shot.
        lab: ``(h, w, 3)`` its colours at half size.
        part: ``(h, w)`` its parts at half size, -1 within a pixel of where two meet.
        whole: ``(h, w)`` the same with the pixels where they meet.
        owner: ``(h, w)`` whose each is.
        colours: ``(parts, 3)`` median of each part.
        sizes: Pixels of each part.
    """

    frame: ExpectedFrame
    parts: tuple[Part, ...]
    lab: Floats
    part: NDArray[np.int16]
    whole: NDArray[np.int16]
    owner: NDArray[np.int16]
    colours: NDArray[np.float64]
    sizes: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surfaces:
    """A take's frame against that.

    Args:
        asked: What was asked.
        lab: Its colours.
        colours: Median of each part's place.
        grade: How the take differs as a whole.
        apart: ``(parts,)`` how far each part's colour is from the asked one as graded.
        own: ``(parts, 3)`` the colour each part has in the take as far as it can be its own: where
            it is far from the asked one, something else may lie there.
        odd: ``(h, w)`` how far each pixel is from what lies within a pixel of it, each part at
            the colour that it has in the take.
        noise: Usual oddness of the set.
    """

    asked: Asked
    lab: Floats
    colours: NDArray[np.float64]
    grade: Grade
    apart: NDArray[np.float64]
    own: NDArray[np.float64]
    odd: Floats
    noise: float


def read_asked(frame: ExpectedFrame, parts: tuple[Part, ...]) -> Asked:
    """What was asked of a frame."""
    height, width = frame.picture.shape[0] // 2, frame.picture.shape[1] // 2
    whole = np.ascontiguousarray(frame.part[: 2 * height : 2, : 2 * width : 2])
    inner = whole.copy()
    for shift, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
        inner[np.roll(whole, shift, axis=axis) != whole] = -1
    lab = oklab(frame.picture)
    colours, sizes = part_colours(lab, inner, len(parts))
    return Asked(
        frame=frame,
        parts=parts,
        lab=lab,
        part=inner,
        whole=whole,
        owner=np.ascontiguousarray(frame.owner[: 2 * height : 2, : 2 * width : 2]),
        colours=colours,
        sizes=sizes,
    )


def compare(asked: Asked, picture: Picture) -> Surfaces:
    """A take's frame against what was asked."""
    lab = oklab(picture)
    colours, _ = part_colours(lab, asked.part, len(asked.parts))
    grade = find_grade(asked.colours, colours, asked.sizes)
    apart = np.where(asked.sizes >= LEAST, difference(colours, grade.of(asked.colours)), 0.0)
    own = _own(asked, colours, grade, apart)
    meant = _meant(asked, own, grade)
    odd = np.empty(asked.owner.shape, dtype=np.float32)
    _oddness(lab, meant, odd)
    on_set = odd[asked.owner < 0]
    return Surfaces(
        asked=asked,
        lab=lab,
        colours=colours,
        grade=grade,
        apart=apart,
        own=own,
        odd=odd,
        noise=float(np.median(on_set)) if len(on_set) else 0.02,
    )


def _own(
    asked: Asked, colours: NDArray[np.float64], grade: Grade, apart: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The asked colours as graded, each moved towards what came, but not far."""
    graded = grade.of(asked.colours)
    share = np.minimum(1.0, _DRIFT / np.maximum(apart, 1e-6))
    share[asked.sizes < LEAST] = 0.0
    return np.asarray(graded + (colours - graded) * share[:, None])


def _meant(asked: Asked, own: NDArray[np.float64], grade: Grade) -> Floats:
    """The frame as asked in the take's own grade, each part at its own colour."""
    place = np.where(asked.whole >= 0, asked.whole, 0)
    meant = (asked.lab - asked.colours[place]) * np.float32(grade.scale[0]) + own[place]
    return np.asarray(meant, dtype=np.float32)


@compiled
def _oddness(lab: Floats, meant: Floats, odd: Floats) -> None:
    """Least difference to what is meant within a pixel, as cloth; lightness counts a quarter."""
    height, width = odd.shape
    for y in range(height):
        for x in range(width):
            best = 10.0
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    v, u = y + dy, x + dx
                    if 0 <= v < height and 0 <= u < width:
                        here, there = max(lab[y, x, 0], 0.05), max(meant[v, u, 0], 0.05)
                        by = min(max(here / there, 0.5), 2.0)
                        light = here - there
                        green = lab[y, x, 1] - meant[v, u, 1] * by
                        blue = lab[y, x, 2] - meant[v, u, 2] * by
                        apart = 0.06 * light * light + green * green + blue * blue
                        best = min(best, apart)
            odd[y, x] = best**0.5
