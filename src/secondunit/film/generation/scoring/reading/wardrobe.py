"""Wardrobe: what each person wears, region by region, against what their look asks for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.reading.colour import difference
from secondunit.film.generation.scoring.reading.surfaces import Surfaces

WORN = frozenset({"head", "torso", "arms", "legs", "feet", "accent", "hands"})
"""Regions that are dressed."""
LEAST = 30
"""Pixels at half size of a garment that is judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Garb:
    """One region of one figure.

    Args:
        part: Place among the parts.
        figure: Place among the figures.
        region: ``torso``, ``legs`` ...
        apart: How far its colour is from the one asked for.
        pixels: At half size.
    """

    part: int
    figure: int
    region: str
    apart: float
    pixels: int


def garbs(found: Surfaces) -> tuple[Garb, ...]:
    """Every garment that is large enough, the worst first."""
    return tuple(
        sorted(
            (
                Garb(
                    part=place,
                    figure=part.owner,
                    region=part.region,
                    apart=float(found.apart[place]),
                    pixels=int(found.asked.sizes[place]),
                )
                for place, part in enumerate(found.asked.parts)
                if part.owner >= 0 and part.region in WORN and found.asked.sizes[place] >= LEAST
            ),
            key=lambda each: -each.apart,
        )
    )


def swaps(found: Surfaces) -> tuple[tuple[float, int, int], ...]:
    """Pairs of figures, each with how much nearer both are to the other's colours than their own.

    Above 0 the two look exchanged; pairs that are dressed alike are left out. Each pixel is held
    against all colours of a person, so that somebody shorter in the place is known too.
    """
    asked = found.asked
    graded = found.grade.of(asked.colours)
    palettes: dict[int, list[int]] = {}
    for place, part in enumerate(asked.parts):
        if part.owner >= 0 and asked.sizes[place] >= LEAST // 2 and part.region not in _ALIKE:
            palettes.setdefault(part.owner, []).append(place)
    looks = {figure: found.lab[(asked.owner == figure) & (asked.part >= 0)] for figure in palettes}
    pairs = []
    figures = [figure for figure in sorted(palettes) if len(looks[figure]) >= LEAST]
    for number, first in enumerate(figures):
        for second in figures[number + 1 :]:
            mine, theirs = graded[palettes[first]], graded[palettes[second]]
            between = difference(mine[:, None], theirs[None])
            if max(between.min(axis=1).max(), between.min(axis=0).max()) < _UNLIKE:
                continue
            nearer = min(_nearer(looks[first], mine, theirs), _nearer(looks[second], theirs, mine))
            pairs.append((nearer, first, second))
    return tuple(sorted(pairs, reverse=True))


_UNLIKE = 0.05
"""Least difference of one colour of a pair that tells them apart."""
_ALIKE = frozenset({"skin", "eye", "line", "hair-line", "hands", "shoe", "feet"})
"""Regions that tell nobody from anybody."""


def _nearer(
    lab: NDArray[np.float32], own: NDArray[np.float64], other: NDArray[np.float64]
) -> float:
    """How much nearer pixels are to other colours than to their own: -1 to 1."""
    to_own = difference(lab[:, None], own[None]).min(axis=1)
    to_other = difference(lab[:, None], other[None]).min(axis=1)
    apart = np.minimum(to_own, 0.12) - np.minimum(to_other, 0.12)
    telling = np.abs(apart) > 0.02
    return float(np.sign(apart[telling]).mean()) if telling.sum() >= LEAST // 2 else -1.0
