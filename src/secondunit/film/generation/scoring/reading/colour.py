"""Colour: what a take's surfaces have against what was asked, after its light and grade are undone.

Source: Ottosson 2020, "A perceptual color space for image processing", for OKLab; IEC 61966-2-1
for sRGB.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.expected import Floats, Picture
from secondunit.film.generation.scoring.reading.compiled import compiled

LIGHTNESS = 0.12
"""Weight of lightness in a difference: it is the light's more than the cloth's."""
_DARKEST, _MOST = 0.05, 2.0
LEAST = 12
"""Pixels at half size that a part needs for its colour to be told."""
_ROUNDS = 8
_ROBUST = 0.05
"""Difference beyond which a part says less of the grade: it may be what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """How a take differs from the expectation as a whole: light, balance, contrast, saturation.

    Args:
        scale: ``(3,)`` of lightness and the two chroma axes.
        offset: ``(3,)``.
    """

    scale: NDArray[np.float64]
    offset: NDArray[np.float64]

    def of(self, colours: NDArray[np.floating]) -> NDArray[np.float64]:
        """Expected OKLab colours as the take would show them."""
        graded: NDArray[np.float64] = colours * self.scale + self.offset
        return graded


def _linear_table() -> Floats:
    level = np.arange(256) / 255
    table = np.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4)
    return np.asarray(table, dtype=np.float32)


_LINEAR = _linear_table()
_RGB_TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_CONES_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_CONES_TO_RGB, _LAB_TO_CONES = np.linalg.inv(_RGB_TO_CONES), np.linalg.inv(_CONES_TO_LAB)


def oklab(picture: Picture) -> Floats:
    """``(h // 2, w // 2, 3)`` OKLab of a picture, each of four pixels in linear light."""
    height, width = picture.shape[0] // 2, picture.shape[1] // 2
    made: Floats = np.empty((height, width, 3), dtype=np.float32)
    _halved(np.ascontiguousarray(picture), _LINEAR, made)
    return made


def oklab_of(colour: tuple[float, float, float]) -> NDArray[np.float64]:
    """``(3,)`` OKLab of one sRGB colour, 0 to 255.

    >>> [abs(round(float(part), 3)) for part in oklab_of((255, 255, 255))]
    [1.0, 0.0, 0.0]
    """
    square = np.full((2, 2, 3), np.round(colour), dtype=np.uint8)
    return np.asarray(oklab(square)[0, 0], dtype=np.float64)


def srgb(lab: NDArray[np.floating]) -> tuple[int, int, int]:
    """The nearest sRGB of an OKLab colour.

    >>> srgb(oklab_of((200, 100, 50)))
    (200, 100, 50)
    """
    red, green, blue = np.clip(levels_of_lab(np.asarray(lab)) * 255 + 0.5, 0, 255).astype(int)
    return int(red), int(green), int(blue)


def difference(first: NDArray[np.floating], second: NDArray[np.floating]) -> NDArray[np.float64]:
    """How far apart OKLab colours are, as cloth: what more or less light does to it counts little.

    The second is brought to the lightness of the first, its chroma with it, as shade does.
    """
    here, there = np.maximum(first[..., 0], _DARKEST), np.maximum(second[..., 0], _DARKEST)
    by = np.clip(here / there, 1 / _MOST, _MOST)[..., None]
    chroma = first[..., 1:] - second[..., 1:] * by
    light = LIGHTNESS * (first[..., 0] - second[..., 0])
    apart: NDArray[np.float64] = np.sqrt((chroma**2).sum(axis=-1) + light**2)
    return apart


def part_colours(
    lab: Floats, part: NDArray[np.int16], count: int
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """``(count, 3)`` median colour of each part, and how many pixels it has."""
    flat, colours = part.ravel(), lab.reshape(-1, 3)
    order = np.argsort(flat, kind="stable")
    sizes = np.bincount(flat[flat >= 0], minlength=count)
    medians = np.zeros((count, 3))
    start = int((flat < 0).sum())
    for place, size in enumerate(sizes.tolist()):
        if size >= LEAST:
            medians[place] = np.median(colours[order[start : start + size]], axis=0)
        start += size
    return medians, sizes


def find_grade(
    expected: NDArray[np.float64], came: NDArray[np.float64], sizes: NDArray[np.int64]
) -> Grade:
    """The grade that most surfaces agree on: one that was dyed or repainted does not move it.

    Args:
        expected: ``(n, 3)`` OKLab of the surfaces as asked.
        came: As they came.
        sizes: Pixels of each.
    """
    known = sizes >= LEAST
    if not known.any():
        return Grade(scale=np.ones(3), offset=np.zeros(3))
    there, here, area = expected[known], came[known], np.sqrt(sizes[known].astype(np.float64))
    scale, offset = np.ones(3), _weighted_median(here - there, area)
    for _ in range(_ROUNDS):
        apart = difference(here, there * scale + offset)
        scale, offset = _fit(there, here, area / (1 + (apart / _ROBUST) ** 2))
    return Grade(scale=scale, offset=offset)


def _fit(
    there: NDArray[np.float64], here: NDArray[np.float64], weight: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Contrast of lightness, one saturation of both chroma axes, and offsets.

    A picture of few surfaces says little of its contrast, so that is drawn towards one.
    """
    share = weight / weight.sum()
    mid_there, mid_here = share @ there, share @ here
    far, near = there - mid_there, here - mid_here
    held = 0.004
    light = (share @ (far[:, 0] * near[:, 0]) + held) / (share @ far[:, 0] ** 2 + held)
    both = (far[:, 1:] * near[:, 1:]).sum(axis=1), (far[:, 1:] ** 2).sum(axis=1)
    chroma = (share @ both[0] + held) / (share @ both[1] + held)
    scale = np.clip(np.array([light, chroma, chroma]), 0.5, 1.8)
    return scale, mid_here - mid_there * scale


def levels_of_lab(lab: NDArray[np.floating]) -> NDArray[np.float64]:
    """``(n, 3)`` sRGB levels, 0 to 1 and past it, of OKLab colours."""
    linear = (lab @ _LAB_TO_CONES.T) ** 3 @ _CONES_TO_RGB.T
    level = np.abs(linear)
    coded = np.where(level <= 0.0031308, 12.92 * level, 1.055 * level ** (1 / 2.4) - 0.055)
    return np.asarray(np.sign(linear) * coded)


def _weighted_median(
    values: NDArray[np.float64], weight: NDArray[np.float64]
) -> NDArray[np.float64]:
    found = np.empty(values.shape[1])
    for axis in range(values.shape[1]):
        order = np.argsort(values[:, axis])
        total = np.cumsum(weight[order])
        found[axis] = values[order[np.searchsorted(total, total[-1] / 2)], axis]
    return found


@compiled
def _halved(picture: Picture, linear: Floats, made: Floats) -> None:
    for row in range(made.shape[0]):
        for column in range(made.shape[1]):
            red, green, blue = 0.0, 0.0, 0.0
            for down in range(2):
                for across in range(2):
                    pixel = picture[2 * row + down, 2 * column + across]
                    red += linear[pixel[0]]
                    green += linear[pixel[1]]
                    blue += linear[pixel[2]]
            red, green, blue = red / 4, green / 4, blue / 4
            long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
            middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
            short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
            made[row, column, 0] = (
                0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
            )
            made[row, column, 1] = (
                1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
            )
            made[row, column, 2] = (
                0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
            )
