from __future__ import annotations

import numpy as np

from secondunit.adapters.render.casting.scene import Parts
from secondunit.adapters.render.drawing.ink import NOTHING, Grid, draw_lines, edge_pixels

PARTS = Parts(
    object=np.array([0, 0, 1, 1, 1], dtype=np.int16),
    material=np.array([0, 0, 1, 2, 1], dtype=np.int16),
    figure=np.array([False, False, True, True, True]),
    quiet=np.array([False, False, False, False, True]),
    smooth=np.array([False, False, True, True, True]),
    casts=np.array([True, True, True, True, True]),
)
"""Two faces of a box, then shirt, trousers and a brow of a figure."""


def grid(left: int, right: int, far: float = 5.0) -> Grid:
    part = np.full((40, 40), right, dtype=np.int16)
    part[:, :20] = left
    depth = np.full((40, 40), far, dtype=np.float32)
    depth[:, :20] = 5.0
    if right == NOTHING:
        depth[:, 20:] = np.inf
    return Grid(part=part, depth=depth, pixel=0.0005)


def weight(made: Grid) -> float:
    """Ink in the middle row, in pixels of full density."""
    return float(draw_lines(made, PARTS, 1.0)[10].sum()) / 255


def test_a_silhouette_is_heavier_than_an_inner_line_and_that_than_a_crease() -> None:
    silhouette = weight(grid(2, 0, far=8.0))
    hem = weight(grid(2, 3))
    crease = weight(grid(0, 1))
    assert silhouette > 1.5 * hem
    assert silhouette > 1.5 * crease > 0
    assert hem > 0


def test_a_sleeve_over_a_shirt_is_inked_where_there_is_a_step() -> None:
    parts = Parts(
        object=PARTS.object,
        material=np.array([0, 0, 1, 1, 1], dtype=np.int16),
        figure=PARTS.figure,
        quiet=PARTS.quiet,
        smooth=PARTS.smooth,
        casts=PARTS.casts,
    )
    level, step = (float(draw_lines(grid(2, 3, far=far), parts, 1.0).sum()) for far in (5.0, 5.2))
    assert level == 0
    assert step > 0


def test_features_of_a_face_get_no_outline() -> None:
    assert weight(grid(2, 4)) == 0


def test_the_outline_against_the_sky_is_drawn() -> None:
    assert weight(grid(2, NOTHING)) > 1
    assert weight(grid(0, NOTHING)) > 0.3


def test_lines_fade_with_distance() -> None:
    near, far = grid(0, 1), grid(0, 1)
    distant = Grid(part=far.part, depth=far.depth * 8, pixel=far.pixel)
    assert weight(distant) < weight(near)


def test_only_pixels_where_parts_meet_are_sampled_finer() -> None:
    part = np.zeros((10, 10), dtype=np.int16)
    part[:, 5:] = 3
    edges = edge_pixels(part)
    assert edges[:, 4:6].all()
    assert edges.sum() == 20
