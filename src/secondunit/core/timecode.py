"""Exact time: frame rates as fractions, durations as whole frames, SMPTE timecode.

Source: SMPTE ST 12-1 (timecode, drop-frame counting of 29.97 and 59.94).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import NewType

from secondunit.core.errors import InputError

Frames = NewType("Frames", int)
"""A duration or position in whole frames."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A frame rate as an exact fraction of frames per second.

    Args:
        numerator: Frames.
        denominator: Seconds.
    """

    numerator: int
    denominator: int = 1

    @property
    def fraction(self) -> Fraction:
        """Frames per second."""
        return Fraction(self.numerator, self.denominator)

    @property
    def nominal(self) -> int:
        """The counting base of the timecode: 24 for 23.976, 30 for 29.97."""
        return -(-self.numerator // self.denominator)

    @property
    def name(self) -> str:
        """The trade's name of the rate: ``24``, ``23.976``, ``29.97``."""
        return RATE_NAMES.get((self.numerator, self.denominator), str(self.fraction))

    def frames_in(self, seconds: Fraction) -> Frames:
        """The whole frames nearest to a duration, halves rounded up."""
        return Frames(int(seconds * self.fraction + Fraction(1, 2)))

    def seconds_of(self, frames: int) -> Fraction:
        """The exact duration of a number of frames."""
        return Fraction(frames) / self.fraction


RATE_NAMES = {
    (24000, 1001): "23.976",
    (24, 1): "24",
    (25, 1): "25",
    (30000, 1001): "29.97",
    (30, 1): "30",
    (48, 1): "48",
    (50, 1): "50",
    (60000, 1001): "59.94",
}


def read_rate(text: str) -> Rate:
    """Read a rate by its trade name.

    Raises:
        InputError: The name is none of the eight production rates.

    >>> read_rate("23.976")
    Rate(numerator=24000, denominator=1001)
    """
    for (numerator, denominator), name in RATE_NAMES.items():
        if name == text.strip():
            return Rate(numerator=numerator, denominator=denominator)
    raise InputError(
        f"“{text}” is not a frame rate",
        remedy=f"Use one of {', '.join(RATE_NAMES.values())}.",
    )


def timecode(frames: int, rate: Rate, *, drop: bool = False) -> str:
    """SMPTE timecode ``HH:MM:SS:FF`` (``;`` before the frames when drop-frame).

    Args:
        frames: Count from 00:00:00:00, not negative.
        rate: The rate; its nominal base counts the frames.
        drop: Skip two (29.97) or four (59.94) frame numbers a minute, except each tenth.

    >>> timecode(1800, Rate(numerator=30000, denominator=1001), drop=True)
    '00:01:00;02'
    """
    base = rate.nominal
    if drop:
        skip = base // 15
        per_minute, per_ten = base * 60 - skip, base * 600 - skip * 9
        tens, rest = divmod(frames, per_ten)
        minutes = 0 if rest < base * 60 else 1 + (rest - base * 60) // per_minute
        frames += skip * (tens * 9 + minutes)
    seconds, frame = divmod(frames, base)
    mark = ";" if drop else ":"
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{mark}{frame:02d}"
