import numpy as np
from tests.adapters.render.builder import BACK, TABLE, camera, f32, mark, request, room
from tests.adapters.render.passes.builder import moment_of

from secondunit.adapters.render.casting.tracer import RAYS, cast_from
from secondunit.adapters.render.lens import make_view


def test_a_ray_through_a_figures_middle_meets_it_at_its_distance() -> None:
    view = make_view(request(), camera((0, 1.0, 5.0), (0, 1.0, 0)))
    scene = moment_of(request(mark(), plan=room(BACK))).stand.scene
    rays = view.forward.astype(np.float32)[None]
    met = RAYS.centres(scene, view, rays)
    assert 4.7 < met.distance[0] < 5.0
    assert met.face[0] == cast_from(scene, view, rays).face[0]


def test_what_stands_before_the_light_leaves_a_place_unlit() -> None:
    scene = moment_of(request(plan=room(BACK, TABLE))).stand.scene
    view = make_view(request(), camera((0, 1.0, 5.0), (0, 1.0, 0)))
    places = f32([(1.2, 0.1, -0.8), (-1.5, 0.1, 1.0)])
    assert RAYS.unlit(scene, view, places, f32([0.0, 1.0, 0.0])).tolist() == [True, False]
