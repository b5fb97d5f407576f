from dataclasses import replace

import pytest
from tests.film.shots.builder import TALKERS, make_figure, make_rig, make_setup

from secondunit.film.shots.camera.body import hand
from secondunit.film.shots.camera.geometry import project
from secondunit.film.shots.camera.insert import INSERT_SIZE, insert_views
from secondunit.film.shots.model import Composition, Framing, Size

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
