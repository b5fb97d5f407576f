"""Search for the board of a problem and put it back into the trade's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from secondunit.core.errors import InputError
from secondunit.core.ids import SceneId
from secondunit.core.money import Money, total
from secondunit.film.schedule import arrays
from secondunit.film.schedule.anneal import anneal, decode
from secondunit.film.schedule.arrays import QUANTILES, Desk, Ints, Plan, Search, new_desk
from secondunit.film.schedule.bound import lower_bound
from secondunit.film.schedule.encode import Encoded, Lost, encode
from secondunit.film.schedule.model import (
    Board,
    CostShare,
    CostTable,
    Problem,
    SceneNeed,
    Shift,
    ShootDay,
)

BY_LOCATION = "by-location"
SCRIPT_ORDER = "script-order"

_HOT = 0.15
_COLD = 0.0015
"""First and last temperature as shares of the starting board's cost for a day."""

_MIX = (10, 5, 5, 20, 20, 20, 15)
"""Of 100 moves: beside a scene of the same place, anywhere, two scenes exchanged, a run moved, two
runs exchanged, days moved, days exchanged; the rest turn days round."""

_MIXER = 0x9E3779B97F4A7C15
_WORD = 1 << 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A board and what could not be put on it.

    Args:
        board: The best board found.
        lost: Scenes that no lawful day exists for.
        crowded_out: Scenes that have lawful days, but found none free in the window.
    """

    board: Board
    lost: tuple[Lost, ...]
    crowded_out: tuple[SceneNeed, ...]


def search_board(
    problem: Problem, *, seed: int, iterations: int, start: Sequence[SceneId] = ()
) -> Outcome:
    """Search for the cheapest lawful board.

    The same problem, seed and length give the same board.

    Args:
        problem: What to schedule.
        seed: Any whole number.
        iterations: Strip orders to try.
        start: An order to begin at; scenes it lacks are put beside others of their place.

    Returns:
        The board with its cost, a lower bound, the costs of the boards people start from, and
        the scenes left out.

    Raises:
        InputError: The window has no work date, or the amounts are in different currencies.
    """
    encoded = encode(problem)
    if not encoded.dates:
        raise InputError(
            f"no date can be shot on from {problem.calendar.start}",
            remedy="Give the calendar work days, or more weeks, in schedule.toml.",
        )
    desk = new_desk(encoded.tables)
    starts = {
        SCRIPT_ORDER: np.arange(len(encoded.scenes), dtype=np.int64),
        BY_LOCATION: _by_location(encoded),
    }
    order = starts[BY_LOCATION]
    if encoded.scenes:
        begins = [*starts.values(), *([_completed(encoded, start)] if start else [])]
        first = min(begins, key=lambda begin: int(decode(encoded.tables, begin, desk)))
        order = _improve(encoded, first, seed, iterations)
    baselines = tuple(
        CostShare(key=key, amount=_money(problem, _price(encoded, begin, desk)))
        for key, begin in starts.items()
    )
    decode(encoded.tables, order, desk)
    return _outcome(problem, encoded, order, desk, (seed, iterations, baselines))


def _by_location(encoded: Encoded) -> Ints:
    """Places in order of first appearance; in a place day, either, night, each in script order."""
    rank = {arrays.DAY: 0, arrays.EITHER: 1, arrays.NIGHT: 2}
    tables = encoded.tables
    order = sorted(
        range(len(encoded.scenes)),
        key=lambda scene: (tables.place[scene], rank[int(tables.light[scene])], scene),
    )
    return np.asarray(order, dtype=np.int64)


def _completed(encoded: Encoded, start: Sequence[SceneId]) -> Ints:
    """An order of all scenes: those of ``start`` as they stand, the rest beside their place."""
    index = {need.scene: scene for scene, need in enumerate(encoded.scenes)}
    order = [index[scene] for scene in start if scene in index]
    held = set(order)
    for scene in range(len(encoded.scenes)):
        if scene not in held:
            place = encoded.tables.place[scene]
            kin = [at for at, other in enumerate(order) if encoded.tables.place[other] == place]
            order.insert(kin[-1] + 1 if kin else len(order), scene)
    return np.asarray(order, dtype=np.int64)


def _price(encoded: Encoded, order: Ints, desk: Desk) -> int:
    """Cost of an order's board, without the penalty for scenes it leaves out."""
    return int(decode(encoded.tables, order, desk) - desk.shares[arrays.LEFT_OUT])


def _improve(encoded: Encoded, first: Ints, seed: int, iterations: int) -> Ints:
    tables, scenes = encoded.tables, len(encoded.scenes)
    desk = new_desk(tables)
    daily = _price(encoded, first, desk) / max(int(desk.days[0]), 1)
    middles = (np.arange(QUANTILES, dtype=np.float64) + 0.5) / QUANTILES
    plan = Plan(
        iterations=iterations,
        hot=_HOT * daily,
        cooling=(_COLD / _HOT) ** (1 / max(iterations, 1)),
        quantiles=-np.log(middles),
        chance=np.asarray([_chance(seed)], dtype=np.uint64),
        mix=np.cumsum(_MIX).astype(np.int64),
    )
    search = Search(
        order=first.copy(),
        trial=first.copy(),
        best=first.copy(),
        starts=np.zeros(scenes + 1, dtype=np.int64),
        days=np.zeros(1, dtype=np.int64),
    )
    anneal(tables, search, desk, plan)
    return search.best


