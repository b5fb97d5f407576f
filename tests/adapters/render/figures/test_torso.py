from __future__ import annotations

import numpy as np
import pytest

from secondunit.adapters.render.figures.poses import angles
from secondunit.adapters.render.figures.skeleton import make_skeleton, proportions
from secondunit.adapters.render.figures.torso import make_outfit, make_torso, spine
from secondunit.film.shots.model import Build, Pose

STANDING = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.STAND, 0, holds=False))
SITTING = make_skeleton(1.8, proportions(Build.MAN), angles(Pose.SIT, 0, holds=False))


def test_a_torso_tapers_from_the_shoulders_to_the_waist() -> None:
    jacket = next(mesh for mesh in make_torso(STANDING) if mesh.part == "jacket")

    def width(level: float) -> float:
        near = np.abs(jacket.points[:, 1] - level * 1.8) < 0.03
        return float(np.ptp(jacket.points[near, 0]))

    assert width(0.785) > 1.25 * width(0.61)


def test_the_spine_runs_through_its_joints() -> None:
    parts = STANDING.parts
    for level, joint in ((parts.hip_height, "hips"), (parts.waist, "waist"), (parts.neck, "neck")):
        assert np.allclose(spine(STANDING, level), STANDING.joints[joint])


@pytest.mark.parametrize(("silhouette", "material"), [("coat", "torso"), ("skirt", "legs")])
def test_a_coat_and_a_skirt_hang_below_the_hips(silhouette: str, material: str) -> None:
    (drape,) = make_outfit(STANDING, silhouette)
    assert drape.material == material
    assert drape.points[:, 1].min() < 0.30 * 1.8


def test_a_skirt_follows_the_thighs_of_who_sits() -> None:
    (drape,) = make_outfit(SITTING, "skirt")
    assert drape.points[:, 2].max() > 0.25


def test_a_backpack_is_on_the_back() -> None:
    pack = [mesh for mesh in make_outfit(STANDING, "backpack") if mesh.part.startswith("pack")]
    assert np.concatenate([mesh.points for mesh in pack])[:, 2].max() < -0.05


def test_other_silhouettes_wear_nothing_more() -> None:
    assert make_outfit(STANDING, "cap") == []
