"""Search for the board of a problem and put it back into the trade's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

import numpy as np

from secondunit.core.errors import InputError
from secondunit.core.ids import SceneId
from secondunit.core.money import Money, total
from secondunit.film.schedule.bound import closest_bound
from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import (
    QUANTILES,
    Desk,
    Ints,
    Plan,
    new_desk,
    new_search,
)
from secondunit.film.schedule.decoder.book import Near
from secondunit.film.schedule.decoder.decode import decode
from secondunit.film.schedule.decoder.encode import Encoded, Lost, encode
from secondunit.film.schedule.decoder.outcome import Decoded, drops_of, read_desk
from secondunit.film.schedule.model import Board, CostShare, Problem, SceneNeed
from secondunit.film.schedule.search.anneal import anneal
from secondunit.film.schedule.search.starts import by_location, completed, in_script_order, mended

BY_LOCATION = "by-location"
SCRIPT_ORDER = "script-order"

_HOT = 0.15
_COLD = 0.0015
"""First and last temperature as shares of the starting board's cost for a day."""

_MIX = (10, 5, 5, 20, 20, 20, 15)
"""Of 100 moves: beside a scene of the same place, anywhere, two scenes exchanged, a run moved, two
runs exchanged, days moved, days exchanged; the rest turn days round."""

_LEAST_RUNS, _RUNS, _RUN_SCENES = 2, 8, 300
"""A script is annealed anew at least twice, a short one more often, so long as the runs together
have no more scenes than these: one long run may settle beside the best board, several seldom all
do, and two run side by side."""

_MIXER = 0x9E3779B97F4A7C15
_WORD = 1 << 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A board and what could not be put on it.

    Args:
        board: The best board found.
        lost: Scenes that no lawful day exists for.
        crowded_out: Scenes that have lawful days, but found none free in the window.
        within: The part of the problem that a scene was searched in, where there are units.
        alone: The board of the main unit alone, where there are others.
        dearer: The board with the other units, where it was weighed and not taken.
    """

    board: Board
    lost: tuple[Lost, ...]
    crowded_out: tuple[SceneNeed, ...]
    within: Mapping[SceneId, Problem] = field(default_factory=dict)
    alone: Board | None = None
    dearer: Board | None = None


def search_board(
    problem: Problem,
    *,
    seed: int,
    iterations: int,
    start: Sequence[SceneId] = (),
    near: Near | None = None,
    bounded: bool = True,
) -> Outcome:
    """Search for the cheapest lawful board of one unit.

    The same problem, seed and length give the same board.

    Args:
        problem: What to schedule.
        seed: Any whole number.
        iterations: Strip orders to try.
        start: An order to begin at; scenes it lacks are put beside others of their place.
        near: A board to stay near to; the search then begins at ``start`` alone.
        bounded: Reckon the lower bound; else it is left at nothing.

    Returns:
        The board with its cost, a lower bound, the costs of the boards people start from, and
        the scenes left out.

    Raises:
        InputError: The window has no work date, or the amounts are in different currencies.
    """
    encoded = encode(problem, near)
    if not encoded.dates:
        raise InputError(
            f"no date can be shot on from {problem.calendar.start}",
            remedy="Give the calendar work days, or more weeks, in schedule.toml.",
        )
    desk = new_desk(encoded.tables)
    bases = {SCRIPT_ORDER: in_script_order(encoded), BY_LOCATION: by_location(encoded)}
    bases = {key: mended(encoded, order, desk) for key, order in bases.items()}
    order = bases[BY_LOCATION]
    if encoded.scenes:
        own = [mended(encoded, completed(encoded, start), desk)] if start else []
        begins = own if near is not None and own else [*bases.values(), *own]
        first = min(begins, key=lambda begin: int(decode(encoded.tables, begin, desk)))
        order = _improve(encoded, first, seed, iterations)
    baselines = tuple(
        CostShare(key=key, amount=_money(problem, _price(encoded, begin, desk)))
        for key, begin in bases.items()
    )
    decode(encoded.tables, order, desk)
    found = _outcome(
        problem, encoded, read_desk(problem, encoded, order, desk), (seed, iterations, baselines)
    )
    if not bounded:
        return found
    left_out = set(found.board.boneyard)
    bound = closest_bound(problem, [n for n in problem.scenes if n.scene not in left_out])
    return replace(found, board=replace(found.board, lower_bound=bound))


def _outcome(
    problem: Problem,
    encoded: Encoded,
    decoded: Decoded,
    how: tuple[int, int, tuple[CostShare, ...]],
) -> Outcome:
    seed, iterations, baselines = how
    left_out = {lost.need.scene for lost in encoded.lost}
    left_out |= {need.scene for need in decoded.crowded_out}
    board = Board(
        days=decoded.days,
        cost=total((share.amount for share in decoded.shares), problem.costs.crew_day.currency),
        shares=decoded.shares,
        lower_bound=Money(minor=0, currency=problem.costs.crew_day.currency),
        boneyard=tuple(need.scene for need in problem.scenes if need.scene in left_out),
        seed=seed,
        iterations=iterations,
        baselines=baselines,
    )
    return Outcome(
        board=replace(board, drops=drops_of(problem, board)),
        lost=encoded.lost,
        crowded_out=decoded.crowded_out,
    )


def _price(encoded: Encoded, order: Ints, desk: Desk) -> int:
    """Cost of an order's board, without the penalty for scenes it leaves out."""
    cost = decode(encoded.tables, order, desk)
    return int(cost - desk.shares[arrays.LEFT_OUT] - desk.shares[arrays.CHANGE])


def _improve(encoded: Encoded, first: Ints, seed: int, iterations: int) -> Ints:
    """The best of several runs, each with a generator of its own, two at a time."""
    desk = new_desk(encoded.tables)
    daily = _price(encoded, first, desk) / max(int(desk.days[0]), 1)
    runs = max(_LEAST_RUNS, min(_RUNS, _RUN_SCENES // max(len(encoded.scenes), 1)))
    orders = -(-iterations // runs)
    middles = (np.arange(QUANTILES, dtype=np.float64) + 0.5) / QUANTILES
    cooling = (_COLD / _HOT) ** (1 / max(orders, 1))

    def run(number: int) -> tuple[int, int, Ints]:
        plan = Plan(
            iterations=orders,
            hot=_HOT * daily,
            cooling=cooling,
            quantiles=-np.log(middles),
            chance=np.asarray([_chance(seed * _RUNS + number)], dtype=np.uint64),
            mix=np.cumsum(_MIX).astype(np.int64),
        )
        search = new_search(encoded.tables, first)
        cost = int(anneal(encoded.tables, search, new_desk(encoded.tables), plan))
        return cost, number, search.best

    with ThreadPoolExecutor(max_workers=_LEAST_RUNS) as pool:
        return min(pool.map(run, range(runs)), key=lambda found: found[:2])[2]


def _chance(seed: int) -> int:
    """A well-mixed word from any seed, never zero: one step of splitmix64."""
    word = (seed + 1) * _MIXER % _WORD
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9 % _WORD
    word = (word ^ (word >> 27)) * 0x94D049BB133111EB % _WORD
    return (word ^ (word >> 31)) or _MIXER


def _money(problem: Problem, minor: int) -> Money:
    return Money(minor=minor, currency=problem.costs.crew_day.currency)
