from dataclasses import replace

import pytest
from tests.film.schedule.builder import (
    make_board,
    make_need,
    make_timed,
    make_unit,
    sc,
    unit_days,
    with_units,
)

from secondunit.film.schedule.model import Board, Problem, Shift
from secondunit.film.schedule.rules.terms import Clock
from secondunit.film.schedule.units.strain import strained

NEEDS = (make_need(1, cast=(1,)), make_need(2, cast=(1,)), make_need(3, cast=(2,)))


def _both(call: str, second: str, day_call: int = 420) -> tuple[Problem, Board]:
    unit = make_unit(scenes=sc(2), shares_people=True, clock=replace(Clock(), day_call=day_call))
    problem = with_units(make_timed(*NEEDS), unit)
    board = make_board(problem, ("2027-01-04", Shift.DAY, (3, 1)))
    main = replace(board, days=(replace(board.days[0], call=call),))
    return problem, unit_days(main, problem, "second", (second, (2,)))


def test_usual_days_one_after_the_other_strain_nobody() -> None:
    problem, board = _both("2027-01-04T07:00-08:00", "2027-01-05")
    assert strained(problem, board.days, "second") == set()


@pytest.mark.parametrize(
    ("call", "second", "day_call"),
    [("2027-01-04T15:00-08:00", "2027-01-05", 420), ("2027-01-04T07:00-08:00", "2027-01-04", 420)],
)
def test_short_rest_and_overlap_close_the_units_own_date(
    call: str, second: str, day_call: int
) -> None:
    problem, board = _both(call, second, day_call)
    assert strained(problem, board.days, "second") == {(1, second)}


def test_more_days_in_a_week_than_the_rules_allow_close_the_last_of_the_units_own() -> None:
    problem, board = _both("2027-01-04T07:00-08:00", "2027-01-05")
    packs = tuple(replace(pack, most_week_days=1) for pack in problem.terms.packs)
    tight = replace(problem, terms=replace(problem.terms, packs=packs))
    assert strained(tight, board.days, "second") == {(1, "2027-01-05")}


def test_without_a_clock_there_are_no_hours_to_weigh() -> None:
    problem, board = _both("2027-01-04T15:00-08:00", "2027-01-05")
    plain = replace(problem, terms=replace(problem.terms, clock=None))
    assert strained(plain, board.days, "second") == set()
