from __future__ import annotations

import math

import pytest

from secondunit.film.shots.model import Mark, Pose
from secondunit.film.shots.staging.contact import in_contact

ADA = Mark(figure="ADA", at=(-0.75, 0, 0.5), facing=90, pose=Pose.HUG, gaze="BRAM")
BRAM = Mark(figure="BRAM", at=(0.75, 0, 0.5), facing=270)
CORA = Mark(figure="CORA", at=(-0.9, 0, 0.4), facing=0)


def test_two_who_hug_stand_chest_to_chest_and_face_each_other() -> None:
    ada, bram, _ = in_contact([ADA, BRAM, CORA])
    assert ada.pose is bram.pose is Pose.HUG
    assert math.dist(ada.at, bram.at) < 0.36
    assert abs((ada.facing - bram.facing) % 360) == pytest.approx(180)
    assert ada.facing == pytest.approx(90)


def test_each_stands_a_little_to_the_left_so_that_heads_pass() -> None:
    ada, bram = in_contact([ADA, BRAM])
    assert ada.at[2] < bram.at[2]  # facing +x, the left is -z


def test_who_hugs_without_a_name_takes_the_nearest() -> None:
    ada, bram, cora = in_contact(
        [Mark(figure="ADA", at=ADA.at, facing=0, pose=Pose.HUG), BRAM, CORA]
    )
    assert cora.gaze == "ADA"
    assert bram == BRAM
    assert ada.gaze == "CORA"


def test_who_is_alone_or_only_with_the_seated_stands() -> None:
    (alone,) = in_contact([ADA])
    assert alone.pose is Pose.STAND
    sitting = Mark(figure="BRAM", at=BRAM.at, facing=0, pose=Pose.SIT)
    assert [mark.pose for mark in in_contact([ADA, sitting])] == [Pose.STAND, Pose.SIT]


def test_nobody_else_moves() -> None:
    assert in_contact([BRAM, CORA]) == [BRAM, CORA]
