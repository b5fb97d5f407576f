from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from tests.adapters.render.builder import BRAM, camera, mark, request, yard

from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.casting.tracer import RAYS
from secondunit.adapters.render.lens import make_view
from secondunit.adapters.render.light.shade import make_light, shade
from secondunit.adapters.render.mesh import Floats
from secondunit.adapters.render.palette import mood_of
from secondunit.adapters.render.staged.stage import Player, build_scene, place

EYE = np.array([0.0, 2.0, 6.0])
LOOKER = make_view(request(), camera((0.0, 2.0, 6.0), (0.0, 0.0, 0.0))), RAYS


def looked(scene: Scene, spots: Floats) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Colour and shadow of places on the ground, seen from the eye."""
    rays = (spots - EYE).astype(np.float32)
    hits = scene.caster.cast(np.tile(EYE.astype(np.float32), (len(rays), 1)), rays)
    light = make_light(scene, mood_of("day"), interior=True)
    return shade(scene, light, LOOKER, rays, hits)


def test_a_figure_throws_a_shadow_away_from_the_key() -> None:
    plan = yard()
    scene = build_scene(place([Player(figure=BRAM, mark=mark("BRAM"))], plan), plan, ())
    key = np.array(mood_of("day").key)
    away = -key[[0, 2]] / key[1]
    behind, before = away * 0.9, -away * 0.9
    spots = np.array([[behind[0], 0, behind[1]], [before[0], 0, before[1]]], dtype=np.float32)
    colours, dark = looked(scene, spots)
    assert dark[0] > 60
    assert dark[1] == 0
    assert colours[0].sum() < colours[1].sum()


def test_the_ground_is_dark_where_feet_touch_it() -> None:
    plan = yard()
    scene = build_scene(place([Player(figure=BRAM, mark=mark("BRAM"))], plan), plan, ())
    x, z, reach = scene.contacts[0]
    spots = np.array(
        [[x + 0.7 * reach, 0, z + 0.2 * reach], [x + 2.5, 0, z + 1.0]], dtype=np.float32
    )
    colours, _ = looked(scene, spots)
    assert colours[0].sum() < colours[1].sum()


def test_the_sky_lightens_to_the_horizon_and_a_stage_is_plain() -> None:
    scene = build_scene([], yard(), ())
    rays = np.array([[0, 0.02, -1], [0, 0.8, -1]], dtype=np.float32)
    missed = scene.caster.cast(np.tile(EYE.astype(np.float32), (2, 1)), rays)
    sky, _ = shade(scene, make_light(scene, mood_of("day"), interior=False), LOOKER, rays, missed)
    assert sky[0].sum() > sky[1].sum()
    void, _ = shade(scene, make_light(scene, mood_of("day"), interior=True), LOOKER, rays, missed)
    assert (void[0] == void[1]).all()


def test_far_ground_outside_fades_into_the_haze() -> None:
    scene = build_scene([], yard(), ())
    rays = np.array([[0, -0.5, -1], [0, -0.02, -1]], dtype=np.float32)
    hits = scene.caster.cast(np.tile(EYE.astype(np.float32), (2, 1)), rays)
    light = make_light(scene, mood_of("day"), interior=False)
    colours, _ = shade(scene, light, LOOKER, rays, hits)
    horizon = np.array(light.mood.horizon)
    near, far = np.abs(colours - horizon).sum(axis=1)
    assert far < near
