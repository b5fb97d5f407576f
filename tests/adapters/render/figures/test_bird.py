from __future__ import annotations

import numpy as np
import pytest

from secondunit.adapters.render.figures.bird import is_bird, make_bird
from secondunit.film.shots.model import Pose


@pytest.mark.parametrize("kind", ["bird", "chicken", "duck", "goose", "eagle"])
def test_a_bird_has_two_legs_two_wings_a_beak_and_its_height(kind: str) -> None:
    meshes = make_bird(kind, 0.3, Pose.STAND, 0.1).meshes
    parts = {mesh.part for mesh in meshes}
    assert {"leg+1", "leg-1", "wing+1", "wing-1", "beak", "tail"} <= parts
    back = next(mesh for mesh in meshes if mesh.part == "barrel").points[:, 1].max()
    assert 0.24 < back < 0.36


def test_a_bird_in_flight_spreads_its_wings() -> None:
    def span(pose: Pose) -> float:
        wings = [m.points for m in make_bird("bird", 0.2, pose, 0.1).meshes if "wing" in m.part]
        return float(np.ptp(np.concatenate(wings)[:, 0]))

    assert span(Pose.RUN) > 3 * span(Pose.STAND)


def test_a_sitting_bird_shows_no_legs() -> None:
    assert not any("leg" in m.part for m in make_bird("duck", 0.25, Pose.SIT, 0.1).meshes)


def test_a_dog_is_no_bird() -> None:
    assert is_bird("white goose")
    assert not is_bird("dog")
