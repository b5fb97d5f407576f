from dataclasses import replace

from tests.film.shots.builder import make_figure, make_mark, make_shot

from secondunit.film.shots.continuity.eyelines import (
    answers,
    check_eyelines,
    gaze_sign,
    look_rise,
)
from secondunit.film.shots.model import Build

FRONT_A, FRONT_B = (0.6, 1.5, 2.0), (-0.6, 1.5, 2.0)
BEHIND_B = (-0.6, 1.5, -2.0)


def test_reverses_from_one_side_look_opposite_ways() -> None:
    ada, bram = make_shot("1A", FRONT_A, ("ADA",)), make_shot("1B", FRONT_B, ("BRAM",))
    assert (gaze_sign(ada), gaze_sign(bram)) == (1, -1)
    assert list(check_eyelines((ada, bram), {})) == []


def test_two_who_look_at_each_other_must_not_look_the_same_way() -> None:
    ada, bram = make_shot("1A", FRONT_A, ("ADA",)), make_shot("1B", BEHIND_B, ("BRAM",))
    (found,) = check_eyelines((ada, bram), {})
    assert found.rule == "shots.eyeline"
    assert found.message == "ADA and BRAM look the same way on screen"


def test_nobody_looked_at_is_no_look() -> None:
    shot = make_shot("1A", FRONT_A, ("ADA",))
    assert gaze_sign(replace(shot, marks=())) == 0
    assert look_rise(shot, {}) == 0.0
    assert answers(shot, shot) is None


def test_a_child_looks_up_and_the_grown_up_down_and_two_who_both_look_up_are_an_error() -> None:
    cast = {
        "ADA": make_figure("ADA", 1.8),
        "PIP": make_figure("PIP", 1.1, Build.CHILD),
    }
    marks = (make_mark("ADA", (-0.5, 0, 0), 90, "PIP"), make_mark("PIP", (0.5, 0, 0), 270, "ADA"))
    ada = make_shot("1A", FRONT_A, ("ADA",), marks=marks)
    pip = make_shot("1B", FRONT_B, ("PIP",), marks=marks)
    assert look_rise(ada, cast) < -12 < 12 < look_rise(pip, cast)
    assert list(check_eyelines((ada, pip), cast)) == []
    # In her own shot Ada stands in a pit, in Pip's she does not.
    low = (make_mark("ADA", (-0.5, -2.0, 0), 90, "PIP"), marks[1])
    (found,) = check_eyelines((make_shot("1A", FRONT_A, ("ADA",), marks=low), pip), cast)
    assert found.message == "ADA and PIP both look up"
