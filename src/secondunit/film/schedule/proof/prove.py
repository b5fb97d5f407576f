"""A bound of short boards that sees whole days and their order: often the cost of the best board.

The covering in fractions leaves what whole days cost more, who is held between their days, places
that are come back to, and each change of shift. For a short script every day that could be shot is
listed, and every way to divide the scenes into days is gone through that costs little more than
the covering. What is gone through raises the bound step by step, until the cheapest way is found,
which ends it, or the effort is spent.

A board that leaves work dates unused is bounded apart, since such pauses may let people go: it
costs the days it leaves unused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from secondunit.film.schedule.cover.simplex import add_day, make_master, optimise
from secondunit.film.schedule.decoder.arrays import DAY, EITHER, NIGHT, Ints
from secondunit.film.schedule.decoder.encode import work_dates
from secondunit.film.schedule.model import Light, Problem, SceneNeed
from secondunit.film.schedule.proof.order import FAR, Days, make_table
from secondunit.film.schedule.proof.partition import BEST, COMPLETE, Lot, divide, make_stack
from secondunit.film.schedule.proof.whole_days import WholeDay, find_whole_days

_CODE = {Light.DAY: DAY, Light.NIGHT: NIGHT, Light.EITHER: EITHER}
_STEPS = 12
"""The allowance grows by a crew day in so many steps."""
_EFFORT = 120_000_000
"""Steps of work: about five seconds of processor."""
_PIVOTS = 20_000
_PAID = 12
"""People whose waiting is reckoned with: those paid most."""
_WHOLE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Covering:
    """What scenes are worth to the cheapest covering in fractions of days.

    Args:
        worth: By scene.
        more: What a day is worth beside its scenes.
        fewest: Days there must be.
    """

    worth: tuple[int, ...]
    more: int
    fewest: int


@lru_cache(maxsize=16)
def prove(problem: Problem, needs: tuple[SceneNeed, ...]) -> int:
    """No lawful board of these scenes costs less than this, in minor units.

    The same scenes and prices give the same bound on every machine: effort is counted, not timed.

    Args:
        problem: Prices, limits and calendar; it has no past.
        needs: The scenes on the board.

    Returns:
        The bound; 0 where the script is no short one.
    """
    whole = find_whole_days(problem, needs) if needs and not problem.past else None
    if whole is None:
        return 0
    covering = _cover(whole, len(needs))
    places = len({need.location for need in needs})
    base = sum(covering.worth) + covering.more * covering.fewest
    base += places * problem.costs.location_setup.minor
    search = _Search(problem, whole, covering, base)
    found = search.least(waiting=True)
    pause = problem.costs.idle_day.minor
    if base + pause < found:
        found = min(found, search.least(waiting=False) + pause)
    return found


def _cover(whole: Sequence[WholeDay], scenes: int) -> _Covering:
    """The cheapest covering, as worths that no day exceeds."""
    count = _worths(whole, scenes, [_WHOLE] * len(whole), 0)
    fewest = -(-sum(count[:-1]) // _WHOLE)
    prices = [one.price for one in whole]
    *worth, more = _worths(whole, scenes, prices, fewest)
    return _Covering(tuple(worth), more, fewest)


def _worths(
    whole: Sequence[WholeDay], scenes: int, prices: Sequence[int], fewest: int
) -> list[int]:
    """Worth of each scene, and of a day: whole numbers that no day's price is less than."""
    least = np.asarray([*([1] * scenes), fewest], dtype=np.int64)
    master = make_master(least, len(whole), 4 * max(prices))
    held = [[at for at in range(scenes) if one.scenes >> at & 1] for one in whole]
    for rows, price in zip(held, prices, strict=True):
        add_day(master, np.asarray([*rows, scenes], dtype=np.int64), len(rows) + 1, float(price))
    optimise(master, _PIVOTS)
    worth = [max(int(value), 0) for value in np.floor(master.dual).tolist()]
    for rows, price in zip(held, prices, strict=True):
        over = worth[-1] + sum(worth[at] for at in rows) - price
        for row in [*rows, scenes]:
            less = min(max(over, 0), worth[row])
            worth[row], over = worth[row] - less, over - less
    return worth


