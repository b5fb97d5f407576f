import numpy as np
from tests.film.schedule.builder import COSTS, make_need, make_problem

from secondunit.film.schedule.cover.days import (
    Market,
    day_price,
    make_bench,
    pick_day,
    row_of_light,
    row_of_payee,
    row_of_place,
    weigh_days,
)
from secondunit.film.schedule.cover.market import find_payees, open_market
from secondunit.film.schedule.decoder.arrays import DAY, NIGHT, Ints
from secondunit.film.schedule.model import Light

NEEDS = (
    make_need(1, place="PIER", cast=(1,), eighths=20, light=Light.DAY),
    make_need(2, place="PIER", cast=(2,), eighths=16, light=Light.DAY),
    make_need(3, place="HOUSE", cast=(1,), eighths=10),
    make_need(4, place="BAR", cast=(), eighths=4, light=Light.NIGHT),
)


def market() -> Market:
    problem = make_problem(*NEEDS)
    return open_market(problem, NEEDS, find_payees(problem, NEEDS))


def worths(found: Market, *scenes: int) -> Ints:
    worth = np.zeros(len(found.least), dtype=np.int64)
    worth[: len(scenes)] = scenes
    return worth


def called(found: Market, *scenes: int) -> int:
    together = 0
    for scene in scenes:
        together |= int(found.called[scene])
    return together


def test_a_day_costs_its_crew_places_moves_payees_and_night() -> None:
    found = market()
    price = COSTS.crew_day.minor + 2 * COSTS.location_day.minor + COSTS.company_move.minor
    assert day_price(found, 0, DAY, 2) == price
    assert day_price(found, 0, NIGHT, 2) == price + COSTS.night_premium.minor
    assert day_price(found, 1, DAY, 2) == price + int(found.rate[0])


def test_the_best_day_keeps_to_length_light_places_and_payees() -> None:
    found, bench = market(), make_bench(market())
    weigh_days(found, bench, worths(found, 50, 40, 30, 20))
    everybody = called(found, 0, 1, 2, 3)
    assert bench.worth[everybody, DAY, 1] == 50, "both scenes on the pier are too long for a day"
    assert bench.worth[everybody, DAY, 2] == 80
    assert bench.worth[everybody, NIGHT, 2] == 30 + 20, "a day exterior is not shot at night"
    assert bench.worth[called(found, 1), DAY, 1] == 40, "who is not called does not play"
    assert bench.worth[0, DAY, 2] <= 0


def test_the_day_that_is_picked_is_the_one_that_was_weighed() -> None:
    found, bench = market(), make_bench(market())
    worth = worths(found, 50, 40, 30, 20)
    worth[row_of_place(found) :] = 3
    weigh_days(found, bench, worth)
    rows = np.zeros(len(worth), dtype=np.int64)
    for payees, light, places in np.argwhere(bench.worth > 0).tolist():
        count = pick_day(found, bench, worth, (payees, light, places), rows)
        covered = rows[:count].tolist()
        assert len(set(covered)) == count
        assert worth[covered].sum() == bench.worth[payees, light, places]


def test_rows_stand_behind_each_other() -> None:
    found = market()
    assert (row_of_place(found), row_of_payee(found), row_of_light(found)) == (4, 7, 9)
    assert len(found.least) == row_of_light(found) + 3
