import numpy as np
import pytest
from tests.adapters.render.builder import ADA, DOG

from secondunit.adapters.render.figures.mannequin import Posture, make_body
from secondunit.film.shots.model import Pose

ORDER = [
    "nose", "neck", "shoulder.r", "elbow.r", "wrist.r", "shoulder.l", "elbow.l", "wrist.l",
    "hip.r", "knee.r", "ankle.r", "hip.l", "knee.l", "ankle.l", "eye.r", "eye.l", "ear.r", "ear.l",
]  # fmt: skip


def test_a_person_has_the_eighteen_in_openposes_order() -> None:
    joints = make_body(ADA, Posture(pose=Pose.STAND)).joints
    assert [joint.name for joint in joints] == ORDER


def test_an_animal_has_none() -> None:
    assert make_body(DOG, Posture(pose=Pose.STAND)).joints == ()


@pytest.mark.parametrize("pose", list(Pose))
def test_every_joint_lies_in_the_body_in_every_pose(pose: Pose) -> None:
    body = make_body(ADA, Posture(pose=pose))
    points = np.concatenate([mesh.points for mesh in body.meshes])
    low, high = points.min(axis=0) - 0.01, points.max(axis=0) + 0.01
    for joint in body.joints:
        assert (low <= joint.at).all(), joint.name
        assert (joint.at <= high).all(), joint.name
        assert np.linalg.norm(points - np.array(joint.at), axis=1).min() < joint.deep + 0.03


def test_the_face_turns_with_the_head() -> None:
    ahead = {j.name: j.at for j in make_body(ADA, Posture(pose=Pose.STAND)).joints}
    left = {j.name: j.at for j in make_body(ADA, Posture(pose=Pose.STAND, head=(60.0, 0.0))).joints}
    assert left["nose"][0] > ahead["nose"][0] + 0.05
    assert left["knee.l"] == ahead["knee.l"]
