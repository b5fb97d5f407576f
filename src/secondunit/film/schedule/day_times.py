"""The hours of a shooting day, derived from the board: call, shots, meals, wrap, sun.

What call sheets and reports print. Each time follows from the day's call (a decision), the lengths
of its scenes and the production's clock, by the rules below; nothing is kept twice.

1. Work begins at call; the first shot comes ``prepare`` later, wrap ``wrap_up`` after the last.
2. Scenes follow in the day's order; between two locations lies a ``move``.
3. A meal begins within ``meal_within`` of call or of the last meal's end: where something ends in
   the hour before, if no further meal will be due, else it breaks what is being shot.
4. Where nobody set a call: the usual one of the shift, later where light comes later; for a dawn
   scene so that it begins at first light, for a dusk scene so late that it falls due.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondunit.core.ids import SceneId
from secondunit.film.schedule.hours.dates import (
    absolute,
    light_window,
    local_time,
    read_time,
    twilight,
)
from secondunit.film.schedule.hours.sun import Twilight, sun_times
from secondunit.film.schedule.model import (
    Light,
    Problem,
    SceneNeed,
    Shift,
    ShootDay,
)
from secondunit.film.schedule.rules.terms import Clock

_LATE = 60
"""A meal may begin this many minutes before it must."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneTimes:
    """When a scene is shot, in absolute minutes (since 1970-01-01 00:00 UTC)."""

    scene: SceneId
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTimes:
    """The hours of one shooting day, in absolute minutes.

    Args:
        call: Crew call.
        scenes: In shooting order.
        meals: Begin and end of each.
        wrap: When the crew goes home.
        sunrise: At the day's first location; None in polar night or under the midnight sun.
        sunset: Likewise.
        zone: IANA time zone of the unit; ``local`` puts a minute into it.
    """

    call: int
    scenes: tuple[SceneTimes, ...]
    meals: tuple[tuple[int, int], ...]
    wrap: int
    sunrise: int | None
    sunset: int | None
    zone: str

    def local(self, minute: int) -> str:
        """A minute by the unit's wall clock: ``2027-01-11T07:00-08:00``."""
        return local_time(minute, self.zone)

    def presence(self, needs: Mapping[SceneId, SceneNeed], cast: int) -> tuple[int, int] | None:
        """First and last minute a cast id is before the camera; None when they do not play."""
        own = [row for row in self.scenes if cast in needs[row.scene].cast]
        return (own[0].start, own[-1].end) if own else None


def times_of(problem: Problem, day: ShootDay) -> DayTimes | None:
    """The hours of a day; None where the production keeps no clock.

    Raises:
        KeyError: The day holds a scene the problem does not know.
        ValueError: Its date, call or meal cannot be read.
    """
    clock, base = problem.terms.clock_of(day.unit_name), problem.terms.base
    if clock is None or base is None:
        return None
    known = {need.scene: need for need in problem.scenes}
    needs = [known[scene] for scene in day.scenes]
    call = read_time(day.call) if day.call else usual_call(problem, day, needs)
    meal = read_time(day.meal) if day.meal else None
    scenes, meals = lay_out(clock, needs, call, meal)
    site = problem.terms.site_of(needs[0].location) if needs else base
    place = site or base
    wrap = call + day_length(clock, needs)
    if day.meal and scenes:
        wrap = max(wrap, scenes[-1].end + clock.wrap_up)
    sun = sun_times(day.date, place.latitude, place.longitude)
    return DayTimes(
        call=call,
        scenes=scenes,
        meals=meals,
        wrap=wrap,
        sunrise=sun.sunrise,
        sunset=sun.sunset,
        zone=base.timezone,
    )


def board_times(problem: Problem, days: Sequence[ShootDay]) -> tuple[DayTimes, ...]:
    """The hours of each day; empty where the production keeps no clock."""
    found = [times_of(problem, day) for day in days]
    return tuple(times for times in found if times is not None)


def usual_call(problem: Problem, day: ShootDay, needs: Sequence[SceneNeed]) -> int:
    """The call of a day nobody set one for: the usual one, later where light comes later."""
    clock, base = problem.terms.clock_of(day.unit_name) or Clock(), problem.terms.base
    zone = base.timezone if base else "UTC"
    night = day.shift is Shift.NIGHT
    call = absolute(day.date, clock.night_call if night else clock.day_call, zone)
    for need in needs:
        site = problem.terms.site_of(need.location)
        if need.light is not Light.EITHER and site is not None and not need.twilight:
            window = light_window(site, day.date, night=night)
            call = max(call, window[0] - clock.prepare) if window else call
    if not night and any(need.twilight for need in needs):
        return call + _twilight_shift(problem, clock, day, needs, call)
    return call


