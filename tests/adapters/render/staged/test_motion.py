from __future__ import annotations

import math
from dataclasses import replace

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
from secondunit.film.shots.model import Easing, Key, Motion, Move, Pose

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


def test_each_easing_runs_its_own_way_and_all_arrive() -> None:
    def half(easing: Easing) -> float:
        asked = replace(request(keys=(FIRST, LAST), move=Move.TRUCK), motion=Motion(easing=easing))
        assert camera_at(asked, 1.0, 2.0).eye == pytest.approx(LAST.eye)
        return camera_at(asked, 0.25, 0.5).eye[0]

    assert half(Easing.EASE_IN) < half(Easing.EASE) < half(Easing.LINEAR) < half(Easing.EASE_OUT)


def test_a_dolly_zoom_keeps_the_size_of_its_subject_all_the_way() -> None:
    keys = (camera((0, 1.5, 6), (0, 1.5, 0), 60), camera((0, 1.5, 3), (0, 1.5, 0), 30))
    for share in (0.0, 0.2, 0.5, 0.8, 1.0):
        now = camera_at(request(keys=keys, move=Move.DOLLY_ZOOM), share, 0.0)
        assert now.focal_mm / math.dist(now.eye, now.target) == pytest.approx(10)


def test_a_whip_rests_swings_and_rests() -> None:
    keys = (camera((0, 1.5, 0), (0, 1.5, 4)), camera((0, 1.5, 0), (4, 1.5, 0)))
    asked = request(keys=keys, move=Move.WHIP)
    assert camera_at(asked, 0.3, 0.0).target == pytest.approx(keys[0].target)
    assert camera_at(asked, 0.7, 0.0).target == pytest.approx(keys[1].target)
    half = camera_at(asked, 0.5, 0.0).target
    assert math.dist(half, (0, 1.5, 0)) == pytest.approx(4)


def test_a_sway_is_as_wide_as_asked_and_the_same_seed_shakes_the_same() -> None:
    def widest(degrees: float, shot: str = "shot-1", seed: int = 0) -> list[float]:
        motion = Motion(sway_degrees=degrees, seed=seed)
        asked = replace(request(keys=(FIRST,), move=Move.HANDHELD, shot=shot), motion=motion)
        return [camera_at(asked, 0.0, frame / 24).target[0] for frame in range(96)]

    assert max(map(abs, widest(4))) == pytest.approx(4 * max(map(abs, widest(1))), rel=0.02)
    assert widest(2, "shot-1", 7) == widest(2, "shot-2", 7)
    assert widest(2, "shot-1", 7) != widest(2, "shot-1", 8)


def test_a_figure_follows_its_path_and_steps_along_it() -> None:
    path = (Key(share=0.5, at=(2, 0, 0)), Key(share=1.0, at=(2, 0, 2), pose=Pose.STAND))
    asked = request(replace(mark(at=(0, 0, 0)), keys=path))
    (half,), (end,) = players_at(asked, 0.5), players_at(asked, 1.0)
    assert list(half.mark.at) == [2, 0, 0]
    assert (end.mark.at, end.mark.pose) == ((2, 0, 2), Pose.STAND)
    assert end.phase > half.phase
