import numpy as np
from tests.adapters.render.builder import f32

from secondunit.adapters.render.light.tone import Skin
from secondunit.adapters.render.passes.surfaces import Lens, Met, face_camera, follow

FACES = np.array([[0, 1, 2]], dtype=np.int32)
CORNERS = f32([(-5, -5, -4), (5, -5, -4), (0, 5, -4)])
HIT = Met(
    f32([(0, 0, -1), (0, 0, -1)]),
    np.array([0, -1], dtype=np.int32),
    f32([4, np.inf]),
    f32([0.25, 0]),
    f32([0.5, 0]),
)
LOOKS = np.array([(1.0, 0, 0), (0, 1.0, 0), (0, 0, -1.0)])


def lens(eye: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> Lens:
    return Lens(np.array(eye), LOOKS, 100.0, np.array([0.5, 0.5]))


def test_a_surface_that_is_met_faces_the_eye_whichever_way_it_was_built() -> None:
    for way in (1.0, -1.0):
        skin = Skin(
            flat=f32([(0, 0, way)]), normals=f32([(0, 0, way)] * 3), faces=FACES,
            part=np.zeros(1, dtype=np.int16), smooth=np.array([False]), figure=np.array([False]),
            material=np.zeros(1, dtype=np.int16),
        )  # fmt: skip
        normals = np.empty((2, 3), dtype=np.float32)
        face_camera(skin, HIT, np.eye(3, dtype=np.float32), normals)
        assert normals.tolist() == [[0, 0, 1], [0, 0, 0]]


def test_a_surface_that_moves_right_flows_right_and_one_that_rises_flows_up() -> None:
    flow = np.empty((2, 2), dtype=np.float32)
    after = CORNERS + f32([0.4, 0.2, 0])
    follow(HIT, FACES, CORNERS, after, lens(), lens(), 1, flow)
    assert np.allclose(flow[0], (10.0, -5.0))


def test_what_is_at_no_end_stays_when_the_camera_only_shifts() -> None:
    flow = np.empty((2, 2), dtype=np.float32)
    met = HIT._replace(rays=f32([(0, 0, -1), (0, -0.01, -1)]))
    follow(met, FACES, CORNERS, CORNERS, lens(), lens((0.4, 0.0, 0.0)), 1, flow)
    assert np.allclose(flow[0], (-10.0, 0.0), atol=1e-4)
    assert np.allclose(flow[1], (0.0, 0.0), atol=1e-4)
