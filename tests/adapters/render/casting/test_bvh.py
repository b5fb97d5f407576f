from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.adapters.render.builder import f32

from secondunit.adapters.render.casting.bvh import Tree

SQUARE = np.array([[-1, -1, 0], [1, -1, 0], [1, 1, 0], [-1, 1, 0]], dtype=np.float32)
FACES = np.array([[0, 1, 2], [0, 2, 3]], dtype=np.int32)


def ray(x: float, y: float) -> tuple[np.ndarray, np.ndarray]:
    return f32([[x, y, 5.0]]), f32([[0.0, 0.0, -2.0]])


@given(st.floats(-0.99, 0.99), st.floats(-0.99, 0.99))
@settings(max_examples=40, deadline=None)
def test_distance_is_in_lengths_of_the_ray(x: float, y: float) -> None:
    face, place = Tree(SQUARE, FACES).cast(*ray(x, y))
    assert face[0] >= 0
    assert abs(place[0, 0] - 2.5) < 1e-6


def test_a_ray_beside_everything_misses() -> None:
    assert Tree(SQUARE, FACES).cast(*ray(1.5, 0.0))[0][0] == -1


def test_the_nearest_of_many_is_found() -> None:
    layers = np.concatenate([SQUARE + f32([0, 0, -z]) for z in range(30)])
    faces = np.concatenate([FACES + 4 * z for z in range(30)]).astype(np.int32)
    face, place = Tree(layers, faces).cast(*ray(0.2, 0.4))
    assert face[0] < 2
    assert place[0, 0] == 2.5


def test_what_is_behind_is_not_seen() -> None:
    origins, ways = ray(0.0, 0.0)
    assert Tree(SQUARE, FACES).cast(origins, -ways)[0][0] == -1
