"""A finished frame of a shot: rendered by a program that is slower and better than the board's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.errors import InputError
from secondunit.film.shots.passes import PassRequest

MOST_SAMPLES = 4096
"""Samples a pixel beyond which nobody sees a difference."""


class HqEngine(StrEnum):
    """How a finished frame is made: light followed by Cycles, or with outlines by Freestyle."""

    CYCLES = "cycles"
    FREESTYLE = "freestyle"


@dataclass(frozen=True, slots=True, kw_only=True)
class HqRequest:
    """One finished frame; holds no script text.

    Args:
        shot: The shot; its first frame is the one.
        engine: How.
        samples: Samples a pixel.
    """

    shot: PassRequest
    engine: HqEngine
    samples: int


def read_engine(text: str) -> HqEngine:
    """An engine by its name.

    Raises:
        InputError: There is none of that name.

    >>> read_engine(" Cycles").value
    'cycles'
    """
    asked = text.strip().casefold()
    if asked not in set(HqEngine):
        raise InputError(
            f"“{text}” is no engine", remedy=f"Use {' or '.join(each.value for each in HqEngine)}."
        )
    return HqEngine(asked)


def check_samples(samples: int) -> int:
    """The samples, when a picture can be made of them.

    Raises:
        InputError: Fewer than one, or more than :data:`MOST_SAMPLES`.
    """
    if not 1 <= samples <= MOST_SAMPLES:
        raise InputError(
            f"{samples} samples a pixel cannot be", remedy=f"Use 1 to {MOST_SAMPLES}; 16 is usual."
        )
    return samples
