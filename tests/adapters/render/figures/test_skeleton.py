from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.adapters.render.figures.poses import Angles, angles
from secondunit.adapters.render.figures.skeleton import make_skeleton, proportions
from secondunit.film.shots.camera.body import ADULT, CHILD
from secondunit.film.shots.model import Build, Pose

PEOPLE = [Build.WOMAN, Build.MAN, Build.CHILD]


@pytest.mark.parametrize("pose", list(Pose))
@pytest.mark.parametrize("build", PEOPLE)
def test_bones_keep_their_length_in_every_pose(pose: Pose, build: Build) -> None:
    parts = proportions(build)
    made = make_skeleton(1.7, parts, angles(pose, 0.3, holds=False))
    for side in "lr":
        for first, second, share in (
            ("hip", "knee", parts.thigh),
            ("knee", "ankle", parts.shin),
            ("shoulder", "elbow", parts.upper_arm),
            ("elbow", "wrist", parts.forearm),
        ):
            bone = made.joints[f"{second}.{side}"] - made.joints[f"{first}.{side}"]
            assert np.linalg.norm(bone) == pytest.approx(share * 1.7, rel=1e-6)


@given(st.floats(0, 1))
def test_half_a_cycle_later_the_other_leg_leads(phase: float) -> None:
    now, later = (angles(Pose.WALK, p, holds=False) for p in (phase, phase + 0.5))
    assert now.thigh[0] == pytest.approx(later.thigh[1], abs=1e-6)
    assert now.knee[0] == pytest.approx(later.knee[1], abs=1e-6)
    assert now.arm[0] == pytest.approx(later.arm[1], abs=1e-6)


def test_arms_swing_against_the_legs() -> None:
    walking = angles(Pose.WALK, 0.25, holds=False)
    assert walking.thigh[0] > walking.thigh[1]
    assert walking.arm[0] < walking.arm[1]


def test_a_pointing_arm_is_level() -> None:
    made = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.POINT, 0, holds=False))
    shoulder, wrist = made.joints["shoulder.r"], made.joints["wrist.r"]
    assert abs(wrist[1] - shoulder[1]) < 0.12
    assert wrist[2] - shoulder[2] > 0.45


def test_a_phone_is_at_the_ear() -> None:
    made = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.PHONE, 0, holds=False))
    assert np.linalg.norm(made.joints["palm.r"] - made.joints["head"]) < 0.26


def test_who_lies_is_level() -> None:
    made = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.LIE, 0, holds=False))
    assert abs(made.joints["head"][1] - made.joints["hips"][1]) < 0.1
    assert made.joints["head"][2] < made.joints["hips"][2] - 0.5


def test_a_held_thing_raises_the_right_hand_only() -> None:
    empty, full = (angles(Pose.STAND, 0, holds=holds) for holds in (False, True))
    assert full.elbow[1] > empty.elbow[1] + 40
    assert full.elbow[0] == empty.elbow[0]
    assert angles(Pose.FALL, 0, holds=True) == angles(Pose.FALL, 0, holds=False)


@pytest.mark.parametrize(("build", "canon"), [(Build.MAN, ADULT), (Build.CHILD, CHILD)])
def test_the_mannequin_has_the_landmarks_that_framing_is_solved_on(
    build: Build, canon: dict[str, float]
) -> None:
    parts = proportions(build)
    assert 1 - parts.head == pytest.approx(canon["chin"], abs=0.004)
    assert parts.hip_height == pytest.approx(canon["hip"], abs=0.005)
    assert parts.waist == pytest.approx(canon["waist"], abs=0.015)
    assert parts.shoulder_height == pytest.approx(canon["shoulder"], abs=0.01)


def test_the_left_is_on_the_left() -> None:
    made = make_skeleton(1.8, proportions(Build.MAN), Angles())
    assert made.joints["shoulder.l"][0] > 0 > made.joints["shoulder.r"][0]
