"""The cheapest order by dynamic programming over sets of blocks, compiled.

What a set of blocks shot first has cost in waiting depends on the set and not on the order within
it but for the best such order, so the sets of each size form a layer and only the best way to each
set is kept. A set is dropped when even the waiting that must still come cannot beat the best order
known. Two rules leave out blocks that need not be shot next:

1. A block that needs exactly the performers who are open (begun, not finished) goes next.
2. A block does not go before another whose cast contains its own and adds only open performers.

The waiting still to come: of two open performers one finishes last and waits through the blocks
of the other; each block is shared equally among the open performers in it, so that no waiting is
counted twice, and the cheaper of the two finishes is summed over all open pairs.

Source: Garcia de la Banda, Stuckey and Chu (2011); Qin, Zhang, Lim and Liang, An enhanced
branch-and-bound algorithm for the talent scheduling problem (2016).
"""

from __future__ import annotations

import numpy as np

from secondunit.film.schedule.decoder.arrays import Floats
from secondunit.film.schedule.decoder.compiled import compiled
from secondunit.film.schedule.talent.grid import Grid, Layer

_SLACK = 1e-9
"""Share of a bound given away to rounding."""


@compiled
def _count(word: int) -> int:
    members = 0
    while word:
        word &= word - 1
        members += 1
    return members


@compiled
def _open_players(grid: Grid, shot: int) -> int:
    """The set of performers with blocks both in the set and outside it."""
    found = 0
    for player in range(len(grid.rate)):
        plays = grid.plays[player]
        if plays & shot and plays & ~shot:
            found |= 1 << player
    return found


@compiled
def _pay(grid: Grid, players: int) -> int:
    """Rates of a set of performers."""
    total, player = 0, 0
    while players:
        if players & 1:
            total += grid.rate[player]
        players >>= 1
        player += 1
    return total


@compiled
def _still_to_wait(grid: Grid, rest: int, waiting: int, shares: Floats) -> float:
    """Waiting of open performers that no order of the remaining blocks can avoid.

    Args:
        grid: The problem.
        rest: The set of remaining blocks.
        waiting: The set of open performers.
        shares: Square work table of performers.
    """
    members = np.empty(len(grid.rate), dtype=np.int64)
    count = 0
    for player in range(len(grid.rate)):
        if waiting >> player & 1:
            members[count] = player
            count += 1
    for one in range(count):
        for other in range(count):
            shares[one, other] = 0.0
    for block in range(len(grid.duration)):
        inside = grid.cast[block] & waiting
        if not rest >> block & 1 or inside in (0, waiting):
            continue
        share = grid.duration[block] / _count(inside)
        for one in range(count):
            if inside >> members[one] & 1:
                for other in range(count):
                    if not inside >> members[other] & 1:
                        shares[one, other] += share
    total = 0.0
    for one in range(count):
        for other in range(one):
            total += min(
                grid.rate[members[other]] * shares[one, other],
                grid.rate[members[one]] * shares[other, one],
            )
    return total * (1.0 - _SLACK)


@compiled
def _may_be_next(grid: Grid, rest: int, waiting: int, block: int) -> bool:
    """False when another remaining block may as well go before this one (rule 2)."""
    cast = grid.cast[block]
    for other in range(len(grid.duration)):
        if rest >> other & 1 and other != block:
            larger = grid.cast[other]
            if larger & cast == cast and larger & ~(waiting | cast) == 0:
                return False
    return True


@compiled
def _find(layer: Layer, shot: int) -> int:
    """The slot of a set: its own, or the free one where it belongs."""
    mask = len(layer.slots) - 1
    word = shot ^ (shot >> 31)
    word = (word * 0x9E3779B97F4A7C1) & 0x7FFFFFFFFFFFFFFF
    slot = (word ^ (word >> 29)) & mask
    while layer.slots[slot] >= 0 and layer.shot[layer.slots[slot]] != shot:
        slot = (slot + 1) & mask
    return slot


@compiled
def rehash(layer: Layer) -> None:
    """Fill the slots of a layer that was copied into larger arrays."""
    layer.slots[:] = -1
    for index in range(layer.size[0]):
        layer.slots[_find(layer, layer.shot[index])] = index


@compiled
def _reach(
    grid: Grid, source: tuple[Layer, int, int], target: Layer, block: int, best: int
) -> None:
    """Add a set and one block to the next layer, unless it cannot beat the best known."""
    layer, index, waiting = source
    shot = layer.shot[index] | (1 << block)
    spent = layer.waiting[index] + grid.duration[block] * _pay(grid, waiting & ~grid.cast[block])
    if spent >= best:
        return
    slot = _find(target, shot)
    entry = target.slots[slot]
    if entry >= 0:
        if spent < target.waiting[entry]:
            target.low[entry] += spent - target.waiting[entry]
            target.waiting[entry] = spent
            target.parent[entry] = index
            target.last[entry] = block
        return
    full = (1 << len(grid.duration)) - 1
    shares = np.empty((len(grid.rate), len(grid.rate)), dtype=np.float64)
    to_come = _still_to_wait(grid, full & ~shot, _open_players(grid, shot), shares)
    if to_come > best - spent - 1 + _SLACK:
        return
    entry = target.size[0]
    target.size[0] += 1
    target.slots[slot] = entry
    target.shot[entry] = shot
    target.waiting[entry] = spent
    target.low[entry] = max(spent + to_come, layer.low[index])
    target.parent[entry] = index
    target.last[entry] = block


@compiled
def advance(grid: Grid, layer: Layer, target: Layer, span: tuple[int, int], best: int) -> int:
    """Reach the next layer from some sets of this one.

    Args:
        grid: The problem, its sets in words.
        layer: Sets of one size.
        target: Sets of one block more; added to.
        span: First index into ``layer``, and one past the last.
        best: Waiting of the best order known; only less is looked for.

    Returns:
        The first index not dealt with: short of the end when ``target`` has no more room.
    """
    blocks = len(grid.duration)
    full = (1 << blocks) - 1
    for index in range(span[0], span[1]):
        if target.size[0] + blocks > len(target.shot):
            return index
        if layer.low[index] > best - 1 + _SLACK:
            continue
        shot = layer.shot[index]
        rest = full & ~shot
        waiting = _open_players(grid, shot)
        source = (layer, index, waiting)
        forced = -1
        for block in range(blocks):
            if rest >> block & 1 and grid.cast[block] == waiting:
                forced = block
        if forced >= 0:
            _reach(grid, source, target, forced, best)
            continue
        for block in range(blocks):
            if rest >> block & 1 and _may_be_next(grid, rest, waiting, block):
                _reach(grid, source, target, block, best)
    return span[1]
