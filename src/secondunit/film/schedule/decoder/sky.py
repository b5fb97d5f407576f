"""Sun, calls and minors' hours of every date as arrays, and the dates a scene alone can have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from secondunit.film.schedule.decoder.arrays import DAWN, DUSK, NIGHT
from secondunit.film.schedule.hours.dates import absolute, light_window, minor_hours, twilight
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.model import Light, Problem, SceneNeed
from secondunit.film.schedule.rules.terms import Clock, Site

Ints = NDArray[np.int64]
_BOUND = {Twilight.NONE: 1, Twilight.DAWN: DAWN, Twilight.DUSK: DUSK}
_FREE = 1 << 40
"""Minutes that bind nobody."""


@dataclass(frozen=True, slots=True)
class Sky:
    """Arrays by date; see ``decoder.arrays.Tables`` for their shapes."""

    sun: Ints
    call: Ints
    hours: Ints
    rows: dict[str, int]
    kept: bool

    def bound(self, need: SceneNeed) -> int:
        """What of the sky matters to a scene, as in the column BOUND."""
        if not self.kept or need.light is Light.EITHER:
            return 0
        return _BOUND[need.twilight]

    def site_row(self, location: str) -> int:
        """Row of a location in ``sun``."""
        return self.rows.get(location, 0)


def read_sky(problem: Problem, dates: Sequence[date]) -> Sky:
    """Sun, usual calls and minors' hours of every date; without a clock nothing binds."""
    terms, days = problem.terms, [day.isoformat() for day in dates]
    clock, base = terms.clock, terms.base
    hours = np.zeros((max(len(problem.people), 1), len(days), 4), dtype=np.int64)
    hours[:] = (_FREE, _FREE, -_FREE, _FREE)
    if clock is None or base is None:
        midnights = np.asarray([day.toordinal() * 1440 for day in dates], dtype=np.int64)
        call = np.stack([midnights, midnights])
        return Sky(np.zeros((1, 4, len(days), 2), dtype=np.int64), call, hours, {}, kept=False)
    call = np.asarray(
        [
            [absolute(day, c, base.timezone) for day in days]
            for c in (clock.day_call, clock.night_call)
        ],
        dtype=np.int64,
    ).reshape(2, len(days))
    spots = {(base.latitude, base.longitude): 0}
    rows = {}
    sites = [base]
    for site in terms.sites:
        spot = (site.latitude, site.longitude)
        if spot not in spots:
            spots[spot] = len(sites)
            sites.append(site)
        rows[site.location] = spots[spot]
    sun = np.asarray(
        [
            [[_window(clock, site, day, kind) or (1, 0) for day in days] for kind in range(4)]
            for site in sites
        ],
        dtype=np.int64,
    ).reshape(len(sites), 4, len(days), 2)
    holidays = problem.calendar.holidays
    for row, person in zip(hours, problem.people, strict=False):
        if person.minor:
            for at, day in enumerate(days):
                found = minor_hours(terms, person.age_months, day, holidays)
                if found is not None:
                    row[at] = found
    return Sky(sun, call, hours, rows, kept=True)


def _window(clock: Clock, site: Site, day: str, kind: int) -> tuple[int, int] | None:
    """Light of a kind on a date: DAY, NIGHT, DAWN or DUSK."""
    if kind in {DAWN, DUSK}:
        return twilight(site, day, clock.twilight, dusk=kind == DUSK)
    return light_window(site, day, night=kind == NIGHT)


def lone_dates(
    problem: Problem, dates: Sequence[date], sky: Sky
) -> Callable[[SceneNeed], list[bool] | None]:
    """Which dates a scene may have if it stands alone on them, at the usual call.

    Where it is too long for the light of every date, the dates that have light at all.

    Returns:
        A function of a scene; None of it where every date will do.
    """
    clock = problem.terms.clock
    index = {person.cast: at for at, person in enumerate(problem.people)}
    minors = {person.cast for person in problem.people if person.minor}
    known: dict[tuple[object, ...], list[bool]] = {}

    def of(need: SceneNeed) -> list[bool] | None:
        own = tuple(index[cast] for cast in need.cast if cast in minors)
        if clock is None or not sky.kept or not (own or sky.bound(need)):
            return None
        day_only = not problem.rules.minors_at_night and bool(own)
        key = (sky.site_row(need.location), need.light, need.twilight, need.minutes, own, day_only)
        if key not in known:
            shifts = {
                Light.DAY: (0,),
                Light.NIGHT: (1,),
                Light.EITHER: (0,) if day_only else (0, 1),
            }
            grades = [
                max(_grade(clock, need, sky, own, (at, shift)) for shift in shifts[need.light])
                for at in range(len(dates))
            ]
            best = max(max(grades, default=0), 1)
            known[key] = [grade == best for grade in grades]
        return known[key]

    return of


def _grade(
    clock: Clock, need: SceneNeed, sky: Sky, minors: tuple[int, ...], when: tuple[int, int]
) -> int:
    """2 where the scene alone keeps light and hours, 1 where only light runs out, 0 otherwise."""
    at, shift = when
    begin, end, bound = -_FREE, _FREE, sky.bound(need)
    if bound:
        kind = bound if bound >= DAWN else shift
        begin, end = map(int, sky.sun[sky.site_row(need.location), kind, at])
        if begin >= end:
            return 0
    long = bound >= DAWN and _outlasts(clock, need, end - begin)
    call = int(sky.call[shift, at])
    if bound == DAWN:
        call = begin - clock.prepare
    elif not long:
        call = max(call, begin - clock.prepare)
    work = clock.prepare + need.minutes + clock.wrap_up
    work += (work - 1) // clock.meal_within * clock.meal
    if long and bound == DUSK:
        call += max(end - (end - begin) // 10 * 5 - (call + work - clock.wrap_up), 0)
    elif long:
        end = _FREE
    first, last = call + clock.prepare, call + work - clock.wrap_up
    for minor in minors:
        most, place, earliest, latest = map(int, sky.hours[minor, at])
        leaves = last - max(need.minutes - most, 0)
        if first < earliest or leaves > latest or leaves - first > place:
            return 0
    return 2 if last <= end else 1


def _outlasts(clock: Clock, need: SceneNeed, light: int) -> bool:
    """Whether a dawn or dusk scene is longer than its light, or a meal must break it."""
    return need.minutes > min(light, clock.meal_within - clock.prepare)
