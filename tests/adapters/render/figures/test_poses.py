from __future__ import annotations

import pytest

from secondunit.adapters.render.figures.poses import angles, stooped, stride
from secondunit.film.shots.model import Pose


@pytest.mark.parametrize("pose", list(Pose))
def test_every_pose_has_angles(pose: Pose) -> None:
    assert angles(pose, 0.2, holds=False).elbow[0] >= 0


def test_legs_swing_against_each_other_in_a_step() -> None:
    first, second = stride(running=False, phase=0.25), stride(running=False, phase=0.75)
    assert first.thigh[0] > 15 > -10 > first.thigh[1]
    assert second.thigh == (first.thigh[1], first.thigh[0])


def test_who_holds_something_raises_the_right_hand_only() -> None:
    free, full = (angles(Pose.STAND, 0.1, holds=holds) for holds in (False, True))
    assert full.elbow[1] > free.elbow[1] + 40
    assert full.elbow[0] == free.elbow[0]


def test_the_old_lean_forward_on_bent_knees() -> None:
    young = angles(Pose.STAND, 0.1, holds=False)
    old = stooped(young)
    assert old.lean > young.lean + 3
    assert min(old.knee) > max(young.knee)


def test_arms_go_round_in_a_hug() -> None:
    found = angles(Pose.HUG, 0.1, holds=False)
    assert min(found.arm) > 40
    assert min(found.inward) > 60
