from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.adapters.render.builder import camera, mark, request

from secondunit.adapters.render.drawing.arrows import draw_arrows
from secondunit.adapters.render.drawing.camera_arrows import CAMERA_ARROWS
from secondunit.adapters.render.lens import make_view
from secondunit.film.shots.model import Camera, Move

FIRST = camera((0, 1.4, 5.0), (0, 1.0, 0))


def drawn(move: Move, last: Camera) -> NDArray[np.bool_]:
    asked = request(mark(), keys=(FIRST, last), move=move, size=(640, 360))
    view = make_view(asked, FIRST)
    plain = np.full((view.window.height, view.window.width, 3), 128, dtype=np.uint8)
    found: NDArray[np.bool_] = (draw_arrows(plain, view, asked) != plain).any(axis=2)
    return found


def test_every_move_but_standing_still_has_its_arrow() -> None:
    assert set(CAMERA_ARROWS) == set(Move) - {Move.STATIC}


def test_a_zoom_in_and_a_zoom_out_are_drawn_differently_from_a_push() -> None:
    closer, wider = replace(FIRST, focal_mm=70.0), replace(FIRST, focal_mm=20.0)
    push = drawn(Move.PUSH_IN, camera((0, 1.4, 2.5), (0, 1.0, 0)))
    pictures = [drawn(Move.ZOOM_IN, closer), drawn(Move.ZOOM_OUT, wider), push]
    assert all(picture.any() for picture in pictures)
    assert (pictures[0] != pictures[1]).any()
    assert (pictures[0] != push).any()


def test_a_pedestal_is_drawn_at_the_left_edge_and_a_whip_at_the_top() -> None:
    up = drawn(Move.PEDESTAL, camera((0, 2.0, 5.0), (0, 1.6, 0)))
    assert up[:, :80].any()
    assert not up[:, 320:].any()
    whip = drawn(Move.WHIP, camera((0, 1.4, 5.0), (5, 1.0, 5)))
    assert whip[:70].any()
    assert not whip[180:].any()


@pytest.mark.parametrize("roll", [15.0, -15.0])
def test_a_roll_is_drawn_the_way_the_picture_tips(roll: float) -> None:
    assert drawn(Move.ROLL, replace(FIRST, roll=roll)).any()
    assert (drawn(Move.ROLL, replace(FIRST, roll=15)) != drawn(Move.ROLL, FIRST)).any()


def test_a_dolly_zoom_shows_both_ways() -> None:
    inward = drawn(Move.DOLLY_ZOOM, camera((0, 1.4, 3.0), (0, 1.0, 0), 20.0))
    assert inward[:70].any()
    assert inward[280:].any()
