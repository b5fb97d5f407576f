"""Search over strip orders: simulated annealing, then day moves until none helps, compiled.

The generator is our own and the cooling uses only products, so a seed and a length give the same
board on every machine.

Source: Kirkpatrick, Gelatt and Vecchi, Optimization by Simulated Annealing (1983); generator:
xorshift64*, Vigna (2016).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from secondunit.film.schedule.rules import Desk, Ints, Tables, compiled, decode

Words = NDArray[np.uint64]
Floats = NDArray[np.float64]

QUANTILES = 4096
"""Steps in which the acceptance threshold is drawn."""

LONGEST_RUN = 12
"""Longest run of scenes moved at once, other than whole days."""


class Plan(NamedTuple):
    """How to search.

    Args:
        iterations: Orders to try.
        hot: First temperature, in minor units of cost.
        cooling: Factor for each order tried.
        quantiles: ``-ln(u)`` at the middles of QUANTILES equal steps of u.
        chance: One cell, the generator's state, never zero.
    """

    iterations: int
    hot: float
    cooling: float
    quantiles: Floats
    chance: Words


class Search(NamedTuple):
    """State of the search.

    Args:
        order: The order that stands.
        trial: The order being tried.
        best: The best order seen.
        starts: Position of the first scene of each day of ``order``, then one past the last.
        days: One cell: how many days ``order`` has.
    """

    order: Ints
    trial: Ints
    best: Ints
    starts: Ints
    days: Ints


@compiled
def _draw(chance: Words, below: int) -> int:
    """A number from 0 to ``below`` - 1."""
    x = chance[0]
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    chance[0] = x
    top = (x * np.uint64(2685821657736338717)) >> np.uint64(33)
    return np.int64(top) % below


@compiled
def _carry(order: Ints, trial: Ints, first: int, past: int, target: int) -> None:
    """Write ``order`` to ``trial`` with ``[first, past)`` moved to stand before ``target``."""
    trial[:] = order
    length = past - first
    if target < first:
        trial[target : target + length] = order[first:past]
        trial[target + length : past] = order[target:first]
    elif target > past:
        trial[first : target - length] = order[past:target]
        trial[target - length : target] = order[first:past]


@compiled
def _note_days(desk: Desk, search: Search) -> None:
    """Remember where the days of the order just decoded begin."""
    day, count = -1, 0
    for position in range(len(search.order)):
        if desk.day_of[position] > day:
            day = desk.day_of[position]
            search.starts[count] = position
            count += 1
    search.starts[count] = len(search.order)
    search.days[0] = count


@compiled
def _beside_kin(tables: Tables, search: Search, chance: Words) -> None:
    """Move one scene beside another of the same place."""
    scenes = len(search.order)
    at = _draw(chance, scenes)
    place = tables.place[search.order[at]]
    probe = _draw(chance, scenes)
    for _ in range(scenes):
        if probe != at and tables.place[search.order[probe]] == place:
            break
        probe = (probe + 1) % scenes
    _carry(search.order, search.trial, at, at + 1, probe + _draw(chance, 2))


@compiled
def _run_elsewhere(tables: Tables, search: Search, chance: Words) -> None:
    """Move the run of scenes at one place, or some scenes in a row, to where a day begins."""
    scenes = len(search.order)
    first = _draw(chance, scenes)
    past = first + 1
    if _draw(chance, 2) == 0:
        place = tables.place[search.order[first]]
        while first > 0 and tables.place[search.order[first - 1]] == place:
            first -= 1
        while past < scenes and tables.place[search.order[past]] == place:
            past += 1
    else:
        past = min(scenes, past + _draw(chance, LONGEST_RUN))
    target = _draw(chance, scenes + 1)
    if _draw(chance, 2) == 0:
        target = search.starts[_draw(chance, search.days[0] + 1)]
    if target < first or target > past:
        _carry(search.order, search.trial, first, past, target)
    else:
        search.trial[:] = search.order


@compiled
def _turn(search: Search, first: int, past: int) -> None:
    search.trial[:] = search.order
    for step in range(past - first):
        search.trial[first + step] = search.order[past - 1 - step]


@compiled
def _days_elsewhere(search: Search, chance: Words) -> None:
    """Move one to three days in a row before another day, or turn some days in a row round."""
    days = search.days[0]
    first = _draw(chance, days)
    if _draw(chance, 4) > 0:
        past = min(days, first + 1 + _draw(chance, 3))
        target = search.starts[_draw(chance, days + 1)]
        start, end = search.starts[first], search.starts[past]
        if target < start or target > end:
            _carry(search.order, search.trial, start, end, target)
        else:
            search.trial[:] = search.order
    else:
        past = min(days, first + 2 + _draw(chance, 6))
        _turn(search, search.starts[first], search.starts[past])


@compiled
def _vary(tables: Tables, search: Search, chance: Words) -> None:
    """Write a neighbour of the order to ``trial``."""
    scenes = len(search.order)
    kind = _draw(chance, 100)
    if kind < 35:
        _beside_kin(tables, search, chance)
    elif kind < 55:
        at = _draw(chance, scenes)
        _carry(search.order, search.trial, at, at + 1, _draw(chance, scenes + 1))
    elif kind < 65:
        one, other = _draw(chance, scenes), _draw(chance, scenes)
        search.trial[:] = search.order
        search.trial[one], search.trial[other] = search.order[other], search.order[one]
    elif kind < 80:
        _run_elsewhere(tables, search, chance)
    elif kind < 95 and search.days[0] > 0:
        _days_elsewhere(search, chance)
    else:
        first = _draw(chance, scenes)
        _turn(search, first, min(scenes, first + 2 + _draw(chance, LONGEST_RUN)))


@compiled
def anneal(tables: Tables, search: Search, desk: Desk, plan: Plan) -> int:
    """Anneal from ``search.order``; the best order is left in ``search.best``.

    Returns:
        The best order's cost in minor units.
    """
    cost = decode(tables, search.order, desk)
    _note_days(desk, search)
    search.best[:] = search.order
    least = cost
    heat = plan.hot
    for _ in range(plan.iterations):
        heat *= plan.cooling
        _vary(tables, search, plan.chance)
        tried = decode(tables, search.trial, desk)
        if tried - cost <= heat * plan.quantiles[_draw(plan.chance, QUANTILES)]:
            cost = tried
            search.order[:] = search.trial
            _note_days(desk, search)
            if cost < least:
                least = cost
                search.best[:] = search.order
    return least


@compiled
def settle(tables: Tables, search: Search, desk: Desk, rounds: int) -> int:
    """Improve ``search.best`` by moving whole days, then single scenes, until no move helps.

    Args:
        tables: The problem.
        search: ``best`` is improved in place.
        desk: Working memory.
        rounds: Most sweeps over all moves.

    Returns:
        The best order's cost in minor units.
    """
    scenes = len(search.best)
    search.order[:] = search.best
    cost = decode(tables, search.order, desk)
    _note_days(desk, search)
    for _ in range(rounds):
        before = cost
        for unit in range(2):
            pieces = search.days[0] if unit == 0 else scenes
            piece = 0
            while piece < pieces:
                first = search.starts[piece] if unit == 0 else piece
                past = search.starts[piece + 1] if unit == 0 else piece + 1
                for target in range(pieces + 1):
                    before_scene = search.starts[target] if unit == 0 else target
                    if first <= before_scene <= past:
                        continue
                    _carry(search.order, search.trial, first, past, before_scene)
                    tried = decode(tables, search.trial, desk)
                    if tried < cost:
                        cost = tried
                        search.order[:] = search.trial
                        _note_days(desk, search)
                        pieces = search.days[0] if unit == 0 else scenes
                        break
                piece += 1
        if cost == before:
            break
    search.best[:] = search.order
    return cost
