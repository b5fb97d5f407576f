from __future__ import annotations

import numpy as np
import pytest
from tests.adapters.render.builder import BACK, FRONT, TABLE, wall

from secondunit.adapters.render.staged.solids import (
    in_the_way,
    make_piece,
    turn_about_y,
)
from secondunit.film.shots.model import Piece, Shape

FACE = np.array([0.0, 1.5, 0.0])


def piece(shape: Shape, turn: float = 0.0) -> Piece:
    return Piece(
        shape=shape, centre=(1.0, 1.0, -1.0), size=(0.8, 2.0, 0.4), turn=turn, colour=(90, 90, 90)
    )


@pytest.mark.parametrize("shape", list(Shape))
def test_a_piece_fills_its_extent(shape: Shape) -> None:
    points = np.concatenate([mesh.points for mesh in make_piece(piece(shape))])
    assert np.allclose(points.min(axis=0), (0.6, 0.0, -1.2), atol=0.02)
    assert np.allclose(points.max(axis=0), (1.4, 2.0, -0.8), atol=0.02)


def test_a_quarter_turn_swaps_width_and_depth() -> None:
    points = np.concatenate([mesh.points for mesh in make_piece(piece(Shape.BOX, 90.0))])
    assert np.ptp(points[:, 0]) == pytest.approx(0.4, abs=1e-3)
    assert np.ptp(points[:, 2]) == pytest.approx(0.8, abs=1e-3)


def test_turning_takes_z_towards_x() -> None:
    assert np.allclose(np.array([0, 0, 1]) @ turn_about_y(90.0), (1, 0, 0))


def test_a_cylinder_has_flat_ends_that_are_inked_apart() -> None:
    parts = {mesh.part for mesh in make_piece(piece(Shape.CYLINDER))}
    assert parts == {"cylinder/side", "cylinder/foot", "cylinder/top"}


def test_a_wild_wall_between_camera_and_face_goes() -> None:
    outside = [np.array([0.0, 1.6, 5.0])]
    assert in_the_way(FRONT, outside, [FACE])
    assert not in_the_way(BACK, outside, [FACE])


def test_a_wall_that_is_not_wild_stays() -> None:
    fixed = wall((0, 1.3, 2.5), (6, 2.6, 0.1), wild=False)
    assert not in_the_way(fixed, [np.array([0.0, 1.6, 5.0])], [FACE])


def test_whatever_the_camera_stands_in_goes() -> None:
    assert in_the_way(TABLE, [np.array([1.2, 0.4, -0.8])], [FACE])


def test_a_side_wall_goes_when_the_camera_is_behind_it() -> None:
    left = wall((-3, 1.3, 0), (0.1, 2.6, 5))
    corner = [np.array([-3.4, 1.6, 4.0])]
    assert in_the_way(left, corner, [np.array([1.0, 1.5, 3.5])])
    assert not in_the_way(left, [np.array([0.0, 1.6, 2.0])], [FACE])
