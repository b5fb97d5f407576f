"""Calibration: what the numbers of a detector mean, learnt on synthetic takes, dated, as data."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secondunit.core.errors import InputError
from secondunit.core.ids import digest_bytes

FILE = "scoring.toml"
"""The shipped calibration; a production puts its own in its folder ``tables/``."""
DETECTORS = ("framing", "mirror", "missing", "extra", "swap", "wardrobe", "pose", "motion")


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """A logistic judge of one kind of fault.

    Args:
        mean: Of each feature.
        scale: Of each feature.
        weights: Of each feature so made alike.
        bias: Of the sum.
        threshold: Sum above which the fault is called, so that few right takes are.
    """

    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    threshold: float

    def judge(self, row: Sequence[float]) -> float:
        """The sum for one candidate: above the threshold the fault is called."""
        parts = zip(row, self.mean, self.scale, self.weights, strict=True)
        return self.bias + sum(
            weight * min(max((value - mean) / scale, -8.0), 8.0)
            for value, mean, scale, weight in parts
        )

    def value(self, logit: float) -> float:
        """0 to 1, how sure that the fault is not there; one half at the threshold."""
        return 1 / (1 + math.exp(min(max(logit - self.threshold, -30.0), 30.0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """All detectors.

    Args:
        checked_on: ISO date of the run that made it.
        detectors: By name.
        slope: Of the probability of the whole take, by the worst detector's excess.
        offset: Of the same.
        version: Date and digest of the file.
    """

    checked_on: str
    detectors: Mapping[str, Detector]
    slope: float
    offset: float
    version: str

    def probability(self, excesses: Sequence[float]) -> float:
        """0 to 1, that a take is what was ordered, by how far each detector is past its threshold.

        It holds for a mix of as many right as wrong synthetic takes; it ranks real ones.
        """
        worst = max(excesses, default=-4.0)
        return 1 / (1 + math.exp(min(max(self.slope * worst + self.offset, -30.0), 30.0)))


def read_calibration(text: str) -> Calibration:
    """A calibration from its file.

    Raises:
        InputError: It is no TOML, or a detector is missing or malformed.
    """
    try:
        said = tomllib.loads(text)
        detectors = {name: _detector(said["detectors"][name]) for name in DETECTORS}
        whole = said["whole"]
        checked_on, slope, offset = (
            str(said["checked_on"]), float(whole["slope"]), float(whole["offset"]),
        )  # fmt: skip
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"{FILE} is no calibration: {error}",
            remedy="Remove your copy, or make one: python -m benchmarks.take_scores --calibrate.",
        ) from error
    return Calibration(
        checked_on=checked_on,
        detectors=detectors,
        slope=slope,
        offset=offset,
        version=f"{checked_on} {digest_bytes(text.encode())[:12]}",
    )


def _detector(said: Mapping[str, object]) -> Detector:
    """One detector.

    Raises:
        ValueError: Its lists differ in length.
    """
    mean, scale, weights = (_numbers(said[name]) for name in ("mean", "scale", "weights"))
    if not len(mean) == len(scale) == len(weights):
        raise ValueError("mean, scale and weights differ in length")
    bias, threshold = _numbers([said["bias"], said["threshold"]])
    return Detector(mean=mean, scale=scale, weights=weights, bias=bias, threshold=threshold)


def _numbers(said: object) -> tuple[float, ...]:
    """Finite numbers.

    Raises:
        ValueError: They are none.
    """
    if not isinstance(said, list):
        raise ValueError("a list of numbers is wanted")
    numbers = tuple(float(each) for each in said)
    if not all(math.isfinite(each) for each in numbers):
        raise ValueError("a number is not finite")
    return numbers
