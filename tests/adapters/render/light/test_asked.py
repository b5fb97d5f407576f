from __future__ import annotations

import numpy as np
import pytest

from secondunit.adapters.render.light.asked import asked_mood
from secondunit.adapters.render.palette import Mood, mood_of, ramp
from secondunit.film.shots.model import Lighting
from secondunit.film.shots.terms import Mood as Word

DAY = mood_of("day")
CLOTH = (180.0, 60.0, 60.0)


def brightness(mood: Mood, material: str = "cloth") -> tuple[float, float]:
    """Of a material in full shade and in full light."""
    tones = ramp(material, CLOTH, mood).astype(float).sum(axis=1)
    return float(tones[0]), float(tones[-1])


def test_nothing_asked_changes_nothing() -> None:
    assert asked_mood(DAY, Lighting()) is DAY


@pytest.mark.parametrize(("azimuth", "axis", "sign"), [(0, 2, 1), (90, 0, 1), (270, 0, -1)])
def test_the_key_stands_where_it_is_asked_for(azimuth: float, axis: int, sign: int) -> None:
    key = asked_mood(DAY, Lighting(key_azimuth=azimuth, key_elevation=10)).key
    assert key[axis] * sign == pytest.approx(np.cos(np.radians(10)))
    assert key[1] == pytest.approx(np.sin(np.radians(10)))


def test_an_elevation_alone_keeps_the_side_of_the_hour() -> None:
    key = asked_mood(DAY, Lighting(key_elevation=5)).key
    assert key[0] / key[2] == pytest.approx(DAY.key[0] / DAY.key[2])


@pytest.mark.parametrize("material", ["cloth", "set"])
def test_more_ratio_makes_darker_shadows_and_leaves_the_light(material: str) -> None:
    soft, hard = (
        brightness(asked_mood(DAY, Lighting(ratio=ratio)), material) for ratio in (2.0, 8.0)
    )
    assert hard[0] < 0.85 * soft[0]
    assert hard[1] == pytest.approx(soft[1], rel=0.02)


def test_tungsten_is_warm_daylight_white_and_a_blue_sky_cold() -> None:
    def red_over_blue(kelvin: int) -> float:
        lit = asked_mood(DAY, Lighting(kelvin=kelvin)).lit
        return lit[0] / lit[2]

    assert red_over_blue(3200) > 1.15
    assert red_over_blue(5600) == pytest.approx(DAY.lit[0] / DAY.lit[2])
    assert red_over_blue(9000) < 0.95


def test_moods_are_told_apart_on_paper() -> None:
    low, high = (
        brightness(asked_mood(DAY, Lighting(mood=m))) for m in (Word.LOW_KEY, Word.HIGH_KEY)
    )
    assert low[1] < high[1]
    assert low[0] / low[1] < high[0] / high[1]
    dark = brightness(asked_mood(DAY, Lighting(mood=Word.SILHOUETTE)))
    assert dark[1] < 0.4 * brightness(DAY)[1]
    assert (
        brightness(asked_mood(DAY, Lighting(mood=Word.SILHOUETTE)), "set")[1]
        > 0.9 * (brightness(DAY, "set")[1])
    )


def test_a_number_goes_before_the_mood() -> None:
    asked = asked_mood(DAY, Lighting(mood=Word.WARM, kelvin=9000))
    assert asked.lit[0] < asked.lit[2]


@pytest.mark.parametrize("kelvin", [1500, 2000, 2222, 4000, 6500, 15000])
def test_every_colour_of_light_can_be_drawn(kelvin: int) -> None:
    lit = asked_mood(DAY, Lighting(kelvin=kelvin)).lit
    assert all(0 < channel <= 1 for channel in lit)
