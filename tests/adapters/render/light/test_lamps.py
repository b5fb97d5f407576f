from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from tests.adapters.render.builder import BACK, camera, mark, request, room

from secondunit.adapters.render.light.lamps import BURNING, lamps_of
from secondunit.adapters.render.panel import PanelRenderer
from secondunit.film.shots.model import Lighting, Piece, Shape

LAMP = Piece(
    shape=Shape.SPHERE, centre=(1.2, 1.4, -1.5), size=(0.4, 0.4, 0.4), turn=0.0,
    colour=(200, 190, 170), name="lamp",
)  # fmt: skip
ROOM = room(BACK, LAMP)
ASKED = request(
    mark(at=(-1.0, 0, 0)), plan=ROOM, keys=(camera((0, 1.4, 5.0), (0, 1.2, 0)),), light="night"
)


def drawn(*practicals: str) -> NDArray[np.int64]:
    lit = replace(ASKED, lighting=Lighting(practicals=practicals))
    return PanelRenderer().draw_panel(lit).astype(np.int64)


def test_a_lamp_that_is_named_burns_and_lights_the_wall_behind_it() -> None:
    dark, burning = drawn(), drawn("lamp")
    gained = (burning - dark).sum(axis=2)
    assert gained.min() >= -60
    bright = np.argwhere((np.abs(burning - np.array(BURNING)).max(axis=2)) < 12)
    assert len(bright) > 20
    row, column = bright.mean(axis=0).astype(int)
    near, far = gained[row, column - 30], gained[row, 15]
    assert near > far


def test_a_lamp_is_warm() -> None:
    gained = (drawn("lamp") - drawn()).sum(axis=(0, 1))
    assert gained[0] > gained[2] > 0


def test_a_lamp_that_is_not_there_lights_nothing() -> None:
    assert (drawn("chandelier") == drawn()).all()
    assert len(lamps_of(ROOM, Lighting(practicals=("chandelier",)))) == 0


def test_a_lamp_is_known_by_its_middle_and_half_its_size() -> None:
    (row,) = lamps_of(ROOM, Lighting(practicals=("lamp",)))
    assert np.allclose(row, [1.2, 1.4, -1.5, 0.2, 0.2, 0.2])
