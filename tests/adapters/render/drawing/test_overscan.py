from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.adapters.render.builder import TABLE, camera, mark, request, yard

from secondunit.adapters.render.drawing.overscan import seen_through, widened
from secondunit.adapters.render.drawing.picture import draw
from secondunit.adapters.render.lens import make_view
from secondunit.adapters.render.staged.shot import Staged
from secondunit.film.shots.model import Camera

KEY = camera((0.2, 1.4, 4.0), (0.0, 1.0, 0.0), 35)
ASKED = request(mark(), plan=yard(TABLE), keys=(KEY,), size=(480, 270))


def test_a_margin_is_added_all_round_and_the_lens_stays() -> None:
    view = make_view(ASKED, KEY)
    wide = widened(view, 8)
    assert (wide.window.width, wide.window.height) == (
        view.window.width + 16,
        view.window.height + 16,
    )
    assert wide.focal_px == view.focal_px


def test_the_steady_view_is_the_middle_of_the_wide_picture() -> None:
    view = make_view(ASKED, KEY)
    rng = np.random.Generator(np.random.PCG64(3))
    height, width = view.window.height + 20, view.window.width + 20
    picture = rng.integers(0, 256, size=(height, width, 3), dtype=np.uint8)
    seen = seen_through(picture, widened(view, 10), view).astype(int)
    assert np.abs(seen - picture[10:-10, 10:-10]).max() <= 1


@pytest.mark.parametrize(
    "turned",
    [
        replace(KEY, target=(0.05, 1.0, 0.0)),
        replace(KEY, target=(0.0, 1.04, 0.0)),
        replace(KEY, roll=3.0),
    ],
)
def test_a_turned_view_is_what_would_have_been_drawn(turned: Camera) -> None:
    staged = Staged(ASKED)
    scene = staged.scene()
    light = staged.light(scene)
    steady, view = make_view(ASKED, KEY), make_view(ASKED, turned)
    wide = widened(steady, 24)
    seen = seen_through(draw(scene, light, wide), wide, view).astype(int)
    drawn = draw(scene, light, view).astype(int)
    assert (np.abs(seen - drawn).max(axis=2) > 40).mean() < 0.02
    unmoved = draw(scene, light, steady).astype(int)
    assert np.abs(seen - drawn).mean() < 0.7 * np.abs(unmoved - drawn).mean()
