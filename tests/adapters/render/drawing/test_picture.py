from __future__ import annotations

import numpy as np
from tests.adapters.render.builder import ADA, camera, mark, reddish, request, yard

from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.drawing.picture import draw
from secondunit.adapters.render.lens import View, make_view
from secondunit.adapters.render.light.shade import make_light
from secondunit.adapters.render.palette import mood_of
from secondunit.adapters.render.staged.stage import Player, build_scene, place

KEY = camera((0.0, 1.2, 4.0), (0.0, 1.0, 0.0))


def stage() -> tuple[Scene, View]:
    plan = yard()
    scene = build_scene(place([Player(figure=ADA, mark=mark("ADA"))], plan), plan, ())
    return scene, make_view(request(keys=(KEY,)), KEY)


def test_a_picture_fills_the_window() -> None:
    scene, view = stage()
    picture = draw(scene, make_light(scene, mood_of("day"), interior=False), view)
    assert picture.shape == (view.window.height, view.window.width, 3)
    assert picture.dtype == np.uint8


def test_a_figure_is_outlined_in_ink() -> None:
    scene, view = stage()
    picture = draw(scene, make_light(scene, mood_of("day"), interior=False), view).astype(int)
    row = view.window.height // 2
    red = np.flatnonzero(reddish(picture.astype(np.uint8))[row])
    assert len(red) > 10
    for edge in (slice(red[0] - 4, red[0] + 2), slice(red[-1] - 1, red[-1] + 5)):
        assert picture[row, edge].sum(axis=1).min() < 0.6 * 660


def test_edges_are_smoothed() -> None:
    scene, view = stage()
    picture = draw(scene, make_light(scene, mood_of("day"), interior=False), view)
    grey = picture.astype(int).sum(axis=2)
    steps = np.abs(np.diff(grey, axis=1))
    between = ((steps > 40) & (steps < 250)).sum()
    assert between > 200
