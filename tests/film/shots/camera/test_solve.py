from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.shots.builder import (
    TALKERS,
    library,
    make_figure,
    make_mark,
    make_rig,
    make_setup,
)

from secondunit.film.screenplay.model import IntExt
from secondunit.film.shots.camera.body import facing_towards, landmark, outline
from secondunit.film.shots.camera.geometry import aim_of, project
from secondunit.film.shots.camera.grammar import SPANS, half_tangents
from secondunit.film.shots.camera.solve import jumps, solve_camera
from secondunit.film.shots.model import Angle, Framing, Mark, Move, Size
from secondunit.film.shots.sets.build import build_set

FIGURES = (make_figure("ADA", 1.66), make_figure("BRAM", 1.82))
ON_BODIES = [s for s in SPANS if s not in {Size.INSERT, Size.EXTREME_WIDE}]


@pytest.mark.parametrize("size", ON_BODIES)
@pytest.mark.parametrize("aspect", ["1.33", "1.85", "2.39"])
@pytest.mark.parametrize("angle", [Angle.EYE, Angle.HIGH, Angle.LOW])
def test_a_single_is_framed_on_the_outline_of_its_landmarks(
    size: Size, aspect: str, angle: Angle
) -> None:
    rig = make_rig(*FIGURES, aspect=aspect)
    setup = replace(make_setup(Framing.SINGLE, size, ("ADA",), TALKERS), angle=angle)
    solved = solve_camera(setup, rig)
    aim = aim_of(solved.keys[0], *half_tangents(rig.lenses.lens(solved.focal_mm), aspect))
    span = SPANS[size]
    eye = solved.keys[0].eye
    top = max(project(at, eye, aim)[1] for at in outline(FIGURES[0], TALKERS[0], span.top))
    low = min(project(at, eye, aim)[1] for at in outline(FIGURES[0], TALKERS[0], span.bottom))
    # 0.02 of half the height: a tenth of a millimetre of rounding, seen through a long lens.
    assert top == pytest.approx(1 - 2 * span.headroom, abs=0.002)
    assert low == pytest.approx(-1 + 2 * span.footroom, abs=0.002)


@settings(max_examples=25, deadline=None)
@given(st.floats(0, 360), st.floats(1.2, 2.0), st.booleans())
def test_reverses_of_any_two_stay_on_one_side(turn: float, apart: float, over: bool) -> None:  # noqa: FBT001
    from math import cos, radians, sin

    x, z = apart / 2 * sin(radians(turn)), apart / 2 * cos(radians(turn))
    marks = (
        make_mark("ADA", (-x, 0, -z), facing_towards((-x, 0, -z), (x, 0, z)), "BRAM"),
        make_mark("BRAM", (x, 0, z), facing_towards((x, 0, z), (-x, 0, -z)), "ADA"),
    )
    rig = make_rig(*FIGURES)
    framing = Framing.OVER_SHOULDER if over else Framing.SINGLE
    for pair in (("ADA", "BRAM"), ("BRAM", "ADA"), ("ADA", "BRAM")):
        setup = make_setup(framing, Size.MEDIUM, pair if over else pair[:1], marks)
        assert solve_camera(setup, rig).lawful


def test_the_same_setup_gives_the_same_camera() -> None:
    setup = make_setup(Framing.TWO_SHOT, Size.COWBOY, ("ADA", "BRAM"), TALKERS)
    assert solve_camera(setup, make_rig(*FIGURES)) == solve_camera(setup, make_rig(*FIGURES))


def test_no_camera_stands_in_the_furniture_and_nothing_hides_a_face() -> None:
    plan = build_set("KITCHEN", IntExt.INT, library())
    rig = make_rig(*FIGURES, plan=plan)
    marks = tuple(
        replace(mark, at=(mark.at[0] + plan.acting[0], 0.0, mark.at[2] + plan.acting[2]))
        for mark in TALKERS
    )
    for size in ON_BODIES:
        for name in ("ADA", "BRAM"):
            solved = solve_camera(make_setup(Framing.SINGLE, size, (name,), marks), rig)
            eye = solved.keys[0].eye
            mark = next(mark for mark in marks if mark.figure == name)
            face = landmark(rig.figures[name], mark, "eye")
            assert rig.sight.fixed.clearance(eye) >= 0.3
            assert rig.sight.fixed.blocked(eye, [face]) == 0


def test_the_same_person_again_is_taken_from_thirty_degrees_away() -> None:
    rig = make_rig(*FIGURES)
    setup = make_setup(Framing.SINGLE, Size.MEDIUM, ("ADA",), TALKERS)
    first, second = solve_camera(setup, rig), solve_camera(setup, rig)
    assert not jumps((("ADA",), Size.MEDIUM, first.azimuth), setup, second.azimuth)
    assert jumps((("ADA",), Size.MEDIUM, first.azimuth), setup, first.azimuth)
    assert not jumps(None, setup, 0.0)


def test_the_same_two_in_another_order_jump_as_one_does() -> None:
    setup = make_setup(Framing.TWO_SHOT, Size.MEDIUM, ("ADA", "BRAM"), TALKERS)
    assert jumps((("BRAM", "ADA"), Size.MEDIUM, 10.0), setup, 20.0)
    assert not jumps((("BRAM", "ADA"), Size.MEDIUM, 10.0), setup, 60.0)
    assert not jumps((("BRAM",), Size.MEDIUM, 10.0), setup, 20.0)


def test_a_dutch_angle_rolls_and_nothing_to_frame_shows_the_set() -> None:
    rig = make_rig(*FIGURES)
    dutch = replace(make_setup(Framing.SINGLE, Size.CLOSE, ("ADA",), TALKERS), angle=Angle.DUTCH)
    assert 5 <= solve_camera(dutch, rig).keys[0].roll <= 25
    empty = make_setup(Framing.ESTABLISHING, Size.WIDE, (), ())
    assert solve_camera(empty, rig).keys[0].eye[2] > 0


def test_a_point_of_view_is_from_the_eyes() -> None:
    looker = make_mark("BRAM", (0.75, 0, 0), 270)
    setup = replace(make_setup(Framing.POV, Size.MEDIUM, ("ADA",), TALKERS[:1]), looker=looker)
    solved = solve_camera(setup, make_rig(*FIGURES))
    eye = landmark(FIGURES[1], looker, "eye")
    assert solved.keys[0].eye == pytest.approx(eye, abs=0.2)
    assert solved.lawful


def test_a_follow_goes_as_far_as_who_it_follows() -> None:
    walker = Mark(figure="ADA", at=(0, 0, 0), facing=90, to=(3, 0, 0))
    setup = replace(make_setup(Framing.SINGLE, Size.FULL, ("ADA",), (walker,)), move=Move.FOLLOW)
    first, last = solve_camera(setup, make_rig(*FIGURES)).keys
    assert last.eye[0] - first.eye[0] == pytest.approx(3)
