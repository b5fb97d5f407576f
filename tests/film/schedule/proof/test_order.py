import random
from itertools import pairwise, permutations, product

import numpy as np

from secondunit.film.schedule.decoder.arrays import DAY, EITHER, NIGHT, Ints
from secondunit.film.schedule.proof.order import Days, count_bits, make_table, order_cost

TABLE = make_table()


def ints(values: list[int]) -> Ints:
    return np.asarray(values, dtype=np.int64)


def random_days(chance: random.Random, count: int) -> Days:
    rates = [chance.randint(1, 9) for _ in range(4)]
    return Days(
        scenes=ints([1 << at for at in range(count)]),
        places=ints([chance.choice([1, 2, 3, 4, 6]) for _ in range(count)]),
        cast=ints([chance.randrange(16) for _ in range(count)]),
        light=ints([chance.choice([DAY, NIGHT, EITHER]) for _ in range(count)]),
        held=ints([sum(r for at, r in enumerate(rates) if some >> at & 1) for some in range(16)]),
        setup=chance.randint(0, 9),
        switch=chance.randint(0, 9),
        night=chance.randint(0, 9),
    )


def by_hand(days: Days, order: tuple[int, ...], charged: int) -> int:
    """Cheapest shifts of an order: holds, setting up again, changes, nights that need not be."""
    cast = [int(days.cast[at]) & charged for at in order]
    held = 0
    for at in range(len(order)):
        before = any_of(cast[:at])
        held += int(days.held[before & any_of(cast[at + 1 :]) & ~cast[at]])
    places = [int(days.places[at]) for at in order]
    setups = sum(count_bits(place) for place in places)
    setups -= sum(count_bits(one & two) for one, two in pairwise(places))
    setups -= count_bits(any_of(places))
    least = 1 << 40
    for shifts in product((DAY, NIGHT), repeat=len(order)):
        lights = [int(days.light[at]) for at in order]
        if all(light in {EITHER, shift} for light, shift in zip(lights, shifts, strict=True)):
            odd = sum(
                light == EITHER and s == NIGHT for light, s in zip(lights, shifts, strict=True)
            )
            changes = sum(one != two for one, two in pairwise(shifts))
            least = min(least, changes * days.switch + odd * days.night)
    return held + setups * days.setup + least


def any_of(words: list[int]) -> int:
    found = 0
    for word in words:
        found |= word
    return found


def test_the_cheapest_of_all_orders_is_found() -> None:
    chance = random.Random(7)
    for _ in range(150):
        count = chance.randint(1, 5)
        days, charged = random_days(chance, count), chance.randrange(16)
        found = order_cost(days, TABLE, ints(list(range(count))), count, charged, 0)
        orders = permutations(range(count))
        assert found == min(by_hand(days, order, charged) for order in orders)


def test_an_order_of_some_days_is_never_dearer_than_that_of_all() -> None:
    chance = random.Random(8)
    for _ in range(200):
        days = random_days(chance, 6)
        whole = ints(list(range(6)))
        both = int({DAY, NIGHT} <= set(days.light.tolist()))
        costs = [order_cost(days, TABLE, whole, count, 15, both) for count in range(1, 7)]
        assert max(costs) == costs[-1]
