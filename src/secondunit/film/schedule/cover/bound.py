"""The least that the days of a board can cost, by covering its scenes in fractions.

Every board is a covering of its scenes by days, so the cheapest covering in fractions of days
costs no more. Days are made as they are wanted: those that hold more worth, at what the scenes
would cost to cover, than they are priced at. Any worths give a bound: shrunk until no day holds
more than its price, their sum is less than any board.

Source: Gilmore and Gomory, A linear programming approach to the cutting-stock problem (1961);
Farley, A note on bounding a class of linear programming problems (1990).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from secondunit.film.schedule.cover.days import (
    Bench,
    Market,
    day_price,
    make_bench,
    pick_day,
    weigh_days,
)
from secondunit.film.schedule.cover.simplex import Master, add_day, make_master, optimise
from secondunit.film.schedule.decoder.arrays import DAY, NIGHT, Ints

ROUNDS = 60
_PIVOTS = 4_000
_DAYS_A_ROUND = 100
_CLOSE = 1_000
"""The work ends when the bound is within one part in this many of the covering itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """A covering's bound.

    Args:
        bound: No board's days cost less, in minor units.
        rounds: Rounds of days made.
    """

    bound: int
    rounds: int


def cover_days(market: Market, rounds: int = ROUNDS) -> Covering:
    """Bound what days of these scenes cost.

    Args:
        market: Scenes and prices; at least one scene.
        rounds: Rounds of new days at the most.
    """
    prices = _prices(market)
    master = make_master(market.least, _DAYS_A_ROUND * rounds, 4 * int(prices.max()))
    bench = make_bench(market)
    best, done = 0, 0
    while done < rounds:
        done += 1
        optimise(master, _PIVOTS)
        worth = np.floor(np.maximum(master.dual, 0.0)).astype(np.int64)
        weigh_days(market, bench, worth)
        best = max(best, _shrunk(worth * market.least, bench.worth, prices))
        covering = int((master.dual * market.least).sum())
        if best * _CLOSE >= covering * (_CLOSE - 1) or not _add(
            market, master, bench, worth, prices
        ):
            break
    return Covering(bound=best, rounds=done)


def _prices(market: Market) -> Ints:
    """Price of each kind of day: by set of payees, light and number of places."""
    sets = np.arange(1 << len(market.rate), dtype=np.int64)
    pay = np.zeros(len(sets), dtype=np.int64)
    for payee, rate in enumerate(market.rate.tolist()):
        pay += rate * (sets >> payee & 1)
    prices = np.zeros((len(sets), 2, market.locations_per_day + 1), dtype=np.int64)
    for light in (DAY, NIGHT):
        for places in range(market.locations_per_day + 1):
            prices[:, light, places] = pay + day_price(market, 0, light, places)
    return prices


def _shrunk(worth: Ints, held: Ints, prices: Ints) -> int:
    """Sum of the worths when none of the days holds more than its price."""
    over = held > prices
    if not over.any():
        return int(worth.sum())
    kinds = np.argwhere(over)
    pairs = {(int(held[tuple(kind)]), int(prices[tuple(kind)])) for kind in kinds}
    most, price = max(pairs, key=lambda pair: pair[0] / pair[1])
    for other, its_price in pairs:
        if other * price > most * its_price:
            most, price = other, its_price
    return sum(value * price // most for value in worth.tolist())


def _add(market: Market, master: Master, bench: Bench, worth: Ints, prices: Ints) -> int:
    """Add the days that hold most above their price; how many there were."""
    over = bench.worth - prices
    order = np.argsort(-over, axis=None, kind="stable")
    rows = np.zeros(len(worth), dtype=np.int64)
    seen: set[tuple[int, int, int]] = set()
    added = 0
    for flat in order.tolist():
        called, light, places = (int(part) for part in np.unravel_index(flat, over.shape))
        if over[called, light, places] <= 0 or added >= _DAYS_A_ROUND:
            break
        key = (int(bench.worth[called, light, places]), light, places)
        if key in seen:
            continue
        seen.add(key)
        count = int(pick_day(market, bench, worth, (called, light, places), rows))
        price = float(prices[called, light, places])
        added += bool(add_day(master, rows, count, price))
    return added
