import math
from dataclasses import replace

import pytest
from tests.film.shots.builder import TALKERS, make_figure, make_plan, make_rig, make_setup

from secondunit.film.shots.camera.body import hand
from secondunit.film.shots.camera.geometry import project
from secondunit.film.shots.camera.insert import INSERT_SIZE, insert_views
from secondunit.film.shots.model import Composition, Framing, Piece, Shape, Size

RIG = make_rig(make_figure("ADA", 1.66), make_figure("BRAM", 1.82))
SETUP = make_setup(Framing.INSERT, Size.INSERT, ("ADA",), TALKERS)


def test_a_held_thing_fills_the_middle_of_the_frame() -> None:
    centre = hand(RIG.figures["ADA"], TALKERS[0])
    for view in insert_views(SETUP, RIG):
        top = (centre[0], centre[1] + INSERT_SIZE / 2, centre[2])
        assert project(top, view.eye, view.aim)[1] == pytest.approx(1 - 2 * 0.18, abs=1e-6)
        assert view.aim.pitch < 0


def test_a_composition_moves_the_thing_across_and_down() -> None:
    asked = replace(SETUP, composition=Composition(across=0.33, headroom=0.3))
    view = next(iter(insert_views(asked, RIG)))
    centre = hand(RIG.figures["ADA"], TALKERS[0])
    top = (centre[0], centre[1] + INSERT_SIZE / 2, centre[2])
    across, up, _ = project(top, view.eye, view.aim)
    assert [across, up] == pytest.approx([0.33, 0.4], abs=1e-6)


def test_what_nobody_holds_is_found_in_the_set() -> None:
    assert list(insert_views(replace(SETUP, subjects=()), RIG))


def test_a_piece_of_the_set_is_held_whole_and_a_tall_one_is_looked_at_level() -> None:
    wide = Piece(
        shape=Shape.BOX, centre=(3.0, 2.0, -4.0), size=(5.0, 3.0, 2.0), turn=30.0,
        colour=(9, 9, 9), name="hut",
    )  # fmt: skip
    plan = replace(make_plan(), pieces=(wide,))
    rig = make_rig(*RIG.figures.values(), plan=plan)
    for view in insert_views(replace(SETUP, subjects=(), prop="wooden hut"), rig):
        assert view.aim.pitch == 0.0
        for x in (-2.5, 2.5):
            turn = math.radians(30.0)
            corner = (3.0 + x * math.cos(turn), 3.5, -4.0 - x * math.sin(turn))
            across, up, depth = project(corner, view.eye, view.aim)
            assert depth > 0
            assert max(abs(across), abs(up)) <= 1.0
