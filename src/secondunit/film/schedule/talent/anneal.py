"""A good order quickly: simulated annealing over orders of blocks, compiled.

The generator is our own and the cooling uses only products, so a seed and a length give the same
order on every machine.

Source: Kirkpatrick, Gelatt and Vecchi (1983); Vigna, xorshift64* (2016).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from secondunit.film.schedule.decoder.arrays import QUANTILES, Floats, Ints, Words
from secondunit.film.schedule.decoder.compiled import compiled
from secondunit.film.schedule.talent.grid import Grid

_MIXER = 0x9E3779B97F4A7C15
_HOT, _COLD = 0.5, 0.002
"""First and last temperature as shares of what a block pays its waiting cast on the average."""


class Climb(NamedTuple):
    """State of the search.

    Args:
        order: The order that stands.
        trial: The order being tried.
        best: The best order seen.
        first: Work row: when each performer begins.
        last: Work row: when each performer ends.
        chance: One cell, the generator's state, never zero.
        quantiles: ``-ln(u)`` at the middles of QUANTILES equal steps of u.
    """

    order: Ints
    trial: Ints
    best: Ints
    first: Ints
    last: Ints
    chance: Words
    quantiles: Floats


def make_climb(grid: Grid, seed: int) -> Climb:
    """The state of a search that begins with the blocks as they stand."""
    order = np.arange(len(grid.duration), dtype=np.int64)
    word = ((seed + 1) * _MIXER) % (1 << 64) or _MIXER
    middles = (np.arange(QUANTILES, dtype=np.float64) + 0.5) / QUANTILES
    return Climb(
        order=order,
        trial=order.copy(),
        best=order.copy(),
        first=np.zeros(len(grid.rate), dtype=np.int64),
        last=np.zeros(len(grid.rate), dtype=np.int64),
        chance=np.asarray([word], dtype=np.uint64),
        quantiles=-np.log(middles),
    )


@compiled
def spend(grid: Grid, order: Ints, climb: Climb) -> int:
    """What the performers are paid from their first block to their last."""
    climb.first[:] = -1
    now = 0
    for position in range(len(order)):
        block = order[position]
        for index in range(grid.cast_at[block], grid.cast_at[block + 1]):
            player = grid.players[index]
            if climb.first[player] < 0:
                climb.first[player] = now
            climb.last[player] = now + grid.duration[block]
        now += grid.duration[block]
    total = 0
    for player in range(len(grid.rate)):
        total += grid.rate[player] * (climb.last[player] - climb.first[player])
    return total


@compiled
def _draw(chance: Words, below: int) -> int:
    """A number from 0 to ``below`` - 1, by xorshift64*."""
    x = chance[0]
    x ^= x >> np.uint64(12)
    x ^= x << np.uint64(25)
    x ^= x >> np.uint64(27)
    chance[0] = x
    top = (x * np.uint64(2685821657736338717)) >> np.uint64(33)
    return int(np.int64(top) % below)


@compiled
def _vary(climb: Climb) -> None:
    """Write a neighbour of the order to ``trial``: a run carried elsewhere, two blocks exchanged
    or a run turned round."""
    blocks = len(climb.order)
    one, other = _draw(climb.chance, blocks), _draw(climb.chance, blocks)
    first, past = min(one, other), max(one, other) + 1
    kind = _draw(climb.chance, 4)
    for place in range(blocks):
        climb.trial[place] = climb.order[place]
    if kind == 0:
        climb.trial[one], climb.trial[other] = climb.order[other], climb.order[one]
    elif kind == 1:
        for step in range(past - first):
            climb.trial[first + step] = climb.order[past - 1 - step]
    else:
        run = 1 if kind == 2 else 1 + _draw(climb.chance, past - first)
        turn = run if _draw(climb.chance, 2) == 0 else past - first - run
        for step in range(past - first):
            climb.trial[first + step] = climb.order[first + (step + turn) % (past - first)]


@compiled
def climb_down(grid: Grid, climb: Climb, orders: int, heat: float, cooling: float) -> int:
    """Anneal from ``climb.order``; the best order since the state was made is in ``climb.best``.

    Args:
        grid: The problem.
        climb: The state.
        orders: How many to try.
        heat: First temperature, in units of cost.
        cooling: Factor for each order tried.

    Returns:
        What the best order costs.
    """
    cost = spend(grid, climb.order, climb)
    least = spend(grid, climb.best, climb)
    for _ in range(orders):
        heat *= cooling
        _vary(climb)
        tried = spend(grid, climb.trial, climb)
        if tried - cost <= heat * climb.quantiles[_draw(climb.chance, QUANTILES)]:
            cost = tried
            for place in range(len(climb.order)):
                climb.order[place] = climb.trial[place]
            if cost < least:
                least = cost
                for place in range(len(climb.order)):
                    climb.best[place] = climb.trial[place]
    return least


def anneal_order(grid: Grid, climb: Climb, orders: int) -> int:
    """Anneal once from hot to cold, beginning at the best order so far.

    Returns:
        What the best order costs, own work included.
    """
    climb.order[:] = climb.best
    cost = int(spend(grid, climb.best, climb))
    heat = _HOT * cost / max(len(climb.order), 1)
    cooling = (_COLD / _HOT) ** (1 / max(orders, 1))
    return int(climb_down(grid, climb, orders, heat, cooling))
