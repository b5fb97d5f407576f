import math
from dataclasses import replace
from itertools import pairwise

import pytest

from secondunit.film.shots.camera.path import legs_of, mark_at, moves_about, walked
from secondunit.film.shots.model import Key, Mark, Pose

ROUND = Mark(
    figure="ADA",
    at=(0, 0, 0),
    facing=90,
    keys=(
        Key(share=0.5, at=(2, 0, 0), pose=Pose.STAND, gaze="BRAM"),
        Key(share=0.75, at=(2, 0, 0), pose=Pose.WALK),
        Key(share=1.0, at=(2, 0, 1), pose=Pose.SIT, facing=0),
    ),
)


def test_a_walk_through_the_shot_goes_straight_and_walks() -> None:
    mark = Mark(figure="ADA", at=(0, 0, 0), facing=0, to=(4, 0, 0))
    half = mark_at(mark, 0.5)
    assert (half.at, half.pose) == ((2, 0, 0), Pose.WALK)
    assert half.facing == pytest.approx(90)


def test_a_path_is_walked_key_by_key_with_its_poses_and_looks() -> None:
    walking = mark_at(ROUND, 0.25)
    assert (walking.at, walking.pose) == ((1, 0, 0), Pose.WALK)
    stopped = mark_at(ROUND, 0.6)
    assert (stopped.at, stopped.pose, stopped.gaze) == ((2, 0, 0), Pose.STAND, "BRAM")
    seated = mark_at(ROUND, 1.0)
    assert (seated.at, seated.pose) == ((2, 0, 1), Pose.SIT)


def test_nobody_turns_a_corner_in_one_frame() -> None:
    turns = [mark_at(ROUND, 0.75 + step / 100).facing for step in range(8)]
    steps = [abs(b - a) for a, b in pairwise(turns)]
    assert max(steps) < 45
    assert turns[-1] == pytest.approx(0)


def test_ways_are_measured_along_the_path() -> None:
    assert walked(ROUND, 1.0) == pytest.approx(3)
    assert walked(ROUND, 0.25) == pytest.approx(1)
    assert [share for _, _, share in legs_of(ROUND)] == [0.5, 0.25]


def test_a_driver_keeps_the_seat_and_the_facing() -> None:
    driver = Mark(figure="ADA", at=(0, 0, 0), facing=30, pose=Pose.DRIVE, to=(0, 0, 9))
    now = mark_at(driver, 0.5)
    assert (now.pose, now.facing) == (Pose.DRIVE, 30)
    assert math.dist(now.at, (0, 0, 4.5)) < 1e-9


def test_who_only_sits_down_moves_and_who_stands_does_not() -> None:
    still = Mark(figure="ADA", at=(0, 0, 0), facing=0)
    assert not moves_about(still)
    assert not moves_about(replace(still, to=(0, 0, 0)))
    assert moves_about(replace(still, keys=(Key(share=0.5, at=(0, 0, 0), pose=Pose.SIT),)))
    assert moves_about(replace(still, to=(1, 0, 0)))
