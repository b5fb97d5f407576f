import numpy as np
from tests.adapters.render.builder import f32

from secondunit.adapters.opengl.lens import light_axes, patch_round
from secondunit.adapters.opengl.shadow import RINGS, rings, shadowed

UP = f32([0, 1, 0])
ROOF = f32([(-1, 2, -1), (1, 2, -1), (0, 2, 1)])[None]
"""One face over the ground; the light is straight above."""


def test_what_a_face_covers_is_in_shadow_and_the_face_itself_is_not() -> None:
    places = f32([(0, 0, -0.5), (3, 0, 3), (0, 2.01, -0.5), (-3, 0, -3)])
    patch = patch_round(light_axes(UP), places, 32)
    everywhere = np.zeros((32, 32), dtype=np.int32)
    assert shadowed(everywhere, patch, places, ROOF).tolist() == [True, False, False, False]


def test_edges_are_the_faces_own_and_not_of_the_maps_pixels() -> None:
    edge = np.linspace(-0.05, 0.05, 11, dtype=np.float32)
    places = np.column_stack([edge, np.zeros(11), np.full(11, 1 - 0.0001)]).astype(np.float32)
    patch = patch_round(light_axes(UP), f32([(-20, 0, -20), (20, 0, 20)]), 16)
    found = shadowed(np.zeros((16, 16), dtype=np.int32), patch, places, ROOF)
    assert found.tolist() == (np.abs(edge) < 0.00005).tolist()


def test_where_the_map_is_empty_the_light_falls() -> None:
    places = f32([(0, 0, 0), (1, 0, 1)])
    patch = patch_round(light_axes(UP), places, 8)
    assert not shadowed(np.full((8, 8), -1, dtype=np.int32), patch, places, ROOF).any()


def test_every_place_is_in_one_ring_about_the_eye() -> None:
    rng = np.random.Generator(np.random.PCG64(2))
    places = rng.uniform(-20, 20, (500, 3)).astype(np.float32)
    found = rings(places, np.zeros(3))
    assert np.array_equal(np.sort(np.concatenate(found)), np.arange(500))
    assert np.linalg.norm(places[found[0]], axis=1).max() <= RINGS[0]
    assert [len(each) for each in rings(f32([(0, 0, 70.0)]), np.zeros(3))] == [1]
