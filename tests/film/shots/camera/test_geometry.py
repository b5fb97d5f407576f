import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.shots.camera.geometry import (
    Aim,
    Box,
    aim_between,
    aim_of,
    along,
    dot,
    fit,
    fit_at_height,
    minus,
    project,
    side_of,
    turn_between,
)
from secondunit.film.shots.model import Camera

BOX = Box(side=0.8, top=0.86, bottom=-1.0)
azimuths = st.floats(0, 360)
pitches = st.floats(-35, 25)


@given(azimuths, pitches)
def test_the_axes_of_an_aim_are_square_to_each_other(azimuth: float, pitch: float) -> None:
    right, up, forward = Aim(azimuth=azimuth, pitch=pitch, wide=0.5, high=0.3).axes
    assert [dot(right, up), dot(up, forward), dot(right, forward)] == pytest.approx([0, 0, 0])
    assert [dot(a, a) for a in (right, up, forward)] == pytest.approx([1, 1, 1])


@given(azimuths, pitches, st.floats(-0.4, 0.4), st.floats(0.3, 1.7))
def test_a_column_fills_its_box_exactly(
    azimuth: float, pitch: float, across: float, span: float
) -> None:
    top, bottom = (1.0, 1.8, -2.0), (1.0, 1.8 - span, -2.0)
    aim = Aim(azimuth=azimuth, pitch=pitch, wide=0.5, high=0.27)
    eye = fit((top, bottom), aim, BOX, across)
    assert project(top, eye, aim)[:2] == pytest.approx((across, 0.86), abs=1e-9)
    assert project(bottom, eye, aim)[1] == pytest.approx(-1.0, abs=1e-9)


@given(
    st.lists(st.tuples(st.floats(-3, 3), st.floats(0, 2), st.floats(-3, 3)), min_size=2), azimuths
)
def test_every_point_of_a_group_is_in_the_box(
    points: list[tuple[float, float, float]], azimuth: float
) -> None:
    if max(p[1] for p in points) - min(p[1] for p in points) < 0.2:
        return
    aim = Aim(azimuth=azimuth, pitch=-8, wide=0.5, high=0.27)
    eye = fit(points, aim, BOX)
    for point in points:
        across, up, depth = project(point, eye, aim)
        assert depth > 0
        assert abs(across) <= 0.8 + 1e-9
        assert -1 - 1e-9 <= up <= 0.86 + 1e-9


@given(azimuths, st.floats(0.6, 2.2))
def test_the_pitch_is_found_that_puts_the_camera_at_a_height(azimuth: float, level: float) -> None:
    aim = Aim(azimuth=azimuth, pitch=0, wide=0.5, high=0.27)
    points = ((0.0, 1.8, 0.0), (0.0, 1.0, 0.0))
    eye, found = fit_at_height(points, aim, BOX, level)
    assert eye[1] == pytest.approx(level, abs=1e-6)
    assert project(points[0], eye, found)[1] == pytest.approx(0.86, abs=1e-9)


def test_a_height_out_of_reach_gives_the_nearest_pitch() -> None:
    aim = Aim(azimuth=0, pitch=0, wide=0.5, high=0.27)
    _, found = fit_at_height(((0, 1.8, 0), (0, 1.0, 0)), aim, BOX, 50.0)
    assert found.pitch == -44


@given(azimuths, pitches)
def test_an_aim_is_read_back_from_its_camera(azimuth: float, pitch: float) -> None:
    aim = Aim(azimuth=azimuth, pitch=pitch, wide=0.5, high=0.27)
    target = along((1, 2, 3), aim.axes[2], 4)
    read = aim_of(Camera(eye=(1, 2, 3), target=target, roll=0, focal_mm=50), 0.5, 0.27)
    assert turn_between(read.azimuth, azimuth) < 1e-6
    assert read.pitch == pytest.approx(pitch)
    assert aim_between((1, 2, 3), target, 0.5, 0.27) == read


@given(azimuths, azimuths)
def test_a_turn_is_the_shorter_way_round(first: float, second: float) -> None:
    turn = turn_between(first, second)
    assert 0 <= turn <= 180
    assert turn == pytest.approx(turn_between(second, first))
    assert math.cos(math.radians(turn)) == pytest.approx(math.cos(math.radians(first - second)))


def test_a_camera_on_the_line_is_on_no_side() -> None:
    assert side_of((4, 1, 0), (-1, 0, 0), (1, 0, 0)) == pytest.approx(0)
    assert (
        side_of((0, 1, 3), (-1, 0, 0), (1, 0, 0)) * side_of((0, 1, -3), (-1, 0, 0), (1, 0, 0)) < 0
    )
    assert side_of((0, 1, 3), (1, 0, 0), (1, 0, 0)) == 0
    assert side_of((1, 1, 0), (1, 0, 0), (2, 0, 0)) == 0


def test_minus_goes_from_the_second_to_the_first() -> None:
    assert minus((3, 2, 1), (1, 1, 1)) == (2, 1, 0)
