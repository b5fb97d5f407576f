from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.adapters.render.builder import camera, mark, request

from secondunit.adapters.render.drawing.arrows import draw_arrows
from secondunit.adapters.render.lens import make_view
from secondunit.film.shots.model import Camera, Mark, Move

FIRST = camera((0, 1.4, 5.0), (0, 1.0, 0))
GREY = 128


def drawn(*marks: Mark, move: Move = Move.STATIC, last: Camera | None = None) -> NDArray[np.bool_]:
    """Where anything was drawn over a grey frame."""
    keys = (FIRST, last) if last else (FIRST,)
    asked = request(*marks, keys=keys, move=move)
    view = make_view(asked, FIRST)
    blank = np.full((view.window.height, view.window.width, 3), GREY, dtype=np.uint8)
    found: NDArray[np.bool_] = (
        np.abs(draw_arrows(blank, view, asked).astype(int) - GREY) > 20
    ).any(axis=2)
    return found


def tip_is_right(mask: NDArray[np.bool_]) -> bool:
    """True when the widest part of a level arrow, its head, is in its right half."""
    heights = mask.sum(axis=0)
    columns = np.flatnonzero(heights)
    return bool(np.argmax(heights) > columns.mean())


def test_a_still_shot_has_no_arrows() -> None:
    assert not drawn(mark()).any()


@pytest.mark.parametrize("move", [move for move in Move if move is not Move.STATIC])
def test_every_camera_move_is_drawn(move: Move) -> None:
    last = camera((0.5, 1.8, 3.0), (0.7, 1.5, 0))
    mask = drawn(move=move, last=last)
    assert 0.001 < mask.mean() < 0.15


@pytest.mark.parametrize(("x", "right"), [(2.0, True), (-2.0, False)])
def test_a_pan_points_where_the_camera_turns(x: float, *, right: bool) -> None:
    mask = drawn(move=Move.PAN, last=camera((0, 1.4, 5.0), (x, 1.0, 0)))
    assert tip_is_right(mask) is right
    assert np.flatnonzero(mask.any(axis=1)).max() < 0.2 * mask.shape[0]


def test_a_push_brackets_the_end_frame() -> None:
    mask = drawn(move=Move.PUSH_IN, last=camera((0, 1.3, 2.5), (0, 1.0, 0)))
    rows, columns = np.nonzero(mask)
    assert columns.min() < 0.1 * mask.shape[1] < 0.9 * mask.shape[1] < columns.max()
    assert rows.min() < 0.15 * mask.shape[0]
    middle = mask[mask.shape[0] // 2 - 10 : mask.shape[0] // 2 + 10, mask.shape[1] // 2 - 20 :][
        :, :40
    ]
    assert not middle.any()


@pytest.mark.parametrize(("to", "right"), [((1.6, 0, 0), True), ((-1.6, 0, 0), False)])
def test_an_arrow_on_the_ground_shows_where_a_figure_goes(
    to: tuple[float, float, float], *, right: bool
) -> None:
    mask = drawn(mark(at=(0, 0, 0), to=to))
    assert tip_is_right(mask) is right


def test_in_a_close_shot_the_arrow_is_beside_the_figure() -> None:
    close = camera((0, 1.5, 1.4), (0, 1.5, 0), 50)
    asked = request(mark(at=(0, 0, 0), to=(2, 0, 0)), keys=(close,))
    view = make_view(asked, close)
    blank = np.full((view.window.height, view.window.width, 3), GREY, dtype=np.uint8)
    mask = (np.abs(draw_arrows(blank, view, asked).astype(int) - GREY) > 20).any(axis=2)
    assert mask.any()
    assert tip_is_right(mask)
