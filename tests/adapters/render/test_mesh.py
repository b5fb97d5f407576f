from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.adapters.render.mesh import Matter, Mesh, ball, block, shell, sphere, tube, turned
from secondunit.adapters.render.staged.solids import turn_about_y

STONE = Matter("set", "stone")


def volume(meshes: list[Mesh]) -> float:
    """Of closed meshes whose faces may look either way."""
    total = 0.0
    for mesh in meshes:
        a, b, c = np.moveaxis(mesh.points[mesh.faces].astype(float), 1, 0)
        outward = np.sign(
            np.einsum("ij,ij->i", np.cross(b - a, c - a), mesh.normals[mesh.faces[:, 0]])
        )
        total += float((np.einsum("ij,ij->i", a, np.cross(b, c)) * outward).sum() / 6)
    return total


def test_a_ball_has_the_volume_of_its_radii() -> None:
    mesh = ball((1.0, 2.0, 3.0), (0.5, 0.4, 0.3), STONE, sides=48)
    assert volume([mesh]) == pytest.approx(4 / 3 * np.pi * 0.5 * 0.4 * 0.3, rel=0.02)


def test_a_tube_has_the_volume_of_its_rings_and_is_longer_with_round_ends() -> None:
    path, wide = [(0, 0, 0), (0, 0.5, 0), (0, 1, 0)], [0.2, 0.2, 0.2]
    flat = tube(path, wide, None, (1, 0, 0), STONE, sides=64, round_ends=False)
    capped = tube(path, wide, None, (1, 0, 0), STONE, sides=64)
    assert volume([flat]) == pytest.approx(np.pi * 0.04, rel=0.01)
    assert capped.points[:, 1].max() > 1.18
    assert volume([capped]) > volume([flat]) * 1.2


def test_an_oval_tube_is_wide_along_its_side() -> None:
    mesh = tube([(0, 0, 0), (0, 1, 0)], [0.4, 0.4], [0.1, 0.1], (1, 0, 0), STONE, round_ends=False)
    reach = np.abs(mesh.points).max(axis=0)
    assert reach[0] == pytest.approx(0.4, abs=0.01)
    assert reach[2] == pytest.approx(0.1, abs=0.01)


def test_a_block_is_six_parts_so_that_its_edges_are_inked() -> None:
    faces = block((0, 0, 0), (1, 2, 3), STONE)
    assert len({mesh.part for mesh in faces}) == 6
    assert volume(faces) == pytest.approx(6.0)


def test_normals_look_outwards_and_have_unit_length() -> None:
    for mesh in (
        ball((0, 0, 0), (0.5, 0.5, 0.5), STONE),
        tube([(0, -1, 0), (0, 0, 0), (0, 1, 0)], [0.3, 0.4, 0.3], None, (1, 0, 0), STONE),
        shell(sphere(12, 16) * 0.5, STONE),
        *block((0, 0, 0), (1, 1, 1), STONE),
    ):
        assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-4)
        assert (np.einsum("ij,ij->i", mesh.points, mesh.normals) > 0).mean() > 0.98


@given(st.floats(-360, 360), st.floats(-5, 5), st.floats(-5, 5))
def test_turning_and_moving_keeps_every_distance(degrees: float, x: float, z: float) -> None:
    mesh = ball((0.3, 0.1, 0.0), (0.2, 0.3, 0.4), STONE, sides=8)
    moved = turned(mesh, turn_about_y(degrees), (x, 0, z))
    before = np.linalg.norm(mesh.points[0] - mesh.points[5])
    after = np.linalg.norm(moved.points[0] - moved.points[5])
    assert after == pytest.approx(before, abs=1e-4)
    assert moved.faces is mesh.faces
