import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from tests.film.schedule.builder import CALENDAR, make_need, make_person, make_problem

from secondunit.core.money import Money
from secondunit.film.schedule.bound import closest_bound, lower_bound
from secondunit.film.schedule.check import price_board
from secondunit.film.schedule.model import (
    Board,
    CostTable,
    Light,
    Problem,
    SceneNeed,
    Shift,
    ShootDay,
    WorkRules,
)
from secondunit.film.schedule.proof.prove import prove
from secondunit.film.schedule.search.find import search_board

CASES = 520
NOTHING = Money(minor=0)


def random_problem(seed: int) -> Problem:
    chance = random.Random(seed)
    needs = tuple(
        make_need(
            number,
            eighths=chance.choice([2, 5, 9, 14, 20]),
            place=chance.choice(["HOUSE", "PIER", "WOODS"]),
            light=chance.choice(list(Light)),
            cast=tuple(sorted(chance.sample(range(1, 5), chance.randint(0, 3)))),
            setups=tuple(chance.sample(["stunt-day"], chance.randint(0, 1))),
        )
        for number in range(1, chance.choice([2, 3, 3, 4, 4]) + 1)
    )
    night, place, move, setup, switch = (
        Money(minor=amount) for amount in chance.choices([0, 200_000, 700_000, 1_500_000], k=5)
    )
    costs = CostTable(
        crew_day=Money(minor=chance.choice([500_000, 2_000_000])),
        night_premium=night,
        location_day=place,
        company_move=move,
        location_setup=setup,
        shift_switch=switch,
        team_days=(("stunt-day", Money(minor=450_000)),),
        idle_day=Money(minor=chance.choice([0, 300_000, 90_000_000])),
    )
    people = tuple(
        replace(
            make_person(cast, minor=cast == 4), daily=Money(minor=chance.randint(1, 9) * 90_000)
        )
        for cast in range(1, 5)
    )
    rules = WorkRules(
        day_eighths=24,
        locations_per_day=chance.randint(1, 3),
        minors_at_night=chance.random() < 0.5,
    )
    return replace(make_problem(*needs, people=people, rules=rules), costs=costs)


def divisions(needs: tuple[SceneNeed, ...]) -> Iterator[list[tuple[SceneNeed, ...]]]:
    """Every way to put scenes on days, in every order of days."""
    if not needs:
        yield []
    for bits in range(1, 1 << len(needs)):
        today = tuple(need for at, need in enumerate(needs) if bits >> at & 1)
        rest = tuple(need for at, need in enumerate(needs) if not bits >> at & 1)
        for days in divisions(rest):
            yield [today, *days]


def lawful_shifts(problem: Problem, today: Sequence[SceneNeed]) -> list[Shift]:
    rules = problem.rules
    minor = [need.eighths for need in today if 4 in need.cast]
    full = sum(need.eighths for need in today) > rules.day_eighths and len(today) > 1
    tired = len(minor) > 1 and sum(minor) > rules.minor_day_eighths
    if full or tired or len({need.location for need in today}) > rules.locations_per_day:
        return []
    found = [s for s in Shift if all(n.light in {Light.EITHER, Light(s.value)} for n in today)]
    barred = minor and not rules.minors_at_night
    return [shift for shift in found if not (barred and shift is Shift.NIGHT)]


def cheapest(problem: Problem) -> int:
    """The cheapest of all boards, priced by the checker: days in a row, or with a pause."""
    least = 1 << 60
    for days in divisions(problem.scenes):
        scenes = [sorted(today, key=lambda need: need.location) for today in days]
        for shifts in product(*(lawful_shifts(problem, today) for today in days)):
            for pause in range(len(days)):
                made = tuple(
                    ShootDay(
                        number=at + 1,
                        date=(
                            date.fromisoformat(CALENDAR.start)
                            + timedelta(days=at + 14 * (0 < pause <= at))
                        ).isoformat(),
                        shift=shift,
                        scenes=tuple(need.scene for need in today),
                    )
                    for at, (today, shift) in enumerate(zip(scenes, shifts, strict=True))
                )
                board = Board(days=made, cost=NOTHING, shares=(), lower_bound=NOTHING)
                shares = price_board(problem, board)
                least = min(least, sum(share.amount.minor for share in shares))
    return least


def test_the_bound_is_no_more_than_the_cheapest_board_and_that_exactly_where_pauses_are_dear() -> (
    None
):
    for seed in range(CASES):
        problem = random_problem(seed)
        found, least = prove(problem, problem.scenes), cheapest(problem)
        assert found <= least, seed
        if problem.costs.idle_day.minor > 1_000_000 and least < 1 << 60:
            assert found == least, seed


def test_boards_found_by_the_search_are_never_below_the_bound() -> None:
    for seed in range(60):
        problem = random_problem(1000 + seed)
        board = search_board(problem, seed=1, iterations=300).board
        assert board.lower_bound <= board.cost
        assert board.boneyard or board.lower_bound >= lower_bound(problem, problem.scenes)


def test_a_hold_that_no_order_avoids_is_in_the_bound() -> None:
    """Three performers, each with two of three full days: somebody waits, whatever the order."""
    needs = (
        make_need(1, eighths=32, cast=(1, 2)),
        make_need(2, eighths=32, cast=(2, 3)),
        make_need(3, eighths=32, cast=(3, 1)),
    )
    problem = make_problem(*needs)
    kept = replace(problem.costs, idle_day=Money(minor=4_500_000))
    waits = replace(problem, costs=kept)
    assert prove(waits, needs) - prove(problem, needs) == 100_000, "the cheapest of the three"
    assert prove(problem, needs) == lower_bound(problem, needs).minor


def test_a_place_between_two_shifts_is_paid_for_once_more() -> None:
    needs = (
        make_need(1, eighths=30, place="PIER", light=Light.DAY, cast=()),
        make_need(2, eighths=30, place="BAR", light=Light.DAY, cast=()),
        make_need(3, eighths=20, place="PIER", light=Light.NIGHT, cast=()),
        make_need(4, eighths=20, place="BAR", light=Light.NIGHT, cast=()),
    )
    problem = make_problem(*needs)
    more = prove(problem, needs) - lower_bound(problem, needs).minor
    assert more == problem.costs.location_setup.minor


def test_a_script_that_is_no_short_one_is_left_to_the_covering() -> None:
    needs = tuple(make_need(number, eighths=1) for number in range(51))
    problem = make_problem(*needs)
    assert prove(problem, needs) == 0
    assert closest_bound(problem, needs) == lower_bound(problem, needs)


def test_days_that_were_shot_already_are_left_to_the_covering() -> None:
    need = make_need(1)
    day = ShootDay(number=1, date=CALENDAR.start, shift=Shift.DAY, scenes=(need.scene,))
    assert prove(replace(make_problem(need), past=(day,)), (need,)) == 0
