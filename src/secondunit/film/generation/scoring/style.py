"""Style: does a take look like the pictures it has to stand beside?

It is held against references (stills of the look, or takes already picked in the scene), in what
can be measured without learning: how light and how contrasty, what colour, how saturated, how much
grain. It says nothing of taste.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from secondunit.film.generation.scoring.expected import Picture
from secondunit.film.generation.scoring.model import Aspect, Fault, Measure, Score, not_assessed
from secondunit.film.generation.scoring.reading.colour import oklab

_TRAITS = (
    "shadows", "middle", "highlights", "warm_cool", "green_magenta", "saturation", "detail",
)  # fmt: skip
_TOLERANCE = np.array([0.10, 0.10, 0.10, 0.035, 0.035, 0.04, 0.02])
"""A difference of each trait that is seen beside another picture. Ours; no panel was asked."""
_OFF = 1.6
"""Usual difference, in tolerances, above which a take is off style."""


def judge_style(pictures: Sequence[Picture], references: Sequence[Picture]) -> Score:
    """How near a take is to its references; not assessed where there are none."""
    if not references or not pictures:
        return not_assessed(Aspect.STYLE, "no picture of the look, and no pick in the scene yet")
    came = np.mean([_traits(each) for each in pictures], axis=0)
    known = np.array([_traits(each) for each in references])
    apart = np.abs(known - came) / _TOLERANCE
    nearest = apart[int(np.argmin(apart.mean(axis=1)))]
    off = float(np.sqrt((nearest**2).mean()))
    worst = int(np.argmax(nearest))
    if off > _OFF:
        said = f"{_TRAITS[worst].replace('_', ' ')} differs most from {len(references)} references"
    else:
        said = f"as {len(references)} reference{'s' if len(references) > 1 else ''}"
    return Score(
        aspect=Aspect.STYLE,
        value=1 / (1 + math.exp(min(3 * (off - _OFF), 30.0))),
        said=said,
        measures=tuple(
            Measure(name=name, value=float(value))
            for name, value in zip(_TRAITS, nearest, strict=True)
        ),
        faults=(Fault.STYLE,) if off > _OFF else (),
    )


def _traits(picture: Picture) -> NDArray[np.float64]:
    lab = oklab(picture)
    light = lab[..., 0]
    low, middle, high = np.quantile(light, (0.05, 0.5, 0.95))
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    detail = np.abs(np.diff(light, axis=1)).mean()
    return np.array(
        [
            low, middle, high, float(lab[..., 2].mean()), float(lab[..., 1].mean()),
            float(chroma.mean()), detail,
        ]
    )  # fmt: skip
