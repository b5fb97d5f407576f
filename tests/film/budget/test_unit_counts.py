from tests.film.schedule.builder import (
    make_board,
    make_need,
    make_problem,
    make_unit,
    sc,
    unit_days,
    with_units,
)

from secondunit.film.budget.counts import count
from secondunit.film.budget.unit_counts import count_units
from secondunit.film.schedule.model import Shift

PROBLEM = with_units(
    make_problem(
        make_need(1),
        make_need(2, place="PIER", setups=("stunt-day",)),
        make_need(3),
        make_need(4, place="PIER", cast=(2,)),
    ),
    make_unit(scenes=sc(2, 3, 4)),
    make_unit("splinter"),
)
MAIN = make_board(PROBLEM, ("2027-01-04", Shift.DAY, (1,)))
BOARD = unit_days(MAIN, PROBLEM, "second", ("2027-01-05", (2, 3)), ("2027-01-06", (4,)))


def test_a_units_days_places_moves_set_ups_and_teams_are_counted_for_itself() -> None:
    second = count_units(PROBLEM, BOARD)["second"]
    assert (second.days, second.location_days, second.moves, second.setups) == (2, 3, 1, 2)
    assert second.team_days == {"stunt-day": 1}
    assert (second.nights, second.switches, second.sixth_days) == (0, 0, 0)


def test_a_unit_that_shoots_nothing_counts_nothing() -> None:
    assert count_units(PROBLEM, BOARD)["splinter"].days == 0


def test_sixth_and_seventh_days_are_those_of_calendar_weeks() -> None:
    dates = [f"2027-01-{day:02d}" for day in range(4, 11)]
    needs = [make_need(n, cast=()) for n in range(1, 8)]
    problem = with_units(
        make_problem(*needs), make_unit(scenes=sc(*range(1, 8)), dates=tuple(dates))
    )
    empty = make_board(problem)
    days = [(date, (n,)) for n, date in enumerate(dates, start=1)]
    second = count_units(problem, unit_days(empty, problem, "second", *days))["second"]
    assert (second.sixth_days, second.seventh_days) == (1, 1)


def test_shoot_days_are_the_main_units_and_paid_days_everybodys() -> None:
    counts = count(PROBLEM, BOARD, (), week_days=5)
    assert counts.drivers["shooting-day"] == 1
    assert counts.drivers["scene"] == 4
    assert counts.moves == 0
    assert counts.cast_days == {1: 2, 2: 1}
    assert counts.day_dates == {
        1: "2027-01-04",
        "second unit day 1": "2027-01-05",
        "second unit day 2": "2027-01-06",
    }
