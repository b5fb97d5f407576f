from dataclasses import replace

import pytest
from tests.film.shots.builder import make_plan, make_shot

from secondunit.film.shots.limits.lit import check_lighting
from secondunit.film.shots.model import Lighting

SHOT = make_shot("1A", (2.0, 1.55, 2.0), ("ADA",))


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        (Lighting(ratio=0.5), "ratio"),
        (Lighting(kelvin=100), "kelvin"),
        (Lighting(key_elevation=120), "key_elevation"),
        (Lighting(key_azimuth=float("inf")), "key_azimuth"),
        (Lighting(practicals=("chandelier",)), "practicals"),
    ],
)
def test_light_that_cannot_be_set_is_named(asked: Lighting, field: str) -> None:
    (found,) = check_lighting(replace(SHOT, lighting=asked), make_plan())
    assert found.where == f"shot 1A, lighting.{field}"
    assert found.remedy


def test_light_of_the_trade_passes() -> None:
    asked = Lighting(key_azimuth=-45, key_elevation=35, ratio=4, kelvin=3200)
    assert list(check_lighting(replace(SHOT, lighting=asked), make_plan())) == []


def test_without_a_set_lamps_are_not_judged() -> None:
    asked = Lighting(practicals=("chandelier",))
    assert list(check_lighting(replace(SHOT, lighting=asked), None)) == []
