from itertools import permutations

import numpy as np
from hypothesis import given, settings
from tests.film.schedule.builder import make_need, make_person, make_problem, problems

from secondunit.film.schedule.decoder.arrays import CAST, new_desk
from secondunit.film.schedule.decoder.decode import decode
from secondunit.film.schedule.decoder.encode import encode
from secondunit.film.schedule.model import Light, Problem
from secondunit.film.schedule.search.find import search_board


def _cheapest(problem: Problem) -> int:
    """Every strip order of the problem, tried."""
    encoded = encode(problem)
    desk = new_desk(encoded.tables)
    orders = permutations(range(len(encoded.scenes)))
    return min(int(decode(encoded.tables, np.asarray(order), desk)) for order in orders)


def test_the_search_finds_the_cheapest_of_all_orders_of_a_small_script() -> None:
    needs = [
        make_need(1, eighths=12, place="HOUSE", cast=(1, 2)),
        make_need(2, eighths=12, place="PIER", light=Light.NIGHT, cast=(3,)),
        make_need(3, eighths=12, place="HOUSE", light=Light.DAY, cast=(1,)),
        make_need(4, eighths=12, place="WOODS", light=Light.DAY, cast=(2, 3)),
        make_need(5, eighths=12, place="PIER", cast=(1, 3)),
        make_need(6, eighths=12, place="HOUSE", light=Light.NIGHT, cast=(4,)),
        make_need(7, eighths=12, place="BAR", cast=(4, 5)),
    ]
    problem = make_problem(*needs)
    for seed in range(3):
        found = search_board(problem, seed=seed, iterations=20_000).board
        assert found.cost.minor == _cheapest(problem)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_any_order_is_decoded_into_days_that_ascend(problem: Problem) -> None:
    encoded = encode(problem)
    desk = new_desk(encoded.tables)
    order = np.arange(len(encoded.scenes))[::-1].copy()
    cost = int(decode(encoded.tables, order, desk))
    count = int(desk.days[0])
    dates = desk.date_of[:count].tolist()
    assert dates == sorted(set(dates))
    assert sorted(set(desk.day_of[: len(order)].tolist()) - {-1}) == list(range(count))
    assert cost == int(desk.shares.sum())


def test_the_longest_lawful_gap_is_the_one_dropped() -> None:
    away = tuple(f"2027-01-{day:02d}" for day in range(5, 26))
    problem = make_problem(
        make_need(1, eighths=32), make_need(2, eighths=32), people=(make_person(1, away=away),)
    )
    encoded = encode(problem)
    desk = new_desk(encoded.tables)
    decode(encoded.tables, np.arange(2), desk)
    assert desk.shares[CAST] == 200_000


def test_a_person_free_on_three_days_only_is_served_first() -> None:
    free = {"2027-01-05", "2027-01-06"}
    away = tuple(
        f"2027-{month:02d}-{day:02d}"
        for month in range(1, 9)
        for day in range(1, 32)
        if f"2027-{month:02d}-{day:02d}" not in free
    )
    needs = [make_need(n, eighths=16, cast=(1 if n > 16 else 2,)) for n in range(1, 21)]
    problem = make_problem(*needs, people=(make_person(1, away=away), make_person(2)))
    outcome = search_board(problem, seed=1, iterations=40_000)
    assert outcome.crowded_out == ()
    days = {s: day.date for day in outcome.board.days for s in day.scenes}
    assert {days[need.scene] for need in needs[16:]} == free
