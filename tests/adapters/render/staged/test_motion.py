from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.adapters.render.builder import camera, f32, mark, request

from secondunit.adapters.render.lens import make_view
from secondunit.adapters.render.staged.motion import (
    camera_at,
    eased,
    only_shakes,
    players_at,
    sway_pixels,
)
from secondunit.film.shots.model import Move, Pose

FIRST, LAST = camera((0, 1.5, 5), (0, 1, 0), 35), camera((2, 1.5, 5), (2, 1, 0), 50)


def test_a_hand_held_camera_only_shakes_when_nothing_else_moves() -> None:
    assert only_shakes(request(mark(), move=Move.HANDHELD))
    assert not only_shakes(request(mark()))
    assert not only_shakes(request(mark(to=(1, 0, 0)), move=Move.HANDHELD))
    assert not only_shakes(request(keys=(FIRST, LAST), move=Move.HANDHELD))


def test_no_sway_moves_a_corner_by_more_than_the_margin() -> None:
    asked = request(keys=(FIRST,), move=Move.HANDHELD, size=(960, 540))
    steady = make_view(asked, FIRST)
    corners = [(0.0, 0.0), (960.0, 0.0), (0.0, 540.0), (960.0, 540.0)]
    for frame in range(240):
        view = make_view(asked, camera_at(asked, 0.0, frame / 24))
        x, y = (f32([corner[axis] for corner in corners]) for axis in (0, 1))
        spots = steady.project(view.eye + view.directions(x, y))
        moved = abs(spots[:, :2] - corners).max()
        assert moved < sway_pixels(steady, asked)


def test_a_move_starts_and_ends_on_its_keys() -> None:
    asked = request(keys=(FIRST, LAST), move=Move.TRUCK)
    start, end = camera_at(asked, 0.0, 0.0), camera_at(asked, 1.0, 2.0)
    assert start == FIRST
    assert end.eye == pytest.approx(LAST.eye)
    assert end.focal_mm == pytest.approx(50)


@given(st.floats(0, 1), st.floats(0, 1))
def test_easing_never_goes_back(first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert 0 <= eased(low) <= eased(high) <= 1


def test_a_move_is_slow_at_its_ends() -> None:
    assert eased(0.05) < 0.05
    assert 1 - eased(0.95) < 0.05


def test_an_arc_keeps_its_distance() -> None:
    keys = (camera((0, 1.5, 4), (0, 1.5, 0)), camera((4, 1.5, 0), (0, 1.5, 0)))
    for share in (0.2, 0.5, 0.8):
        eye = camera_at(request(keys=keys, move=Move.ARC), share, 0.0).eye
        assert math.hypot(eye[0], eye[2]) == pytest.approx(4.0)


def test_a_hand_held_camera_sways_a_little_and_the_same_each_time() -> None:
    asked = request(keys=(FIRST,), move=Move.HANDHELD)
    frames = [camera_at(asked, 0.0, second / 24) for second in range(48)]
    assert frames == [camera_at(asked, 0.0, second / 24) for second in range(48)]
    sway = [math.dist(frame.target, FIRST.target) for frame in frames]
    assert 0.002 < max(sway) < 0.15
    other = request(keys=(FIRST,), move=Move.HANDHELD, shot="shot-2")
    assert camera_at(other, 0.0, 1.0) != frames[24]


def test_who_walks_gets_there_and_faces_the_way() -> None:
    asked = request(mark(at=(0, 0, 0), facing=0, to=(3, 0, 0)))
    (start,), (end,) = players_at(asked, 0.0), players_at(asked, 1.0)
    assert math.dist(start.mark.at, (0, 0, 0)) == 0
    assert math.dist(end.mark.at, (3, 0, 0)) < 1e-9
    assert end.mark.pose.value == "walk"
    assert end.mark.facing == pytest.approx(90)


def test_steps_follow_the_distance() -> None:
    near, far = (
        players_at(request(mark(at=(0, 0, 0), to=(reach, 0, 0))), 1.0)[0].phase
        for reach in (1.45, 2.9)
    )
    start = players_at(request(mark(at=(0, 0, 0), to=(1, 0, 0))), 0.0)[0].phase
    assert far - start == pytest.approx(2 * (near - start))


def test_a_driver_is_carried_along_sitting() -> None:
    (driver,) = players_at(request(mark(pose=Pose.DRIVE, to=(0, 0, 5))), 0.5)
    assert driver.mark.pose is Pose.DRIVE
    assert driver.mark.at == pytest.approx((0, 0, 2.5))


def test_a_mark_of_nobody_is_left_out() -> None:
    assert players_at(request(mark("GHOST")), 0.0) == []
