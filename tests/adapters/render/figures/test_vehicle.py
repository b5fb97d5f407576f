from __future__ import annotations

import numpy as np
import pytest

from secondunit.adapters.render.figures.vehicle import make_vehicle
from secondunit.adapters.render.mesh import Mesh

KINDS = ("car", "van", "truck", "bus", "bicycle", "motorcycle", "boat", "carriage")


def extent(meshes: list[Mesh]) -> np.ndarray:
    points = np.concatenate([mesh.points for mesh in meshes])
    return np.asarray(np.ptp(points, axis=0))


@pytest.mark.parametrize("kind", KINDS)
def test_a_vehicle_stands_on_the_ground_is_longer_than_wide_and_has_its_height(kind: str) -> None:
    own = extent(make_vehicle(kind, 1.0))
    double = extent(make_vehicle(kind, 2.0))
    assert own[2] > 1.5 * own[0]
    assert double == pytest.approx(2 * own, rel=1e-4)
    low = min(float(mesh.points[:, 1].min()) for mesh in make_vehicle(kind, 1.0))
    assert abs(low) < 0.08


def test_real_lengths_follow_from_real_heights() -> None:
    assert 4.0 < extent(make_vehicle("car", 1.45))[2] < 4.8
    assert 8.5 < extent(make_vehicle("bus", 3.0))[2] < 10.5
    assert 1.6 < extent(make_vehicle("bicycle", 1.05))[2] < 2.0


def test_normals_look_outwards() -> None:
    for mesh in make_vehicle("car", 1.45):
        if mesh.part == "roof/2":
            assert mesh.normals[0][1] > 0.9


def test_what_has_no_shape_of_its_own_is_a_car() -> None:
    assert extent(make_vehicle("hovercraft", 1.45)) == pytest.approx(
        extent(make_vehicle("car", 1.45))
    )
