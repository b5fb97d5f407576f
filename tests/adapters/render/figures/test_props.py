from __future__ import annotations

import numpy as np
import pytest

from secondunit.adapters.render.figures.poses import angles
from secondunit.adapters.render.figures.props import make_prop, make_wheel
from secondunit.adapters.render.figures.skeleton import make_skeleton, proportions
from secondunit.film.shots.model import Build, Pose

HOLDING = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.STAND, 0, holds=True))
DRIVING = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.DRIVE, 0, holds=False))


def extent(name: str) -> np.ndarray:
    points = np.concatenate([mesh.points for mesh in make_prop(name, HOLDING)])
    return np.asarray(np.ptp(points, axis=0))


@pytest.mark.parametrize("name", ["mug", "Old Flashlight", "letter", "walkie-talkie", "gizmo"])
def test_anything_named_can_be_held(name: str) -> None:
    points = np.concatenate([mesh.points for mesh in make_prop(name, HOLDING)])
    assert np.linalg.norm(points.mean(axis=0) - HOLDING.joints["palm.r"]) < 0.3


def test_a_known_thing_has_its_size() -> None:
    assert extent("broom").max() > 1.0
    assert extent("cup").max() < 0.2
    assert extent("suitcase").max() > extent("letter").max()


def test_a_round_thing_is_one_tube_and_a_flat_thing_a_box() -> None:
    assert len(make_prop("bottle", HOLDING)) == 1
    assert len(make_prop("book", HOLDING)) == 6


def test_the_wheel_is_between_the_hands() -> None:
    (wheel,) = make_wheel(DRIVING)
    middle = (DRIVING.joints["palm.l"] + DRIVING.joints["palm.r"]) / 2
    assert np.allclose(wheel.points.mean(axis=0), middle, atol=0.03)
