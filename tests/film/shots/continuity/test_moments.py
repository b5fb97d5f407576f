from dataclasses import replace

import pytest
from tests.film.shots.builder import make_mark, make_shot

from secondunit.film.shots.continuity.moments import eyes_of, last_mark, travel
from secondunit.film.shots.model import Key, Move, Pose


def test_a_walk_ends_where_it_leads_and_faces_that_way() -> None:
    end = last_mark(replace(make_mark("ADA", (0, 0, 0)), to=(2.0, 0.0, 0.0)))
    assert (end.at, end.facing, end.to) == ((2.0, 0.0, 0.0), 90.0, None)


def test_a_path_ends_on_its_last_key_with_its_pose_and_look() -> None:
    keys = (
        Key(share=0.5, at=(1, 0, 0)),
        Key(share=1.0, at=(1, 0, 1), pose=Pose.SIT, gaze="BRAM", facing=180.0),
    )
    end = last_mark(replace(make_mark("ADA", (0, 0, 0)), keys=keys))
    assert (end.at, end.pose, end.gaze, end.facing) == ((1, 0, 1), Pose.SIT, "BRAM", 180.0)


def test_a_key_in_the_same_place_does_not_turn_and_a_shift_of_weight_is_no_travel() -> None:
    stays = replace(make_mark("ADA", (0, 0, 0), 45.0), keys=(Key(share=1.0, at=(0, 0, 0)),))
    assert last_mark(stays).facing == 45.0
    assert travel(replace(make_mark("ADA", (0, 0, 0)), to=(0.1, 0.0, 0.0))) is None


def test_an_arc_keeps_its_distance_and_a_truck_goes_straight() -> None:
    shot = make_shot("1A", (0.0, 1.5, 3.0), (), marks=())
    key = shot.camera[0]
    moving = replace(shot, camera=(key, replace(key, eye=(3.0, 1.5, 0.0))))
    arc = list(eyes_of(replace(moving, move=Move.ARC)))
    assert {round(x * x + z * z, 6) for x, _, z in arc} == {9.0}
    middle = list(eyes_of(moving))[4]
    assert middle == pytest.approx((1.5, 1.5, 1.5))
