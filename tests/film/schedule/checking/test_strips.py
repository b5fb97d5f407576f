from dataclasses import replace

from tests.film.schedule.builder import (
    make_board,
    make_need,
    make_problem,
    make_unit,
    rules_broken,
    sc,
    unit_days,
    with_units,
)

from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.model import Shift

PROBLEM = with_units(
    make_problem(make_need(1, cast=(1,)), make_need(2, cast=()), make_need(3, cast=(), eighths=20)),
    make_unit(scenes=sc(2, 3)),
)
MAIN = make_board(PROBLEM, ("2027-01-04", Shift.DAY, (1,)))


def test_a_second_units_day_beside_the_main_units_is_lawful() -> None:
    board = unit_days(MAIN, PROBLEM, "second", ("2027-01-04", (2,)), ("2027-01-05", (3,)))
    assert check_board(PROBLEM, board) == ()


def test_a_unit_shoots_on_no_date_but_its_own() -> None:
    unit = make_unit(scenes=sc(2, 3), dates=("2027-01-05", "2027-01-06"))
    problem = with_units(PROBLEM, unit)
    board = unit_days(MAIN, problem, "second", ("2027-01-04", (2,)), ("2027-01-05", (3,)))
    assert rules_broken(problem, board) == {"unit-date"}


def test_a_units_day_holds_no_more_than_the_unit_can_shoot() -> None:
    board = unit_days(MAIN, PROBLEM, "second", ("2027-01-04", (2, 3)))
    assert rules_broken(PROBLEM, board) == {"unit-capacity"}
    roomy = with_units(PROBLEM, make_unit(scenes=sc(2, 3), day_eighths=28))
    assert rules_broken(roomy, unit_days(MAIN, roomy, "second", ("2027-01-04", (2, 3)))) == set()


def test_each_units_days_are_numbered_from_one() -> None:
    board = unit_days(MAIN, PROBLEM, "second", ("2027-01-04", (2,)), ("2027-01-05", (3,)))
    last = replace(board.days[-1], number=3)
    found = check_board(PROBLEM, replace(board, days=(*board.days[:-1], last)))
    assert [(f.rule, f.where) for f in found] == [
        ("schedule.numbering", "second unit, day 3 (2027-01-05)")
    ]