def _twilight_shift(
    problem: Problem, clock: Clock, day: ShootDay, needs: Sequence[SceneNeed], call: int
) -> int:
    """Minutes from a call to the one at which dawn and dusk scenes of the day fall due."""
    rows, _ = lay_out(clock, needs, call)
    waits = [0]
    for need, row in zip(needs, rows, strict=True):
        window = twilight_of_site(problem, need, day.date)
        if window is None:
            continue
        if need.twilight is Twilight.DAWN:
            return window[0] - row.start
        long = _outlasts(clock, need, window)
        half = window[1] - (window[1] - window[0]) // 10 * 5
        waits.append(half - row.end if long else window[0] - row.start)
    return max(waits)


def twilight_of_site(problem: Problem, need: SceneNeed, date: str) -> tuple[int, int] | None:
    """First and last minute of the dawn or dusk a scene plays in; None where there is none."""
    site, clock = problem.terms.site_of(need.location), problem.terms.clock
    if site is None or clock is None or not need.twilight:
        return None
    return twilight(site, date, clock.twilight, dusk=need.twilight is Twilight.DUSK)


def keeps_twilight(clock: Clock, need: SceneNeed, window: tuple[int, int], row: SceneTimes) -> bool:
    """Whether a dawn or dusk scene has its light; one that is longer takes half of it or more."""
    if not _outlasts(clock, need, window):
        return window[0] <= row.start and row.end <= window[1]
    half = (window[1] - window[0]) // 10 * 5
    if need.twilight is Twilight.DAWN:
        return window[0] <= row.start <= window[0] + half
    return window[1] - half <= row.end <= window[1]


def _outlasts(clock: Clock, need: SceneNeed, window: tuple[int, int]) -> bool:
    return need.minutes > min(window[1] - window[0], clock.meal_within - clock.prepare)


def day_length(clock: Clock, needs: Sequence[SceneNeed]) -> int:
    """Minutes from call to wrap."""
    moves = sum(one.location != two.location for one, two in pairwise(needs))
    work = clock.prepare + sum(need.minutes for need in needs) + moves * clock.move + clock.wrap_up
    return work + max(work - 1, 0) // clock.meal_within * clock.meal


def lay_out(
    clock: Clock, needs: Sequence[SceneNeed], call: int, meal: int | None = None
) -> tuple[tuple[SceneTimes, ...], tuple[tuple[int, int], ...]]:
    """Times of scenes and meals.

    Args:
        clock: Of the production.
        needs: Scenes in shooting order.
        call: Absolute minute.
        meal: Where a person set the first meal, its minute.
    """
    left = clock.wrap_up + sum(need.minutes for need in needs)
    left += clock.move * sum(one.location != two.location for one, two in pairwise(needs))
    now, due = call + clock.prepare, call + clock.meal_within
    if meal is not None:
        due = max(meal, now)
    scenes: list[SceneTimes] = []
    meals: list[tuple[int, int]] = []
    for need, work in _parts(clock, needs):
        early = meal is None and now > due - _LATE and left <= clock.meal_within
        if now + left > due and (now >= due or early):
            meals.append((now, now + clock.meal))
            now, meal = now + clock.meal, None
            due = now + clock.meal_within
        start, rest = now, work
        while now + rest > due:
            rest, left = rest - (due - now), left - (due - now)
            meals.append((due, due + clock.meal))
            now, meal = due + clock.meal, None
            due = now + clock.meal_within
        now, left = now + rest, left - rest
        if need is not None:
            scenes.append(SceneTimes(scene=need.scene, start=start, end=now))
    if now + left > due:
        meals.append((now, now + clock.meal))
    return tuple(scenes), tuple(meals)


def _parts(clock: Clock, needs: Sequence[SceneNeed]) -> Iterator[tuple[SceneNeed | None, int]]:
    """Moves and scenes in turn, with their minutes."""
    before: SceneNeed | None = None
    for need in needs:
        if before is not None and before.location != need.location:
            yield None, clock.move
        yield need, need.minutes
        before = need
