from dataclasses import replace

from tests.film.shots.builder import library, make_mark, make_shot

from secondunit.core.finding import Severity
from secondunit.film.screenplay.model import IntExt
from secondunit.film.shots.continuity.space import check_space
from secondunit.film.shots.model import Framing
from secondunit.film.shots.sets.build import build_set

PLAN = build_set("KITCHEN", IntExt.INT, library())
TABLE = next(piece for piece in PLAN.pieces if piece.name == "table")


def test_a_camera_in_a_piece_of_the_set_is_an_error_and_one_near_it_a_warning() -> None:
    x, y, z = TABLE.centre
    inside = make_shot("1A", (x, y, z), (), framing=Framing.MASTER, marks=())
    near = make_shot("1B", (x, y + 0.2, z), (), framing=Framing.MASTER, marks=())
    found = list(check_space((inside, near), PLAN))
    assert [f.severity for f in found] == [Severity.ERROR, Severity.WARNING]


def test_a_move_whose_middle_passes_through_a_piece_is_found() -> None:
    x, y, z = TABLE.centre
    reach = max(TABLE.size) + 0.6
    shot = make_shot("1A", (x - reach, y, z), (), framing=Framing.MASTER, marks=())
    through = replace(shot, camera=(shot.camera[0], replace(shot.camera[0], eye=(x + reach, y, z))))
    found = [f for f in check_space((through,), PLAN) if f.rule == "shots.camera-blocked"]
    assert [f.severity for f in found] == [Severity.ERROR]


def test_two_people_in_one_place_are_told_and_two_side_by_side_are_not() -> None:
    ada, bram = make_mark("ADA", (0, 0, 0)), make_mark("BRAM", (0.1, 0, 0.1))
    close = make_shot("1A", (0, 1.5, 3), ("ADA",), marks=(ada, bram))
    (found,) = check_space((close,), None)
    assert found.message == "ADA and BRAM stand in the same place at the first frame"
    apart = make_shot("1A", (0, 1.5, 3), ("ADA",), marks=(ada, make_mark("BRAM", (0.6, 0, 0))))
    assert list(check_space((apart,), None)) == []


def test_two_who_walk_into_one_another_are_told_at_the_last_frame() -> None:
    ada = replace(make_mark("ADA", (-2, 0, 0)), to=(0.0, 0.0, 0.0))
    shot = make_shot("1A", (0, 1.5, 3), ("ADA",), marks=(ada, make_mark("BRAM", (0.1, 0, 0))))
    (found,) = check_space((shot,), None)
    assert "at the last frame" in found.message
