from __future__ import annotations

import numpy as np
import pytest

from secondunit.adapters.render.figures.quadruped import Animal, make_animal
from secondunit.film.shots.model import Pose


def points(animal: Animal) -> np.ndarray:
    return np.concatenate([mesh.points for mesh in animal.meshes])


def test_an_animal_has_four_legs_a_tail_ears_and_looks_forward() -> None:
    parts = {mesh.part for mesh in make_animal("dog", 0.55, Pose.STAND, 0.1).meshes}
    assert {"fore+1", "fore-1", "hind+1", "hind-1", "tail", "ear+1", "ear-1", "nose"} <= parts
    animal = make_animal("dog", 0.55, Pose.STAND, 0.1)
    nose = next(mesh for mesh in animal.meshes if mesh.part == "nose")
    tail = next(mesh for mesh in animal.meshes if mesh.part == "tail")
    assert nose.points[:, 2].mean() > 0.4 > -0.2 > tail.points[:, 2].mean()


@pytest.mark.parametrize("name", ["dog", "horse", "cat", "cow", "goat", "sheep", "wombat"])
def test_every_animal_stands_at_its_shoulder_height(name: str) -> None:
    animal = make_animal(name, 1.0, Pose.STAND, 0.1)
    barrel = next(mesh for mesh in animal.meshes if mesh.part == "barrel")
    assert 0.9 < barrel.points[:, 1].max() < 1.15


def test_a_horse_has_a_mane_and_holds_its_head_high() -> None:
    horse, cow = (make_animal(name, 1.5, Pose.STAND, 0.1) for name in ("old horse", "cow"))
    assert any(mesh.part == "mane" for mesh in horse.meshes)
    assert horse.head[1] > cow.head[1] + 0.2


def test_sitting_lowers_the_rump_and_lying_all_of_it() -> None:
    stand, sit, lie = (
        points(make_animal("dog", 0.55, pose, 0.1)) for pose in (Pose.STAND, Pose.SIT, Pose.LIE)
    )
    assert lie[:, 1].max() < sit[:, 1].max() + 0.05 < stand[:, 1].max() + 0.1
    rump = [cloud[cloud[:, 2] < -0.15][:, 1].max() for cloud in (stand, sit)]
    assert rump[1] < rump[0]


def test_legs_swing_in_a_walk() -> None:
    first, second = (
        next(m for m in make_animal("dog", 0.55, Pose.WALK, p).meshes if m.part == "fore+1")
        for p in (0.25, 0.75)
    )
    assert first.points[:, 2].max() > second.points[:, 2].max() + 0.1
