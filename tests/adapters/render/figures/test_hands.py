from __future__ import annotations

import numpy as np

from secondunit.adapters.render.figures.hands import make_hand
from secondunit.adapters.render.figures.poses import angles
from secondunit.adapters.render.figures.skeleton import make_skeleton, proportions
from secondunit.adapters.render.mesh import Mesh
from secondunit.film.shots.model import Build, Pose

FINGERS = ("index", "middle", "ring", "little")


def hand(pose: Pose, side: str = "r", *, holds: bool = False) -> dict[str, Mesh]:
    bones = make_skeleton(1.8, proportions(Build.MAN), angles(pose, 0.1, holds=holds))
    return {mesh.part.split(".")[0]: mesh for mesh in make_hand(bones, side, pose, holds=holds)}


def reach(mesh: Mesh, bones_wrist: np.ndarray) -> float:
    return float(np.linalg.norm(mesh.points - bones_wrist, axis=1).max())


def test_a_hand_has_four_fingers_and_a_thumb_the_middle_one_longest() -> None:
    made = hand(Pose.STAND)
    assert set(made) == {"hand", "thumb", *FINGERS}
    bones = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.STAND, 0.1, holds=False))
    lengths = {name: reach(made[name], bones.joints["wrist.r"]) for name in FINGERS}
    assert max(lengths, key=lengths.__getitem__) == "middle"
    assert min(lengths, key=lengths.__getitem__) == "little"


def test_a_hand_is_as_long_as_a_face_is_high() -> None:
    bones = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.STAND, 0.1, holds=False))
    length = reach(hand(Pose.STAND)["middle"], bones.joints["wrist.r"])
    assert 0.15 < length < 0.21


def test_who_points_puts_out_one_finger_and_closes_the_others() -> None:
    made = hand(Pose.POINT)
    bones = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.POINT, 0.1, holds=False))
    lengths = {name: reach(made[name], bones.joints["wrist.r"]) for name in FINGERS}
    assert lengths["index"] > 1.3 * max(lengths[name] for name in FINGERS[1:])
    other = {
        mesh.part.split(".")[0]: mesh for mesh in make_hand(bones, "l", Pose.POINT, holds=False)
    }
    left = [reach(other[name], bones.joints["wrist.l"]) for name in FINGERS]
    assert min(left) > 0.75 * max(left)


def test_a_hand_that_holds_something_closes_round_it() -> None:
    bones = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.STAND, 0.1, holds=True))
    wrist = bones.joints["wrist.r"]
    opened = make_hand(bones, "r", Pose.STAND, holds=False)
    closed = make_hand(bones, "r", Pose.STAND, holds=True)
    assert reach(closed[3], wrist) < 0.9 * reach(opened[3], wrist)
