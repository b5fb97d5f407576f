from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.shots.camera.geometry import Aim, Box, aim_between, project
from secondunit.film.shots.camera.moving.pivot import tilted_to, zoomed_to

BODY = ((0.1, 1.8, 0.0), (0.0, 1.0, 0.05))


@given(
    st.floats(-3, 3),
    st.floats(0.2, 3.5),
    st.floats(-20, 20),
    st.floats(-0.5, 0.5),
    st.floats(0, 0.9),
)
def test_a_head_turns_until_the_point_lies_where_it_is_asked_for(
    x: float, y: float, roll: float, across: float, top: float
) -> None:
    eye = (x, y, 4.0)
    guess = aim_between(eye, BODY[0], 0.4, 0.22)
    guess = Aim(azimuth=guess.azimuth, pitch=guess.pitch, wide=0.4, high=0.22, roll=roll)
    aim = tilted_to(eye, BODY, guess, top, across)
    seen = [project(point, eye, aim) for point in BODY]
    assert seen[0][0] == pytest.approx(across, abs=1e-7)
    assert max(up for _, up, _ in seen) == pytest.approx(top, abs=1e-7)


@given(st.floats(-2, 2), st.floats(0.4, 2.8), st.floats(2, 12))
def test_a_zoom_fills_the_box_from_where_it_stands(x: float, y: float, z: float) -> None:
    eye = (x, y, z)
    guess = aim_between(eye, BODY[1], 0.4, 0.22)
    box = Box(side=0.84, top=0.86, bottom=-1.0)
    aim = zoomed_to(eye, BODY, guess, box, 0.2)
    heights = [project(point, eye, aim)[1] for point in BODY]
    assert max(heights) == pytest.approx(0.86, abs=1e-7)
    assert min(heights) == pytest.approx(-1.0, abs=1e-7)
    assert aim.wide / aim.high == pytest.approx(0.4 / 0.22)


def test_a_camera_turned_away_finds_its_subject() -> None:
    away = Aim(azimuth=180, pitch=0, wide=0.4, high=0.22)
    aim = tilted_to((0, 1.5, 4), BODY, away, 0.8, 0.0)
    assert project(BODY[0], (0, 1.5, 4), aim)[1] == pytest.approx(0.8, abs=1e-7)
