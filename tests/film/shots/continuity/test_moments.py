from dataclasses import replace

import pytest
from tests.film.shots.builder import make_mark, make_shot

from secondunit.film.shots.continuity.moments import eyes_of, travel
from secondunit.film.shots.model import Key, Move


def test_a_shift_of_weight_is_no_travel_and_a_walk_is() -> None:
    ada = make_mark("ADA", (0, 0, 0))
    assert travel(replace(ada, to=(0.1, 0.0, 0.0))) is None
    assert travel(replace(ada, to=(2.0, 0.0, 0.0))) == (2.0, 0.0, 0.0)
    assert travel(replace(ada, keys=(Key(share=1.0, at=(0, 0, 1)),))) == (0, 0, 1)


def test_an_arc_keeps_its_distance_and_a_truck_goes_straight() -> None:
    shot = make_shot("1A", (0.0, 1.5, 3.0), (), marks=())
    key = shot.camera[0]
    moving = replace(shot, camera=(key, replace(key, eye=(3.0, 1.5, 0.0))))
    arc = list(eyes_of(replace(moving, move=Move.ARC)))
    assert {round(x * x + z * z, 6) for x, _, z in arc} == {9.0}
    middle = list(eyes_of(moving))[4]
    assert middle == pytest.approx((1.5, 1.5, 1.5))
