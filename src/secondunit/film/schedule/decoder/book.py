"""What the decoder reads for each scene and date, put together in few arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from secondunit.core.ids import SceneId
from secondunit.film.schedule.decoder.arrays import NEVER, Ints
from secondunit.film.schedule.decoder.sky import Sky
from secondunit.film.schedule.model import Problem, SceneNeed
from secondunit.film.schedule.rules.terms import Covers


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A board to stay near to.

    Args:
        dates: ISO date of each of its scenes.
        moved: What a strip on another date weighs beside money, in minor units.
        day: What each shooting day weighs beside its cost.
        hold: No strip comes before its old date.
    """

    dates: Mapping[SceneId, str]
    moved: int = 0
    day: int = 0
    hold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What was worked out for the scenes already.

    Args:
        sky: Sun, calls and minors' hours.
        near: A board to stay near to.
        lights: By scene.
        places: By scene.
        open: ``(scenes, dates + 1)``, as ``Tables.next_open``.
    """

    sky: Sky
    near: Near | None
    lights: Sequence[int]
    places: Sequence[int]
    open: Ints


def read_book(
    problem: Problem, scenes: Sequence[SceneNeed], dates: Sequence[date], columns: Columns
) -> Ints:
    """Put a problem into the decoder's arrays; their shapes are told there."""
    lists: list[int] = []
    rows = []
    index = {need.scene: at for at, need in enumerate(scenes)}
    people = {person.cast: at for at, person in enumerate(problem.people)}
    minors = {person.cast for person in problem.people if person.minor}
    before = _before(problem, index)
    old = columns.near.dates if columns.near else {}
    day_index = {day.isoformat(): at for at, day in enumerate(dates)}
    for at, need in enumerate(scenes):
        minor_at = len(lists)
        lists += [people[cast] for cast in need.cast if cast in minors]
        before_at = len(lists)
        lists += before.get(at, [])
        rows.append(
            [
                need.eighths,
                columns.places[at],
                columns.lights[at],
                need.minutes,
                columns.sky.bound(need),
                columns.sky.site_row(need.location),
                day_index.get(old.get(need.scene, ""), -1),
                minor_at,
                before_at,
                before_at,
                len(lists),
            ]
        )
    lost = {day for day in dates if day.isoformat() in problem.calendar.lost}
    usable = np.cumsum([0, *(day not in lost for day in dates)]).tolist()
    days = [
        [day.toordinal(), (day.toordinal() - 1) // 7, *calls, before]
        for day, calls, before in zip(dates, columns.sky.call.T.tolist(), usable, strict=False)
    ]
    parts = [
        _ints(lists),
        _ints(days).ravel(),
        columns.sky.sun.ravel(),
        columns.sky.hours.ravel(),
        columns.open.ravel(),
        _ints(rows).ravel(),
    ]
    head = [*_limits(problem, columns.near), len(dates)]
    ends = np.cumsum([len(head) + len(parts), *(len(part) for part in parts)])
    return np.concatenate([_ints(head), ends[:-1].astype(np.int64), *parts])


def premiums(problem: Problem) -> tuple[int, int]:
    """What a sixth and a seventh day of a week add to a crew day, in minor units."""
    pack, crew = problem.terms.pack(Covers.CREW), problem.costs.crew_day.minor
    if pack is None:
        return 0, 0
    return crew * pack.sixth_day_percent // 100, crew * pack.seventh_day_percent // 100


def _before(problem: Problem, index: Mapping[SceneId, int]) -> dict[int, list[int]]:
    """By scene, pairs of a scene that must come before it and the days between."""
    found: dict[int, list[int]] = {}
    for row in problem.terms.before:
        if row.first in index and row.then in index:
            found.setdefault(index[row.then], []).extend((index[row.first], row.days))
    return found


def _limits(problem: Problem, near: Near | None) -> list[int]:
    """The clock, the longest rest anybody must have, weights, capacities, prices; in order."""
    costs, rules = problem.costs, problem.rules
    return [
        *_clock(problem),
        *premiums(problem),
        *((near.moved, near.day) if near else (0, 0)),
        rules.day_eighths,
        rules.locations_per_day,
        rules.minor_day_eighths,
        costs.crew_day.minor,
        costs.night_premium.minor,
        costs.location_day.minor,
        costs.company_move.minor,
        costs.location_setup.minor,
        costs.shift_switch.minor,
        costs.idle_day.minor,
    ]


def _clock(problem: Problem) -> list[int]:
    clock, packs = problem.terms.clock, problem.terms.packs
    most = [pack.most_week_days for pack in packs if pack.most_week_days]
    if clock is None:
        return [0, 0, 0, 0, NEVER, NEVER, NEVER, 0, 0, 0, min(most, default=7)]
    return [
        clock.prepare,
        clock.wrap_up,
        clock.move,
        clock.meal,
        clock.meal_within,
        clock.longest_day,
        clock.latest_push,
        max((pack.daily_rest for pack in packs), default=0),
        max((pack.weekly_rest for pack in packs), default=0),
        max((pack.weekly_rest_six for pack in packs), default=0),
        min(most, default=7),
    ]


def _ints(values: list[int] | list[list[int]]) -> Ints:
    return np.asarray(values, dtype=np.int64)
