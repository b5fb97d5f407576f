from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.adapters.render.builder import camera, f32, request

from secondunit.adapters.render.lens import make_view, open_window, read_aspect
from secondunit.core.errors import InputError
from secondunit.film.shots.camera.grammar import half_tangents
from secondunit.film.shots.model import Lens


def test_a_wide_aspect_is_matted_above_and_below() -> None:
    window = open_window(960, 540, "2.39")
    assert (window.left, window.top, window.width, window.height) == (0, 69, 960, 402)


def test_a_narrow_aspect_is_matted_left_and_right() -> None:
    window = open_window(960, 540, "1.33")
    assert (window.top, window.height) == (0, 540)
    assert window.left == (960 - window.width) // 2 > 100


def test_an_upright_aspect_is_read() -> None:
    assert read_aspect("9:16") == pytest.approx(0.5625)


@pytest.mark.parametrize("text", ["", "wide", "0", "-1.85", "16:0", "99"])
def test_what_is_no_aspect_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="not an aspect"):
        read_aspect(text)


@pytest.mark.parametrize(("focal", "fov"), [(18, 41.0), (32, 23.5), (50, 15.2), (85, 9.0)])
def test_the_field_of_view_is_that_of_the_cropped_sensor(focal: float, fov: float) -> None:
    view = make_view(
        request(aspect="1.85", keys=(camera((0, 0, 5), (0, 0, 0), focal),)),
        camera((0, 0, 5), (0, 0, 0), focal),
    )
    found = math.degrees(2 * math.atan(view.window.height / 2 / view.focal_px))
    assert found == pytest.approx(fov, abs=0.3)


@pytest.mark.parametrize("aspect", ["1.33", "1.78", "1.85", "2.39"])
@pytest.mark.parametrize("squeeze", [1.0, 2.0])
def test_renderer_and_camera_solver_see_the_same_through_a_lens(
    aspect: str, squeeze: float
) -> None:
    lens = Lens(focal_mm=40.0, squeeze=squeeze)
    asked = request(aspect=aspect, size=(1920, 1080))
    asked = type(asked)(
        **{name: getattr(asked, name) for name in asked.__slots__ if name != "lens"}, lens=lens
    )
    view = make_view(asked, camera((0, 1, 5), (0, 1, 0), 40.0))
    wide, high = half_tangents(lens, aspect)
    assert view.window.width / 2 / view.focal_px == pytest.approx(wide, rel=0.01)
    assert view.window.height / 2 / view.focal_px == pytest.approx(high, rel=0.01)


@given(st.floats(-3, 3), st.floats(0.1, 3), st.floats(-3, 3), st.floats(-25, 25))
def test_a_ray_through_a_projected_point_meets_it_at_its_depth(
    x: float, y: float, z: float, roll: float
) -> None:
    key = camera((1.0, 1.6, 6.0), (0.2, 1.0, 0.0), 35.0, roll)
    view = make_view(request(keys=(key,)), key)
    spot = np.array([x, y, z])
    column, row, depth = view.project(spot)[0]
    ray = view.directions(f32([column]), f32([row]))[0]
    assert np.allclose(view.eye + ray * depth, spot, atol=2e-3)


def test_roll_tips_the_picture() -> None:
    key = camera((0, 1, 5), (0, 1, 0), roll=15.0)
    view = make_view(request(keys=(key,)), key)
    low, high = view.project(np.array([[0, 0, 0], [0, 2, 0]]))
    assert high[0] != pytest.approx(low[0], abs=5)


def test_straight_down_has_no_undefined_horizon() -> None:
    key = camera((0, 5, 0), (0, 0, 0))
    view = make_view(request(keys=(key,)), key)
    left, right = view.project(np.array([[-1, 0, 0], [1, 0, 0]]))
    assert left[0] < right[0]


def test_a_lens_without_focal_length_is_refused() -> None:
    key = camera((0, 1, 5), (0, 1, 0), focal=0.0)
    with pytest.raises(InputError, match="sees nothing"):
        make_view(request(keys=(key,)), key)
