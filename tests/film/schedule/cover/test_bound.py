from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product

from hypothesis import given, settings
from tests.film.schedule.builder import make_need, make_problem, problems

from secondunit.film.schedule.cover.bound import cover_days
from secondunit.film.schedule.cover.market import find_payees, open_market
from secondunit.film.schedule.model import Light, Problem, SceneNeed
from secondunit.film.schedule.search.find import search_board

DAYS = ("crew", "night", "location", "move", "team", "cast")


def covered(problem: Problem, payees: int = 9) -> int:
    found = find_payees(problem, problem.scenes)[:payees]
    return cover_days(open_market(problem, problem.scenes, found)).bound


@settings(max_examples=100, deadline=None)
@given(problems())
def test_the_days_of_a_board_never_cost_less(problem: Problem) -> None:
    board = search_board(problem, seed=1, iterations=300).board
    on_board = tuple(need for need in problem.scenes if need.scene not in board.boneyard)
    if not on_board:
        return
    paid = sum(share.amount.minor for share in board.shares if share.key in DAYS)
    assert covered(replace(problem, scenes=on_board)) <= paid


def test_a_day_that_must_be_is_covered_at_its_price() -> None:
    problem = make_problem(make_need(1, light=Light.NIGHT, cast=()))
    whole = problem.costs.crew_day.minor + problem.costs.night_premium.minor
    assert 0.999 * (whole + problem.costs.location_day.minor) < covered(problem)


def test_more_payees_never_lower_the_sum() -> None:
    needs = [
        make_need(n, eighths=12, place=place, cast=cast)
        for n, (place, cast) in enumerate(product(("A", "B", "C"), ((1,), (2,), (1, 2))), 1)
    ]
    problem = make_problem(*needs)
    payees = find_payees(problem, problem.scenes)
    sums = [
        covered(problem, count) + sum(payee.pay for payee in payees[count:])
        for count in range(len(payees) + 1)
    ]
    for one, more in pairwise(sums):
        assert more >= 0.998 * one


def test_fewer_rounds_give_less_and_still_a_bound() -> None:
    needs = [make_need(n, eighths=10, place=f"P{n % 4}", cast=(n % 3 + 1,)) for n in range(1, 13)]
    problem = make_problem(*needs)
    market = open_market(problem, problem.scenes, find_payees(problem, problem.scenes))
    assert 0 <= cover_days(market, rounds=1).bound <= cover_days(market, rounds=40).bound


def partitions(scenes: list[SceneNeed]) -> Iterator[list[list[SceneNeed]]]:
    """Every way of putting scenes into days."""
    if not scenes:
        yield []
        return
    for rest in partitions(scenes[1:]):
        yield [[scenes[0]], *rest]
        for at in range(len(rest)):
            yield [*rest[:at], [scenes[0], *rest[at]], *rest[at + 1 :]]


def days_price(problem: Problem, days: list[list[SceneNeed]]) -> int | None:
    """What some days cost with their cast and teams, or None when one of them cannot be."""
    costs, rules, total = problem.costs, problem.rules, 0
    for day in days:
        places = {need.location for need in day}
        lights = {need.light for need in day} - {Light.EITHER}
        full = sum(need.eighths for need in day) > rules.day_eighths and len(day) > 1
        if full or len(lights) > 1 or len(places) > rules.locations_per_day:
            return None
        total += costs.crew_day.minor + costs.night_premium.minor * (Light.NIGHT in lights)
        total += costs.location_day.minor * len(places)
        total += costs.company_move.minor * (len(places) - 1)
        cast = {number for need in day for number in need.cast}
        teams = {key for need in day for key in need.setups}
        total += sum(p.daily.minor for p in problem.people if p.cast in cast)
        total += sum(rate.minor for key, rate in costs.team_days if key in teams)
    return total


@settings(max_examples=60, deadline=None)
@given(problems())
def test_no_way_of_putting_scenes_into_days_costs_less(problem: Problem) -> None:
    people = tuple(replace(person, minor=False) for person in problem.people)
    tiny = replace(problem, scenes=problem.scenes[:6], people=people)
    prices = (days_price(tiny, days) for days in partitions(list(tiny.scenes)))
    assert covered(tiny) <= min(price for price in prices if price is not None)
