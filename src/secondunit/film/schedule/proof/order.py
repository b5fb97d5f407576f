"""The cheapest order of a few days: holds, places set up again, changes of shift. Compiled.

Dynamic programming over sets of days, as in talent scheduling: who is held on a day depends only on
which days came before it. Leaving a day out of an order never makes the rest dearer, so the order
of some of a board's days bounds the order of all.

Source: Held and Karp, A dynamic programming approach to sequencing problems (1962); de la Banda,
Stuckey and Chu, Solving talent scheduling with dynamic programming (2011).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from secondunit.film.schedule.decoder.arrays import DAY, EITHER, NIGHT, Ints
from secondunit.film.schedule.decoder.compiled import lean

MOST_DAYS = 13
"""Longest order reckoned with."""

FAR = 1 << 60
"""Above any cost."""


class Days(NamedTuple):
    """Days that could be shot; sets are words.

    Args:
        scenes: By day.
        places: By day.
        cast: By day: who is called, of those paid while they wait.
        light: By day: DAY, NIGHT or EITHER.
        held: By set of people: what they cost for a day.
        setup, switch, night: Prices of a place set up, a change of shift, a day made a night.
    """

    scenes: Ints
    places: Ints
    cast: Ints
    light: Ints
    held: Ints
    setup: int
    switch: int
    night: int


class Table(NamedTuple):
    """Working memory.

    Args:
        cost: ``(sets of days, last day, shift of it)``: the cheapest order.
        cast: By set of days: everybody called on any.
    """

    cost: Ints
    cast: Ints


def make_table() -> Table:
    """Working memory for orders of up to ``MOST_DAYS`` days."""
    sets = 1 << MOST_DAYS
    return Table(
        cost=np.zeros((sets, MOST_DAYS, 2), dtype=np.int64), cast=np.zeros(sets, dtype=np.int64)
    )


@lean
def count_bits(word: int) -> int:
    """How many members a set has."""
    count = 0
    while word:
        word &= word - 1
        count += 1
    return count


@lean
def _fill(days: Days, table: Table, which: Ints, count: int, charged: int) -> None:
    """Fill ``table.cost`` for every set of the days."""
    whole = (1 << count) - 1
    table.cast[0] = 0
    for some in range(1, whole + 1):
        first = 0
        while not some >> first & 1:
            first += 1
        table.cast[some] = table.cast[some & (some - 1)] | (days.cast[which[first]] & charged)
    for some in range(1, whole + 1):
        for last in range(count):
            if not some >> last & 1:
                continue
            day, before = which[last], some & ~(1 << last)
            waiting = table.cast[before] & table.cast[whole & ~some] & ~days.cast[day]
            held = days.held[waiting]
            for shift in range(2):
                table.cost[some, last, shift] = FAR
                if days.light[day] == 1 - shift:
                    continue
                best = 0 if before == 0 else FAR
                for one in range(count):
                    if before >> one & 1:
                        stays = count_bits(days.places[which[one]] & days.places[day])
                        for was in range(2):
                            tried = table.cost[before, one, was] - days.setup * stays
                            if was != shift:
                                tried += days.switch
                            best = min(best, tried)
                premium = days.night if shift == NIGHT and days.light[day] == EITHER else 0
                if best < FAR // 2:
                    table.cost[some, last, shift] = best + held + premium


@lean
def order_cost(days: Days, table: Table, which: Ints, count: int, charged: int, both: int) -> int:
    """What the order of some days costs at the least, beside the days themselves.

    Args:
        days: All that could be shot.
        table: Overwritten.
        which: The days, ``count`` of them.
        count: From 1 to ``MOST_DAYS``.
        charged: Who is paid while they wait.
        both: 1 where the script needs day shifts and night shifts, so that one change is sure.

    Returns:
        Holds, setting places up again, all changes of shift and nights that need not be.
    """
    _fill(days, table, which, count, charged)
    whole, best, visits, seen, lights = (1 << count) - 1, FAR, 0, 0, 0
    for last in range(count):
        for shift in range(2):
            best = min(best, table.cost[whole, last, shift])
        day = which[last]
        visits += count_bits(days.places[day])
        seen |= days.places[day]
        lights |= 1 << days.light[day]
    if both and (lights == 1 << DAY or lights == 1 << NIGHT):
        best += days.switch
    return int(best + days.setup * (visits - count_bits(seen)))
