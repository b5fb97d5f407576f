"""A reduced problem and a search through it as arrays: what compiled code reads and writes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from secondunit.film.schedule.decoder.arrays import Floats, Ints
from secondunit.film.schedule.talent.reduce import Reduced

MOST_BITS = 62
"""Blocks and performers that fit in one word as a set."""


class Grid(NamedTuple):
    """A reduced problem; sets are words with a bit for each member.

    Args:
        duration: By block.
        rate: By performer.
        cast: By block: the set of performers; zeros where there are more than MOST_BITS.
        plays: By performer: the set of blocks; zeros likewise.
        cast_at: First index into ``players`` by block, and one past the last block.
        players: Performers of each block in turn.
    """

    duration: Ints
    rate: Ints
    cast: Ints
    plays: Ints
    cast_at: Ints
    players: Ints

    def fits_words(self) -> bool:
        """True when sets of blocks and of performers fit in a word."""
        return max(len(self.duration), len(self.rate)) <= MOST_BITS


def make_grid(reduced: Reduced) -> Grid:
    """Lay a reduced problem out as arrays."""
    blocks, players = len(reduced.durations), len(reduced.rates)
    cast, plays = [0] * blocks, [0] * players
    if max(blocks, players) <= MOST_BITS:
        for block, members in enumerate(reduced.casts):
            for player in members:
                cast[block] |= 1 << player
                plays[player] |= 1 << block
    starts = [0]
    for members in reduced.casts:
        starts.append(starts[-1] + len(members))
    return Grid(
        duration=np.asarray(reduced.durations, dtype=np.int64),
        rate=np.asarray(reduced.rates, dtype=np.int64),
        cast=np.asarray(cast, dtype=np.int64),
        plays=np.asarray(plays, dtype=np.int64),
        cast_at=np.asarray(starts, dtype=np.int64),
        players=np.asarray([p for cast in reduced.casts for p in cast], dtype=np.int64),
    )


class Layer(NamedTuple):
    """Sets of blocks shot first, all of one size, each with the least waiting that reaches it.

    Args:
        shot: The sets.
        waiting: Least waiting of any order of each set, given that the others follow.
        low: Waiting that no order beginning with the set goes below.
        parent: Index into the layer before of the set without the last block.
        last: The last block.
        slots: Open-addressed hash table of indices into the arrays above, -1 where free; its
            size is a power of two, at least twice theirs.
        size: One cell: how many sets.
    """

    shot: Ints
    waiting: Ints
    low: Floats
    parent: Ints
    last: Ints
    slots: Ints
    size: Ints


def make_layer(room: int) -> Layer:
    """An empty layer.

    Args:
        room: Sets it can hold, a power of two.
    """

    def cells() -> Ints:
        return np.zeros(room, dtype=np.int64)

    return Layer(
        shot=cells(),
        waiting=cells(),
        low=np.zeros(room, dtype=np.float64),
        parent=cells(),
        last=cells(),
        slots=np.full(2 * room, -1, dtype=np.int64),
        size=np.zeros(1, dtype=np.int64),
    )
