from dataclasses import replace
from itertools import permutations

import numpy as np
from hypothesis import given, settings
from tests.film.schedule.builder import COSTS, make_need, make_person, make_problem, problems

from secondunit.core.money import Money
from secondunit.film.schedule.bound import lower_bound
from secondunit.film.schedule.decoder.arrays import new_desk
from secondunit.film.schedule.decoder.decode import decode
from secondunit.film.schedule.decoder.encode import encode
from secondunit.film.schedule.model import Light, Problem, Shift, ShootDay
from secondunit.film.schedule.search.find import search_board


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


def test_a_minor_with_many_pages_needs_another_day_of_everything() -> None:
    needs = tuple(make_need(n, eighths=10) for n in range(3))
    grown = lower_bound(make_problem(*needs), needs)
    young = lower_bound(make_problem(*needs, people=(make_person(1, minor=True),)), needs)
    day = COSTS.crew_day.minor + COSTS.location_day.minor
    assert young.minor - grown.minor == day + 100_000


def test_who_plays_at_many_places_is_paid_for_the_days_that_reach_them() -> None:
    needs = tuple(make_need(n, eighths=1, place=f"PLACE {n}") for n in range(1, 6))
    with_pay = lower_bound(make_problem(*needs), needs)
    unpaid = tuple(replace(need, cast=()) for need in needs)
    without = lower_bound(make_problem(*unpaid), unpaid)
    assert with_pay.minor - without.minor == 3 * 100_000, "two places a day"


def test_calling_somebody_on_fewer_days_is_weighed_against_visits_to_more_places() -> None:
    """Performer 5 plays a short scene at each of four full places: whatever day takes one place
    calls them, or the place is visited again."""
    needs = tuple(
        make_need(
            2 * n + late, eighths=30 if late else 2, place=f"P{n}", cast=(5,) if not late else ()
        )
        for n in range(4)
        for late in (0, 1)
    )
    problem = make_problem(*needs)
    board = search_board(problem, seed=1, iterations=3000).board
    assert board.lower_bound.minor >= 0.999 * board.cost.minor


@settings(max_examples=40, deadline=None)
@given(problems())
def test_the_bound_is_not_above_the_best_of_all_orders(problem: Problem) -> None:
    """Every order of up to five scenes is cut into days; the cheapest is above the bound."""
    tiny = replace(problem, scenes=problem.scenes[:5])
    encoded = encode(tiny)
    if not encoded.scenes:
        return
    desk = new_desk(encoded.tables)
    least = min(
        int(decode(encoded.tables, np.asarray(order, dtype=np.int64), desk))
        for order in permutations(range(len(encoded.scenes)))
    )
    assert lower_bound(tiny, encoded.scenes).minor <= least


def test_dates_change_nothing_in_the_bound() -> None:
    needs = tuple(make_need(n, eighths=12, place=f"P{n % 3}") for n in range(1, 8))
    free, tied = (
        make_problem(*needs),
        make_problem(*needs, people=(make_person(1, away=("2027-01-04",)),)),
    )
    assert lower_bound(free, needs) == lower_bound(tied, needs)


@settings(max_examples=40, deadline=None)
@given(problems())
def test_days_that_were_shot_against_the_rules_do_not_lift_the_bound_above_them(
    problem: Problem,
) -> None:
    everything = ShootDay(
        number=1,
        date=problem.calendar.start,
        shift=Shift.NIGHT,
        scenes=tuple(need.scene for need in problem.scenes),
    )
    shot = replace(problem, past=(everything,))
    places = len({need.location for need in problem.scenes})
    costs = problem.costs
    least = costs.crew_day.minor + costs.night_premium.minor
    least += places * (costs.location_day.minor + costs.location_setup.minor)
    least += max(places - 1, 0) * costs.company_move.minor
    playing = {cast for need in problem.scenes for cast in need.cast}
    least += sum(person.daily.minor for person in problem.people if person.cast in playing)
    teams = {key for need in problem.scenes for key in need.setups}
    least += sum(rate.minor for key, rate in costs.team_days if key in teams)
    assert lower_bound(shot, problem.scenes).minor <= least


def test_boards_that_have_more_days_are_bounded_higher() -> None:
    needs = tuple(make_need(n, eighths=12, place=f"P{n % 3}") for n in range(1, 8))
    problem = make_problem(*needs)
    one_more = lower_bound(problem, needs, days=len(needs) + 1) - lower_bound(
        problem, needs, days=7
    )
    assert one_more.minor == COSTS.crew_day.minor
    assert lower_bound(problem, needs, days=1) == lower_bound(problem, needs)
