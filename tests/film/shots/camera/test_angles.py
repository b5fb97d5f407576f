from dataclasses import replace

import pytest
from tests.film.shots.builder import (
    TALKERS,
    library,
    make_figure,
    make_mark,
    make_rig,
    make_setup,
)

from secondunit.film.screenplay.model import IntExt
from secondunit.film.shots.camera.angles import candidates, gaze_degrees
from secondunit.film.shots.camera.body import hand
from secondunit.film.shots.camera.geometry import project
from secondunit.film.shots.model import Angle, Framing, Pose, Size
from secondunit.film.shots.sets.build import build_set

FIGURES = (make_figure("ADA", 1.66), make_figure("BRAM", 1.82))


@pytest.mark.parametrize(
    "framing",
    [
        Framing.SINGLE,
        Framing.TWO_SHOT,
        Framing.GROUP,
        Framing.MASTER,
        Framing.OVER_SHOULDER,
        Framing.INSERT,
        Framing.ESTABLISHING,
    ],
)
def test_every_framing_has_candidates(framing: Framing) -> None:
    size = Size.INSERT if framing is Framing.INSERT else Size.MEDIUM
    setup = make_setup(framing, size, ("ADA", "BRAM"), TALKERS)
    assert len(list(candidates(setup, make_rig(*FIGURES)))) >= 3


def test_candidates_come_in_the_order_of_what_speaks_against_them() -> None:
    setup = make_setup(Framing.SINGLE, Size.MEDIUM, ("ADA",), TALKERS)
    biases = [found.bias for found in candidates(setup, make_rig(*FIGURES))]
    assert biases == sorted(biases)


def test_lead_room_is_on_the_side_of_the_look() -> None:
    setup = make_setup(Framing.SINGLE, Size.MEDIUM, ("ADA",), TALKERS)
    rig = make_rig(*FIGURES)
    eye = rig.points(setup, "ADA", "eye")[0]
    ahead = (eye[0] + 0.5, eye[1], eye[2])
    for found in list(candidates(setup, rig))[:8]:
        face = project(eye, found.eye, found.aim)[0]
        look = project(ahead, found.eye, found.aim)[0] - face
        assert face * look < 0


def test_an_insert_shows_the_hand_or_the_piece_that_is_named() -> None:
    plan = build_set("KITCHEN", IntExt.INT, library())
    rig = make_rig(*FIGURES, plan=plan)
    held = make_setup(Framing.INSERT, Size.INSERT, ("ADA",), TALKERS)
    first = next(iter(candidates(held, rig)))
    across, up, _ = project(hand(FIGURES[0], TALKERS[0]), first.eye, first.aim)
    assert (across, up) == pytest.approx((0, 0), abs=0.25)
    named = replace(make_setup(Framing.INSERT, Size.INSERT, (), ()), prop="telephone")
    phone = next(piece.centre for piece in plan.pieces if piece.name == "telephone")
    first = next(iter(candidates(named, rig)))
    assert project(phone, first.eye, first.aim)[:2] == pytest.approx((0, 0), abs=0.25)


def test_who_lies_is_framed_from_end_to_end() -> None:
    mark = replace(make_mark("ADA", (0, 0.5, 0)), pose=Pose.LIE)
    setup = make_setup(Framing.SINGLE, Size.MEDIUM, ("ADA",), (mark,))
    rig = make_rig(*FIGURES)
    first = next(iter(candidates(setup, rig)))
    for point in rig.points(setup, "ADA", "crown", "waist"):
        assert abs(project(point, first.eye, first.aim)[0]) <= 1


def test_from_overhead_there_is_one_view() -> None:
    setup = replace(make_setup(Framing.ESTABLISHING, Size.WIDE, (), TALKERS), angle=Angle.OVERHEAD)
    assert len(list(candidates(setup, make_rig(*FIGURES)))) == 1


def test_a_look_goes_to_whom_it_is_for() -> None:
    setup = make_setup(Framing.SINGLE, Size.MEDIUM, ("ADA",), TALKERS)
    assert gaze_degrees(setup, TALKERS[0]) == 90
    assert gaze_degrees(setup, replace(TALKERS[0], gaze="", facing=12)) == 12
