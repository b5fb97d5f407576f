from dataclasses import replace

from hypothesis import given, settings
from tests.film.schedule.builder import COSTS, make_need, make_person, make_problem, problems

from secondunit.core.money import Money
from secondunit.film.schedule.bound import lower_bound
from secondunit.film.schedule.model import Light, Problem
from secondunit.film.schedule.search import search_board


@settings(max_examples=150, deadline=None)
@given(problems())
def test_no_board_costs_less_than_the_bound(problem: Problem) -> None:
    board = search_board(problem, seed=2, iterations=200).board
    assert board.lower_bound <= board.cost
    dear_moves = replace(problem.costs, company_move=Money(minor=90_000_000))
    other = search_board(replace(problem, costs=dear_moves), seed=2, iterations=200).board
    assert other.lower_bound <= other.cost


def test_one_scene_is_bounded_by_exactly_what_it_costs() -> None:
    problem = make_problem(make_need(1, light=Light.NIGHT, setups=("stunt-day",)))
    board = search_board(problem, seed=1, iterations=10).board
    assert board.cost == board.lower_bound == Money(minor=8_650_000)


def test_day_and_night_work_never_share_a_day_in_the_bound() -> None:
    needs = (make_need(1, light=Light.DAY, cast=()), make_need(2, light=Light.NIGHT, cast=()))
    cost = lower_bound(make_problem(*needs), needs)
    days, switch = 2 * COSTS.crew_day.minor, COSTS.shift_switch.minor
    place = 2 * COSTS.location_day.minor + COSTS.location_setup.minor
    assert cost.minor == days + switch + place + COSTS.night_premium.minor


def test_a_minor_with_many_pages_needs_more_days_of_pay() -> None:
    needs = tuple(make_need(n, eighths=10) for n in range(3))
    grown = lower_bound(make_problem(*needs), needs)
    young = lower_bound(make_problem(*needs, people=(make_person(1, minor=True),)), needs)
    assert young.minor - grown.minor == 100_000
