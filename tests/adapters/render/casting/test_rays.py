from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.adapters.render.builder import f32, mark, request

from secondunit.adapters.render.casting import scene
from secondunit.adapters.render.casting.rays import Caster, layered, make_caster, make_slow_caster
from secondunit.adapters.render.mesh import Floats, Matter, ball
from secondunit.adapters.render.panel import PanelRenderer
from secondunit.adapters.render.staged import shot as staged

BALL = ball((0.0, 0.0, 0.0), (1.0, 0.7, 0.8), Matter("set", "ball"), sides=24)


def fan(count: int = 40) -> tuple[Floats, Floats]:
    """Rays from one eye, most of which hit."""
    rng = np.random.Generator(np.random.PCG64(7))
    aim = rng.uniform(-1.1, 1.1, size=(count, 3)).astype(np.float32) * f32([1, 1, 0])
    eye = np.tile(f32([0.2, 0.1, 4.0]), (count, 1))
    return eye, aim - eye


@pytest.fixture(params=["fast", "slow"])
def caster(request: pytest.FixtureRequest) -> Caster:
    make = make_caster if request.param == "fast" else make_slow_caster
    return make(BALL.points, BALL.faces)


def test_distance_and_weights_give_the_point_on_the_triangle(caster: Caster) -> None:
    origins, ways = fan()
    hits = caster.cast(origins, ways)
    met = hits.face >= 0
    assert 10 < met.sum() < 40
    along = origins[met] + ways[met] * hits.distance[met, None]
    corner = BALL.points[BALL.faces[hits.face[met]]]
    u, v = hits.u[met, None], hits.v[met, None]
    inside = corner[:, 0] * (1 - u - v) + corner[:, 1] * u + corner[:, 2] * v
    assert np.allclose(along, inside, atol=1e-3)


def test_a_miss_is_infinitely_far(caster: Caster) -> None:
    hits = caster.cast(f32([[0, 0, 5]]), f32([[0, 1, 0]]))
    assert hits.face[0] == -1
    assert np.isinf(hits.distance[0])


def test_shadow_rays_say_what_is_blocked(caster: Caster) -> None:
    starts = f32([[0, 0, 5], [3, 0, 5]])
    ways = f32([[0, 0, -1], [0, 0, -1]])
    assert caster.blocked(starts, ways).tolist() == [True, False]


def test_the_fallback_sees_what_the_fast_caster_sees() -> None:
    origins, ways = fan(60)
    fast = make_caster(BALL.points, BALL.faces).cast(origins, ways)
    slow = make_slow_caster(BALL.points, BALL.faces).cast(origins, ways)
    assert ((fast.face >= 0) == (slow.face >= 0)).all()
    met = fast.face >= 0
    assert np.allclose(fast.distance[met], slow.distance[met], atol=1e-4)


def test_the_fallback_draws_the_same_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(points: Floats, faces: NDArray[np.int32]) -> Caster:
        return make_slow_caster(points, faces) if len(faces) else make_caster(points, faces)

    asked = request(mark("ADA", (-0.4, 0, 0)), mark("BRAM", (0.4, 0, 0)), size=(160, 90))
    fast = PanelRenderer().draw_panel(asked)
    staged._standing.cache_clear()
    monkeypatch.setattr(scene, "make_caster", slowly)
    slow = PanelRenderer().draw_panel(asked)
    staged._standing.cache_clear()
    assert (np.abs(fast.astype(int) - slow).max(axis=2) > 12).mean() < 0.002


def test_an_empty_scene_is_nothing_but_misses() -> None:
    void = make_caster(np.zeros((0, 3), dtype=np.float32), np.zeros((0, 3), dtype=np.int32))
    origins, ways = fan(4)
    assert (void.cast(origins, ways).face == -1).all()
    assert not void.blocked(origins, ways).any()


def test_layers_number_the_second_after_the_first_and_see_the_nearer() -> None:
    near = ball((0.0, 0.0, 2.0), (0.3, 0.3, 0.3), Matter("set", "near"), sides=12)
    down = [0.0, 0.0, -1.0]
    both = layered(
        make_caster(BALL.points, BALL.faces), make_caster(near.points, near.faces), len(BALL.faces)
    )
    hits = both.cast(
        f32([[0.0, 0.0, 4.0], [0.6, 0.0, 4.0], [3.0, 0.0, 4.0]]), f32([down, down, down])
    )
    assert hits.face[0] >= len(BALL.faces)
    assert hits.distance[0] == pytest.approx(1.7, abs=0.02)
    assert 0 <= hits.face[1] < len(BALL.faces)
    assert hits.face[2] == -1
    assert both.blocked(f32([[0, 0, 4], [3, 0, 4]]), f32([down, down])).tolist() == [
        True,
        False,
    ]
