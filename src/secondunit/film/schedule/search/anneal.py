"""Search over strip orders, compiled: simulated annealing above the day decoder.

The search only ever moves scenes in a strip order, and ``decode`` cuts every order into lawful
days, so every board the search can see keeps every rule. The generator is our own and the cooling
uses only products, so a seed and a length give the same board on every machine.

Source: Kirkpatrick, Gelatt and Vecchi, Optimization by Simulated Annealing (1983); Vigna (2016).
"""

from __future__ import annotations

import numpy as np

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.again import decode_again, settle, stand
from secondunit.film.schedule.decoder.arrays import Desk, Ints, Plan, Search, Tables, Words
from secondunit.film.schedule.decoder.compiled import lean, lean_over

_LONGEST_RUN = 12
"""Longest run of scenes moved at once, other than whole days and places."""


@lean
def _draw(chance: Words, below: int) -> int:
    """A number from 0 to ``below`` - 1, by xorshift64*."""
    x = chance[0]
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    chance[0] = x
    top = (x * np.uint64(2685821657736338717)) >> np.uint64(33)
    return int(np.int64(top) % below)


@lean
def _copy(target: Ints, at: int, source: Ints, run: tuple[int, int]) -> None:
    """Write a run of one order into another. A loop: a slice takes a second to compile."""
    for place in range(run[0], run[1]):
        target[at + place - run[0]] = source[place]


@lean
def _exchange(search: Search, one: tuple[int, int], other: tuple[int, int]) -> None:
    """Let two runs of scenes change places, unless they overlap."""
    (a, b), (c, d) = (one, other) if one[0] <= other[0] else (other, one)
    if b > c:
        return
    _copy(search.trial, a, search.order, (c, d))
    _copy(search.trial, a + d - c, search.order, (b, c))
    _copy(search.trial, a + d - b, search.order, (a, b))


@lean
def _carry(search: Search, first: int, past: int, target: int) -> None:
    """Move the scenes at ``[first, past)`` to stand before ``target``, unless it is among them."""
    if target < first:
        _exchange(search, (target, first), (first, past))
    elif target > past:
        _exchange(search, (first, past), (past, target))


@lean
def _beside_kin(tables: Tables, search: Search, chance: Words) -> None:
    """Move one scene beside another of the same place."""
    scenes = len(search.order)
    at, probe = _draw(chance, scenes), _draw(chance, scenes)
    place = tables.place[search.order[at]]
    for _ in range(scenes):
        if probe != at and tables.place[search.order[probe]] == place:
            break
        probe = (probe + 1) % scenes
    _carry(search, at, at + 1, probe + _draw(chance, 2))


@lean
def _run_of(tables: Tables, search: Search, chance: Words) -> tuple[int, int]:
    """Some scenes in a row: as often all those at one place as any few."""
    scenes = len(search.order)
    first = _draw(chance, scenes)
    past = first + 1
    if _draw(chance, 2) == 0:
        return first, min(scenes, past + _draw(chance, _LONGEST_RUN))
    place = tables.place[search.order[first]]
    while first > 0 and tables.place[search.order[first - 1]] == place:
        first -= 1
    while past < scenes and tables.place[search.order[past]] == place:
        past += 1
    return first, past


@lean
def _days_of(search: Search, chance: Words, most: int) -> tuple[int, int]:
    """Some days in a row, as positions of their scenes."""
    first = _draw(chance, search.tally[arrays.STOOD])
    past = min(search.tally[arrays.STOOD], first + 1 + _draw(chance, most))
    return search.trail[first, arrays.AT], search.trail[past, arrays.AT]


@lean
def _vary(tables: Tables, search: Search, plan: Plan) -> None:
    """Write a neighbour of the order to ``trial``."""
    chance, scenes = plan.chance, len(search.order)
    _copy(search.trial, 0, search.order, (0, scenes))
    kind = _draw(chance, 100)
    day_start = search.trail[_draw(chance, search.tally[arrays.STOOD] + 1), arrays.AT]
    if kind < plan.mix[0]:
        _beside_kin(tables, search, chance)
    elif kind < plan.mix[1]:
        at = _draw(chance, scenes)
        _carry(search, at, at + 1, _draw(chance, scenes + 1))
    elif kind < plan.mix[2]:
        one, other = _draw(chance, scenes), _draw(chance, scenes)
        _exchange(search, (one, one + 1), (other, other + 1))
    elif kind < plan.mix[3]:
        first, past = _run_of(tables, search, chance)
        target = _draw(chance, scenes + 1) if _draw(chance, 2) == 0 else day_start
        _carry(search, first, past, target)
    elif kind < plan.mix[4]:
        _exchange(search, _run_of(tables, search, chance), _run_of(tables, search, chance))
    elif kind < plan.mix[5]:
        first, past = _days_of(search, chance, 3)
        _carry(search, first, past, day_start)
    elif kind < plan.mix[6]:
        _exchange(search, _days_of(search, chance, 2), _days_of(search, chance, 2))
    else:
        first, past = _days_of(search, chance, 8)
        for step in range(past - first):
            search.trial[first + step] = search.order[past - 1 - step]


@lean_over(decode_again)
def anneal(tables: Tables, search: Search, desk: Desk, plan: Plan) -> int:
    """Anneal from ``search.order``; the best order is left in ``search.best``.

    Returns:
        The best order's cost in minor units.
    """
    cost = stand(tables, search, desk)
    whole = (0, len(search.order))
    _copy(search.best, 0, search.order, whole)
    least = cost
    heat = plan.hot
    for _ in range(plan.iterations):
        heat *= plan.cooling
        _vary(tables, search, plan)
        tried = decode_again(tables, search, desk)
        if tried - cost <= heat * plan.quantiles[_draw(plan.chance, arrays.QUANTILES)]:
            cost = tried
            settle(tables, search, desk, cost)
            if cost < least:
                least = cost
                _copy(search.best, 0, search.order, whole)
    return least