class _Search:
    """Goes through the ways to divide scenes into days, allowance by allowance."""

    def __init__(
        self, problem: Problem, whole: Sequence[WholeDay], covering: _Covering, base: int
    ) -> None:
        self._problem, self._covering, self._base = problem, covering, base
        scenes = len(covering.worth)
        above = [
            one.price
            - covering.more
            - sum(covering.worth[at] for at in range(scenes) if one.scenes >> at & 1)
            for one in whole
        ]
        rank = _by_scarcity(whole, scenes)
        self._people = _dearest(problem)
        rows = sorted(
            (min(rank[at] for at in range(scenes) if one.scenes >> at & 1), over, index)
            for index, (one, over) in enumerate(zip(whole, above, strict=True))
        )
        self._days = self._arrays([whole[index] for _, _, index in rows], rank)
        self._above = _ints([over for _, over, _ in rows])
        firsts = [first for first, _, _ in rows]
        self._begins = np.searchsorted(firsts, np.arange(scenes + 1)).astype(np.int64)
        lights = {one.light for one in whole if one.scenes.bit_count() == 1}
        self._both = int({Light.DAY, Light.NIGHT} <= lights)
        self._fewest = [_days_of(whole, at, scenes) for at in self._people]

    def least(self, *, waiting: bool) -> int:
        """The least that a board costs, as far as the effort goes.

        Args:
            waiting: Whether people are paid while they wait.
        """
        costs = self._problem.costs
        step = max(costs.crew_day.minor // _STEPS, 1)
        stack, table = make_stack(len(self._covering.worth)), make_table()
        found = np.asarray([FAR, 0, 1], dtype=np.int64)
        allowance = 0
        while True:
            tried = min(allowance + step, int(found[BEST]))
            lot = self._lot(tried, waiting=waiting)
            divide(self._days, lot, (stack, table), (tried, _EFFORT), found)
            if not found[COMPLETE]:
                return self._base + allowance
            if found[BEST] <= tried:
                return self._base + int(found[BEST])
            allowance = tried

    def _lot(self, allowance: int, *, waiting: bool) -> Lot:
        covering, idle = self._covering, 0
        most = covering.fewest + allowance // max(covering.more, 1)
        if waiting:
            idle = _days_off(self._problem, min(most, len(covering.worth)))
        never_let = sum(1 << at for at, days in enumerate(self._fewest) if most - days < idle)
        return Lot(
            begins=self._begins,
            above=self._above,
            fewest=covering.fewest,
            more=covering.more,
            never_let=never_let,
            idle=idle,
            both=self._both,
        )

    def _arrays(self, whole: Sequence[WholeDay], rank: Sequence[int]) -> Days:
        costs, people = self._problem.costs, self._people
        rates = [self._problem.people[at].daily.minor for at in people]
        held = [
            sum(rate for at, rate in enumerate(rates) if some >> at & 1)
            for some in range(1 << len(people))
        ]
        return Days(
            scenes=_ints(
                [
                    sum(1 << rank[at] for at in range(len(rank)) if one.scenes >> at & 1)
                    for one in whole
                ]
            ),
            places=_ints([one.places for one in whole]),
            cast=_ints(
                [
                    sum(1 << to for to, at in enumerate(people) if one.cast >> at & 1)
                    for one in whole
                ]
            ),
            light=_ints([_CODE[one.light] for one in whole]),
            held=_ints(held),
            setup=costs.location_setup.minor,
            switch=costs.shift_switch.minor,
            night=costs.night_premium.minor,
        )


def _by_scarcity(whole: Sequence[WholeDay], scenes: int) -> list[int]:
    """By scene, its turn: those that fewest days hold come first."""
    count = [sum(one.scenes >> at & 1 for one in whole) for at in range(scenes)]
    rank = [0] * scenes
    for turn, at in enumerate(sorted(range(scenes), key=lambda at: (count[at], at))):
        rank[at] = turn
    return rank


def _dearest(problem: Problem) -> list[int]:
    people = range(len(problem.people))
    return sorted(people, key=lambda at: (-problem.people[at].daily.minor, at))[:_PAID]


def _days_of(whole: Sequence[WholeDay], person: int, scenes: int) -> int:
    """Days that somebody works at the least."""
    own = 0
    for one in whole:
        if one.scenes.bit_count() == 1 and one.cast >> person & 1:
            own |= one.scenes
    if not own:
        return 0
    mine = [one for one in whole if not one.scenes & ~own]
    worth = _worths(mine, scenes, [_WHOLE] * len(mine), 0)
    return -(-sum(worth[at] for at in range(scenes) if own >> at & 1) // _WHOLE)


def _days_off(problem: Problem, reach: int) -> int:
    """Shooting days that somebody who is let go does not work, at the least, on a board that
    shoots on the first dates of the calendar, so many of them."""
    calendar, idle = problem.calendar, problem.costs.drop_after_days
    limits = [pack.most_week_days for pack in problem.terms.packs if pack.most_week_days]
    if min(limits, default=7) < len(calendar.work_days):
        return 0
    every = work_dates(calendar)
    dates = [day for day in every if day.isoformat() not in calendar.lost][:reach]
    gaps = (
        back - at - 1
        for at, day in enumerate(dates)
        for back in range(at + 1, len(dates))
        if (dates[back] - day).days - 1 > idle
    )
    return min(gaps, default=reach)


def _ints(values: Sequence[int]) -> Ints:
    return np.asarray(values, dtype=np.int64)
