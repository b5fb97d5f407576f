import numpy as np
from tests.adapters.render.builder import camera, f32, request

from secondunit.adapters.opengl.lens import (
    NEAR,
    Band,
    bands,
    ends,
    light_axes,
    patch_matrix,
    patch_round,
    view_matrix,
)
from secondunit.adapters.render.lens import make_view

VIEW = make_view(request(), camera((1.0, 1.5, 5.0), (0.0, 1.0, 0.0), roll=7.0))
SPOTS = np.array([[0.3, 1.2, 0.0], [-0.9, 0.4, -2.0], [0.6, 1.9, 1.0]])
KEY = f32([0.4, 0.8, 0.45])


def test_a_place_comes_out_on_the_pixel_where_the_lens_puts_it() -> None:
    height, width = VIEW.window.height, VIEW.window.width
    away = np.column_stack([SPOTS - VIEW.eye, np.ones(3)])
    x, y, _, w = view_matrix(VIEW, 1, Band(0, height)) @ away.T
    drawn = np.column_stack([(x / w + 1) / 2 * width, (y / w + 1) / 2 * height])
    assert np.allclose(drawn, VIEW.project(SPOTS)[:, :2])
    assert np.allclose(w, VIEW.project(SPOTS)[:, 2])


def test_a_band_holds_its_own_rows() -> None:
    away = np.column_stack([SPOTS - VIEW.eye, np.ones(3)])
    _, y, _, w = view_matrix(VIEW, 2, Band(100, 60)) @ away.T
    rows = 100 + (y / w + 1) / 2 * 60
    assert np.allclose(rows, 2 * VIEW.project(SPOTS)[:, 1])


def test_bands_follow_each_other_and_are_never_empty() -> None:
    assert sum(band.rows for band in bands(271, 1000, 40_000)) == 271
    assert bands(3, 1000, 10) == [Band(0, 1), Band(1, 1), Band(2, 1)]


def test_what_lies_behind_the_eye_is_cut_and_what_is_far_is_not() -> None:
    matrix = view_matrix(VIEW, 1, Band(0, VIEW.window.height))
    for metres, kept in ((NEAR / 2, False), (0.01, True), (5000.0, True), (-1.0, False)):
        _, _, z, w = matrix @ np.append(metres * VIEW.forward, 1.0)
        assert (-w <= z <= w) == kept


def test_the_axes_of_a_light_are_square_wherever_it_stands() -> None:
    for key in (KEY, f32([1, 0, 0]), f32([0, 1, 0])):
        axes = light_axes(key)
        assert np.allclose(axes @ axes.T, np.eye(3))
        assert np.allclose(axes[2], key / np.linalg.norm(key), atol=1e-6)


def test_a_patch_holds_its_places_with_a_pixel_to_spare() -> None:
    places = f32([(0, 0, 0), (2, 0, 1), (1, 1.7, -3)])
    axes = light_axes(KEY)
    patch = patch_round(axes, places, 64)
    matrix = patch_matrix(patch, ends(places, axes[2]))
    clip = matrix @ np.column_stack([places, np.ones(3)]).T
    pixel = 2 / 64
    assert np.abs(clip[:2]).max() <= 1 - pixel
    assert np.abs(clip[2]).max() <= 1
    heights = places @ axes[2]
    assert clip[2].argmin() == heights.argmax()


def test_one_place_alone_has_a_patch_too() -> None:
    patch = patch_round(light_axes(KEY), f32([(1, 1, 1)]), 64)
    assert (patch.size > 0).all()