def _chance(seed: int) -> int:
    """A well-mixed word from any seed, never zero: one step of splitmix64."""
    word = (seed + 1) * _MIXER % _WORD
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9 % _WORD
    word = (word ^ (word >> 27)) * 0x94D049BB133111EB % _WORD
    return (word ^ (word >> 31)) or _MIXER


def _outcome(
    problem: Problem,
    encoded: Encoded,
    order: Ints,
    desk: Desk,
    how: tuple[int, int, tuple[CostShare, ...]],
) -> Outcome:
    count = int(desk.days[0])
    held: list[list[SceneNeed]] = [[] for _ in range(count)]
    crowded_out: list[SceneNeed] = []
    for scene, day in zip(order.tolist(), desk.day_of.tolist(), strict=False):
        (held[day] if day >= 0 else crowded_out).append(encoded.scenes[scene])
    shifts = _choose_shifts(desk.need_of[:count].tolist(), problem.costs)
    place = {need.scene: index for index, need in enumerate(problem.scenes)}
    days = tuple(
        ShootDay(
            number=day + 1,
            date=encoded.dates[int(desk.date_of[day])].isoformat(),
            shift=shifts[day],
            scenes=tuple(n.scene for n in _arranged(held, day, place)),
        )
        for day in range(count)
    )
    on_board = [need for scenes in held for need in scenes]
    left_out = [lost.need for lost in encoded.lost] + crowded_out
    shares = _shares(problem, desk, shifts)
    seed, iterations, baselines = how
    board = Board(
        days=days,
        cost=total((share.amount for share in shares), problem.costs.crew_day.currency),
        shares=shares,
        lower_bound=lower_bound(problem, on_board),
        boneyard=tuple(sorted((need.scene for need in left_out), key=place.__getitem__)),
        seed=seed,
        iterations=iterations,
        baselines=baselines,
    )
    crowded_out.sort(key=lambda need: place[need.scene])
    return Outcome(board=board, lost=encoded.lost, crowded_out=tuple(crowded_out))


def _choose_shifts(needs: Sequence[int], costs: CostTable) -> list[Shift]:
    """The cheapest shift of each day that needs neither light; a day shift where it is equal."""
    night, switch = costs.night_premium.minor, costs.shift_switch.minor
    open_to = {
        arrays.DAY: (Shift.DAY,),
        arrays.NIGHT: (Shift.NIGHT,),
        arrays.EITHER: (Shift.DAY, Shift.NIGHT),
    }
    rows: dict[Shift, tuple[int, list[Shift]]] = {}
    for need in needs:
        rows = {
            shift: min(
                (
                    (
                        cost + (switch if past and past[-1] is not shift else 0) + premium,
                        [*past, shift],
                    )
                    for cost, past in (rows.values() or [(0, [])])
                ),
                key=lambda row: row[0],
            )
            for shift in open_to[need]
            for premium in [night if shift is Shift.NIGHT else 0]
        }
    return min(rows.values(), key=lambda row: row[0])[1] if rows else []


def _arranged(held: list[list[SceneNeed]], day: int, place: dict[SceneId, int]) -> list[SceneNeed]:
    """A day's scenes in shooting order: place by place, set by set, else as in the script.

    A place kept from the day before comes first, one kept for the next day last: the company
    moves, but does not move back.
    """
    today = sorted(held[day], key=lambda need: place[need.scene])
    before = {need.location for need in held[day - 1]} if day else set()
    after = {need.location for need in held[day + 1]} if day + 1 < len(held) else set()
    first: dict[tuple[str, str], int] = {}
    for need in today:
        first.setdefault((need.location, ""), place[need.scene])
        first.setdefault((need.location, need.set), place[need.scene])
    return sorted(
        today,
        key=lambda need: (
            (need.location in after) - (need.location in before),
            first[need.location, ""],
            first[need.location, need.set],
            place[need.scene],
        ),
    )


def _shares(problem: Problem, desk: Desk, shifts: Sequence[Shift]) -> tuple[CostShare, ...]:
    costs, cells = problem.costs, desk.shares.tolist()
    nights = sum(shift is Shift.NIGHT for shift in shifts)
    switches = sum(one is not next_one for one, next_one in pairwise(shifts))
    amounts = {
        "crew": cells[arrays.CREW],
        "night": nights * costs.night_premium.minor,
        "location": cells[arrays.LOCATION],
        "move": cells[arrays.MOVE],
        "setup": cells[arrays.SETUP],
        "switch": switches * costs.shift_switch.minor,
        "team": cells[arrays.TEAM],
        "cast": cells[arrays.CAST],
    }
    return tuple(
        CostShare(key=key, amount=_money(problem, int(amount))) for key, amount in amounts.items()
    )


def _money(problem: Problem, minor: int) -> Money:
    return Money(minor=minor, currency=problem.costs.crew_day.currency)
