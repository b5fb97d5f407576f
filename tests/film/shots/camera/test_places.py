from dataclasses import replace

import pytest
from tests.film.shots.builder import TALKERS, library, make_figure, make_rig, make_setup

from secondunit.film.screenplay.model import IntExt
from secondunit.film.shots.camera.geometry import project
from secondunit.film.shots.camera.places import establishing_views, overhead_view
from secondunit.film.shots.model import Angle, Framing, Size
from secondunit.film.shots.sets.build import build_set

FIGURES = (make_figure("ADA", 1.66), make_figure("BRAM", 1.82))
SETUP = make_setup(Framing.ESTABLISHING, Size.EXTREME_WIDE, (), TALKERS)


def test_people_are_small_in_an_establishing_view_outside() -> None:
    rig = make_rig(*FIGURES)
    best = next(iter(establishing_views(SETUP, rig)))
    crown, soles = rig.points(SETUP, "BRAM", "crown", "soles")
    share = (project(crown, best.eye, best.aim)[1] - project(soles, best.eye, best.aim)[1]) / 2
    assert 0.05 <= share <= 0.16


@pytest.mark.parametrize("name", ["KITCHEN", "BEDROOM", "CHURCH", "CAR"])
def test_some_view_of_a_room_shows_everybody(name: str) -> None:
    rig = make_rig(*FIGURES, plan=build_set(name, IntExt.INT, library()))
    best = min(establishing_views(replace(SETUP, size=Size.WIDE), rig), key=lambda v: v.bias)
    for mark in TALKERS:
        eye = rig.points(SETUP, mark.figure, "eye")[0]
        across, up, depth = project(eye, best.eye, best.aim)
        assert depth > 0
        assert abs(across) < 1
        assert abs(up) < 1


def test_from_straight_above_all_are_in_the_frame() -> None:
    rig = make_rig(*FIGURES)
    found = overhead_view(replace(SETUP, angle=Angle.OVERHEAD), rig)
    assert found.aim.pitch <= -70
    for mark in TALKERS:
        across, up, _ = project(mark.at, found.eye, found.aim)
        assert abs(across) < 1
        assert abs(up) < 1
