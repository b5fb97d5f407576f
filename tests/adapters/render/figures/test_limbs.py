from __future__ import annotations

import numpy as np

from secondunit.adapters.render.figures.limbs import make_arms, make_legs
from secondunit.adapters.render.figures.poses import angles
from secondunit.adapters.render.figures.skeleton import make_skeleton, proportions
from secondunit.film.shots.model import Build, Pose

STANDING = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.STAND, 0, holds=False))


def test_two_sleeves_and_two_hands() -> None:
    parts = [mesh.part for mesh in make_arms(STANDING, Pose.STAND)]
    assert {"arm.l", "arm.r", "hand.l", "hand.r", "thumb.l", "thumb.r"} <= set(parts)


def test_who_points_has_a_finger_out_and_it_is_the_farthest_thing() -> None:
    made = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.POINT, 0, holds=False))
    meshes = make_arms(made, Pose.POINT)
    finger = next(mesh for mesh in meshes if mesh.part == "index.r")
    assert finger.points[:, 2].max() == max(mesh.points[:, 2].max() for mesh in meshes)


def test_legs_under_a_skirt_are_bare() -> None:
    legs = {m.part: m.material for m in make_legs(STANDING, bare=True)}
    assert legs["leg.l"] == "skin"
    assert legs["shoe.l"] == "feet"


def test_shoes_point_forward_and_have_flat_soles() -> None:
    for side in "lr":
        shoe = next(mesh for mesh in make_legs(STANDING) if mesh.part == f"shoe.{side}")
        ankle = STANDING.joints[f"ankle.{side}"]
        assert shoe.points[:, 2].max() - ankle[2] > 2 * (ankle[2] - shoe.points[:, 2].min())
        low = shoe.points[:, 1].min()
        assert (shoe.points[:, 1] < low + 0.012).sum() > 20


def test_thumbs_are_on_the_front_of_hanging_hands() -> None:
    meshes = {mesh.part: mesh for mesh in make_arms(STANDING, Pose.STAND)}
    for side in "lr":
        thumb, hand = meshes[f"thumb.{side}"], meshes[f"hand.{side}"]
        assert thumb.points[:, 2].mean() > hand.points[:, 2].mean()


def test_left_and_right_are_mirrored_where_the_pose_is() -> None:
    mirror = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.HOLD, 0, holds=False))
    left, right = mirror.joints["shoulder.l"], mirror.joints["shoulder.r"]
    assert np.allclose(left * (-1, 1, 1), right)
