from __future__ import annotations

import numpy as np
import pytest

from secondunit.adapters.render.palette import LEVELS, MOODS, mood_of, ramp

COLOUR = (196.0, 62.0, 58.0)


@pytest.mark.parametrize("light", sorted(MOODS))
@pytest.mark.parametrize("material", ["cloth", "skin", "set", "ground"])
def test_more_light_is_never_darker(light: str, material: str) -> None:
    tones = ramp(material, COLOUR, mood_of(light)).astype(int).sum(axis=1)
    assert (np.diff(tones) >= 0).all()
    assert len(tones) == LEVELS
    assert tones[-1] > tones[0] * 1.2


def test_a_costume_keeps_its_hue_and_a_set_fades_to_paper() -> None:
    day = mood_of("day")
    cloth, wall = ramp("cloth", COLOUR, day)[-20], ramp("set", COLOUR, day)[-20]
    assert int(cloth[0]) - int(cloth[1]) > 2 * (int(wall[0]) - int(wall[1]))


def test_night_is_darker_and_bluer_than_day() -> None:
    day, night = (ramp("set", (200, 200, 200), mood_of(light))[-1] for light in ("day", "night"))
    assert night.sum() < day.sum()
    assert int(night[2]) - int(night[0]) > int(day[2]) - int(day[0])


def test_costumes_can_still_be_told_apart_at_night() -> None:
    night = mood_of("night")
    red, blue = (ramp("cloth", c, night)[-10].astype(int) for c in (COLOUR, (52, 104, 150)))
    assert np.abs(red - blue).sum() > 120


def test_an_unknown_light_is_day() -> None:
    assert mood_of("magic hour") is MOODS["day"]
