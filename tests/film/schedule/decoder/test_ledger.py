from dataclasses import replace

import pytest
from tests.film.schedule.builder import make_need, make_timed, rules_broken

from secondunit.core.errors import InputError
from secondunit.film.schedule.check import price_board
from secondunit.film.schedule.model import Light, Problem, Shift, ShootDay
from secondunit.film.schedule.search.find import search_board


def _problem() -> Problem:
    lights = (Light.DAY, Light.NIGHT, Light.EITHER)
    needs = [
        make_need(n, eighths=20, light=lights[n % 3], place=f"P{n % 4}", cast=(1 + n % 3,))
        for n in range(1, 13)
    ]
    return make_timed(*needs)


def test_a_board_that_goes_on_from_days_shot_costs_what_the_checker_says() -> None:
    problem = _problem()
    board = search_board(problem, seed=1, iterations=2000).board
    going_on = replace(problem, past=board.days[:4])
    again = search_board(going_on, seed=2, iterations=2000).board
    assert again.days[:4] == board.days[:4]
    assert price_board(going_on, again) == again.shares
    assert rules_broken(going_on, again) == set()


def test_a_past_day_on_a_day_off_is_refused() -> None:
    sunday = ShootDay(number=1, date="2027-01-10", shift=Shift.DAY, scenes=())
    with pytest.raises(InputError, match="2027-01-10"):
        search_board(replace(_problem(), past=(sunday,)), seed=1, iterations=10)
