"""Light that no gaffer can set, and lamps that are not in the set."""

from __future__ import annotations

import math
from collections.abc import Iterator

from secondunit.core.finding import Finding
from secondunit.film.shots.lamps import lamps_named
from secondunit.film.shots.limits.field import doubtful, impossible
from secondunit.film.shots.model import SetPlan, ShotSpec

KELVINS = (1500, 15000)
"""A candle, and the bluest sky."""

MOST_RATIO = 64.0
"""Six stops: beyond, the fill side is black on any sensor."""


def check_lighting(shot: ShotSpec, plan: SetPlan | None) -> Iterator[Finding]:
    """A ratio, colour or place of the key that cannot be; practicals that are not there.

    Args:
        shot: The shot.
        plan: Its set; None leaves out the practicals.
    """
    asked = shot.lighting
    if asked.ratio is not None and not 1 <= asked.ratio <= MOST_RATIO:
        yield impossible(
            shot,
            "lighting.ratio",
            f"a ratio of {asked.ratio:g} to 1 is none",
            f"Give key and fill over fill: 1 (flat) to {MOST_RATIO:g}; 2 is one stop.",
        )
    if asked.kelvin is not None and not KELVINS[0] <= asked.kelvin <= KELVINS[1]:
        yield impossible(
            shot,
            "lighting.kelvin",
            f"no light burns at {asked.kelvin} K",
            f"Give {KELVINS[0]} to {KELVINS[1]} K; tungsten is 3200, daylight 5600.",
        )
    if asked.key_elevation is not None and not -90 <= asked.key_elevation <= 90:
        yield impossible(
            shot,
            "lighting.key_elevation",
            f"{asked.key_elevation:g}° is no height of a light",
            "Give -90 (from below) to 90 (from straight above) degrees.",
        )
    if asked.key_azimuth is not None and not math.isfinite(asked.key_azimuth):
        yield impossible(
            shot,
            "lighting.key_azimuth",
            "the key stands nowhere",
            "Give degrees; 0 is towards the front of the set.",
        )
    for name in asked.practicals if plan is not None else ():
        if plan is not None and not lamps_named(plan, (name,)):
            yield doubtful(
                shot,
                "lighting.practicals",
                f"there is no {name} in {plan.name} to burn",
                "Name a piece of the set, or dress the lamp in.",
            )
