"""The covering problem in fractions: the revised simplex method, compiled.

Minimise the price of days bought so that every row is covered at least as often as it must be.
Sums are made one by one in a fixed order, so the same problem gives the same duals everywhere.

Source: Dantzig and Orchard-Hays, The product form for the inverse in the simplex method (1954),
here with the inverse kept whole.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from secondunit.film.schedule.decoder.arrays import Floats, Ints
from secondunit.film.schedule.decoder.compiled import compiled

_TINY = 1e-9
_SPREAD = 1e-5
"""How much more than once the last scene is to be covered: no two ways of covering are equal."""


class Master(NamedTuple):
    """Days to choose from and the days chosen.

    Args:
        begins: First index into ``rows`` by day, and one past the last.
        rows: Rows that each day covers, in turn.
        price: By day.
        basis: By row: the day that stands for it; -1 - row where that row is covered too often.
        inverse: Of the matrix of the basis.
        amount: By row: how much of its day is bought.
        dual: By row: what covering it once more would cost.
        days: One cell: how many days there are.
    """

    begins: Ints
    rows: Ints
    price: Floats
    basis: Ints
    inverse: Floats
    amount: Floats
    dual: Floats
    days: Ints


def make_master(least: Ints, room: int, dear: int) -> Master:
    """A covering by makeshift days that cover one row each.

    Args:
        least: How often each row is to be covered.
        room: How many days can be added.
        dear: Price of a makeshift day: so high that other days take its place. Were one to stay,
            the covering would be cheaper than without it, and its bound still a bound.
    """
    count = len(least)
    begins = np.zeros(count + room + 1, dtype=np.int64)
    begins[: count + 1] = np.arange(count + 1)
    rows = np.zeros(count + room * min(count, 64), dtype=np.int64)
    rows[:count] = np.arange(count)
    price = np.zeros(count + room, dtype=np.float64)
    price[:count] = dear
    return Master(
        begins=begins,
        rows=rows,
        price=price,
        basis=np.arange(count, dtype=np.int64),
        inverse=np.eye(count, dtype=np.float64),
        amount=least + _SPREAD * (1 + np.arange(count, dtype=np.float64)) / count,
        dual=np.full(count, dear, dtype=np.float64),
        days=np.asarray([count], dtype=np.int64),
    )


@compiled
def add_day(master: Master, rows: Ints, count: int, price: float) -> bool:
    """Add a day to choose from; False when there is no more room."""
    day = master.days[0]
    start = master.begins[day]
    if day >= len(master.price) or start + count > len(master.rows):
        return False
    for index in range(count):
        master.rows[start + index] = rows[index]
    master.begins[day + 1] = start + count
    master.price[day] = price
    master.days[0] = day + 1
    return True


@compiled
def _set_duals(master: Master) -> None:
    count = len(master.basis)
    master.dual[:] = 0.0
    for row in range(count):
        if master.basis[row] >= 0:
            price = master.price[master.basis[row]]
            for scene in range(count):
                master.dual[scene] += price * master.inverse[row, scene]


@compiled
def _entering(master: Master) -> int:
    """The day that saves most for each unit bought, or a scene to cover too often; a number past
    the days when nothing saves."""
    best, saving = int(master.days[0]), -1e-6
    for day in range(master.days[0]):
        reduced = master.price[day]
        for index in range(master.begins[day], master.begins[day + 1]):
            reduced -= master.dual[master.rows[index]]
        if reduced < saving:
            best, saving = day, reduced
    for scene in range(len(master.basis)):
        if master.dual[scene] < saving:
            best, saving = -1 - scene, master.dual[scene]
    return best


@compiled
def _pivot(master: Master, entering: int, column: Floats) -> bool:
    """Bring a day into the basis; False when none can leave for it."""
    count = len(master.basis)
    column[:] = 0.0
    if entering < 0:
        for row in range(count):
            column[row] = -master.inverse[row, -1 - entering]
    else:
        for index in range(master.begins[entering], master.begins[entering + 1]):
            scene = master.rows[index]
            for row in range(count):
                column[row] += master.inverse[row, scene]
    leaving, step = -1, 0.0
    for row in range(count):
        if column[row] > _TINY:
            ratio = master.amount[row] / column[row]
            if leaving < 0 or ratio < step:
                leaving, step = row, ratio
    if leaving < 0:
        return False
    for scene in range(count):
        master.inverse[leaving, scene] /= column[leaving]
    for row in range(count):
        if row != leaving and column[row] != 0.0:
            master.amount[row] = max(0.0, master.amount[row] - step * column[row])
            for scene in range(count):
                master.inverse[row, scene] -= column[row] * master.inverse[leaving, scene]
    master.amount[leaving] = step
    master.basis[leaving] = entering
    return True


@compiled
def optimise(master: Master, pivots: int) -> int:
    """Choose the cheapest covering of the days there are; its duals are left in ``dual``.

    Args:
        master: The days.
        pivots: How many changes of the basis at the most.

    Returns:
        How many were made.
    """
    column = np.zeros(len(master.basis), dtype=np.float64)
    for made in range(pivots):
        _set_duals(master)
        entering = _entering(master)
        if entering >= master.days[0] or not _pivot(master, entering, column):
            return made
    _set_duals(master)
    return pivots
