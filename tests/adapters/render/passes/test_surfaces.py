import numpy as np
from tests.adapters.render.builder import f32

from secondunit.adapters.render.light.tone import Seen
from secondunit.adapters.render.passes.surfaces import Lens, follow

FACES = np.array([[0, 1, 2]], dtype=np.int32)
CORNERS = f32([(-5, -5, -4), (5, -5, -4), (0, 5, -4)])
HIT = Seen(
    f32([0, 0, 0]),
    f32([(0, 0, -1), (0, 0, -1)]),
    np.array([0, -1], dtype=np.int32),
    f32([4, np.inf]),
    f32([0.25, 0]),
    f32([0.5, 0]),
)
LOOKS = np.array([(1.0, 0, 0), (0, 1.0, 0), (0, 0, -1.0)])


def lens(eye: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> Lens:
    return Lens(np.array(eye), LOOKS, 100.0, np.array([0.5, 0.5]))


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
