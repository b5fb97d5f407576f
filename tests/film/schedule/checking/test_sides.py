from dataclasses import replace

from tests.film.schedule.builder import make_board, make_need, make_problem, make_unit, with_units

from secondunit.film.schedule.checking.sides import days_in_turn, sides_of
from secondunit.film.schedule.model import Shift

PLAIN = make_problem(make_need(1), make_need(2))
BOARD = make_board(PLAIN, ("2027-01-04", Shift.DAY, (1,)), ("2027-01-05", Shift.DAY, (2,)))


def test_each_unit_sees_its_own_days_at_its_own_prices_and_limits() -> None:
    problem = with_units(PLAIN, make_unit())
    days = (BOARD.days[0], replace(BOARD.days[1], unit="second"))
    main, second = sides_of(problem, days)
    assert [day.date for day in main.days] == ["2027-01-04"]
    assert [day.date for day in second.days] == ["2027-01-05"]
    assert main.problem.costs.crew_day.minor == 6_000_000
    assert second.problem.costs.crew_day.minor == 2_000_000
    assert second.problem.rules.day_eighths == 24


def test_days_out_of_order_are_noticed() -> None:
    assert days_in_turn(BOARD)
    assert not days_in_turn(replace(BOARD, days=BOARD.days[::-1]))
