"""What a board makes people do, hour by hour: the checker's own reckoning, from strips alone.

Times are aware datetimes in UTC, so that rest over a change of clocks is what it really is.
Nothing here is shared with the search, its decoder, or the times that sheets print.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from secondunit.core.ids import SceneId
from secondunit.film.schedule.checking.sides import sides_of
from secondunit.film.schedule.hours.sun import Twilight, day_window, night_window, twilight_window
from secondunit.film.schedule.model import (
    Light,
    Problem,
    SceneNeed,
    Shift,
    ShootDay,
)
from secondunit.film.schedule.rules.terms import Clock, Site

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One shooting day as it goes.

    Args:
        day: The day of the board.
        call: Crew call.
        wrap: Crew wrap.
        shots: Scenes in turn with begin and end.
        meals: Begins of the meals.
    """

    day: ShootDay
    call: datetime
    wrap: datetime
    shots: tuple[tuple[SceneNeed, Span], ...]
    meals: tuple[datetime, ...]

    def own(self, cast: int) -> tuple[tuple[SceneNeed, Span], ...]:
        """The scenes a cast id plays in."""
        return tuple(shot for shot in self.shots if cast in shot[0].cast)


def wall(zone: str, day: str, minute: int) -> datetime:
    """A wall-clock time of a date, as an instant."""
    local = date.fromisoformat(day) + timedelta(days=minute // 1440)
    hour, rest = divmod(minute % 1440, 60)
    found = datetime(local.year, local.month, local.day, hour, rest, tzinfo=ZoneInfo(zone))
    return found.astimezone(UTC)


def light(site: Site, day: ShootDay) -> Span | None:
    """Daylight of a day shift, dark of a night shift; None where there is none."""
    at = (day.date, site.latitude, site.longitude)
    window = night_window(*at) if day.shift is Shift.NIGHT else day_window(*at)
    if window is None:
        return None
    start, end = (datetime.fromtimestamp(minute * 60, tz=UTC) for minute in window)
    middle = start + (end - start) / 2
    noon = wall(site.timezone, day.date, 720 if day.shift is Shift.DAY else 1440)
    while middle - noon > timedelta(hours=12):
        start, end, middle = (at - timedelta(days=1) for at in (start, end, middle))
    while noon - middle > timedelta(hours=12):
        start, end, middle = (at + timedelta(days=1) for at in (start, end, middle))
    return start, end


def end_of_day(problem: Problem, need: SceneNeed, day: ShootDay) -> Span | None:
    """The dawn, or the dusk, that a scene plays in; None where the place has none on the date."""
    clock, site = problem.terms.clock or Clock(), site_at(problem, need.location)
    evening = need.twilight is Twilight.DUSK
    window = twilight_window(
        day.date, site.latitude, site.longitude, dusk=evening, heights=clock.twilight
    )
    if window is None:
        return None
    start, end = (datetime.fromtimestamp(minute * 60, tz=UTC) for minute in window)
    due = wall(site.timezone, day.date, 18 * 60 if evening else 6 * 60)
    for turn in (timedelta(days=-1), timedelta(days=1)):
        while abs(start + turn + (end - start) / 2 - due) < abs(start + (end - start) / 2 - due):
            start, end = start + turn, end + turn
    return start, end


def is_broken_by_light(clock: Clock, need: SceneNeed, window: Span) -> bool:
    """Whether a scene of dawn or dusk lasts longer than these, or over a meal."""
    lasts = timedelta(minutes=need.minutes)
    return lasts > window[1] - window[0] or need.minutes + clock.prepare > clock.meal_within


def half_of(window: Span) -> timedelta:
    """Half of a span, down to five minutes."""
    return (window[1] - window[0]) / 2 // timedelta(minutes=5) * timedelta(minutes=5)


def keep_diary(problem: Problem, days: tuple[ShootDay, ...]) -> tuple[Page, ...]:
    """Every day as it goes; empty where the production keeps no clock.

    Raises:
        ValueError: A call or a meal is no time with an offset.
    """
    clock, base = problem.terms.clock, problem.terms.base
    if clock is None or base is None:
        return ()
    needs = {need.scene: need for need in problem.scenes}
    seen = {side.unit: side.problem for side in sides_of(problem, ())}
    pages = []
    for day in days:
        own = seen.get(day.unit_name, problem)
        pages.append(_page(own, own.terms.clock or clock, day, needs))
    return tuple(pages)


def _page(problem: Problem, clock: Clock, day: ShootDay, needs: dict[SceneId, SceneNeed]) -> Page:
    held = [needs[scene] for scene in day.scenes if scene in needs]
    call = _instant(day.call) if day.call else _usual_call(problem, clock, day, held)
    return _walk(clock, day, call, _tasks(clock, held))


def _tasks(clock: Clock, held: list[SceneNeed]) -> list[tuple[SceneNeed | None, int]]:
    """A day's work in turn, with its minutes: preparation, moves, scenes, wrapping up."""
    tasks: list[tuple[SceneNeed | None, int]] = [(None, clock.prepare)]
    for index, need in enumerate(held):
        if index and held[index - 1].location != need.location:
            tasks.append((None, clock.move))
        tasks.append((need, need.minutes))
    return [*tasks, (None, clock.wrap_up)]


def _walk(
    clock: Clock, day: ShootDay, call: datetime, tasks: list[tuple[SceneNeed | None, int]]
) -> Page:
    """Go through a day's tasks; a meal comes at a pause when it is time, else on the spot."""
    elapsed, since_meal = 0, 0
    remaining = sum(minutes for _, minutes in tasks)
    fixed = _minutes(call, _instant(day.meal)) if day.meal else None
    shots: list[tuple[SceneNeed, Span]] = []
    meals: list[datetime] = []

    def eat() -> None:
        nonlocal elapsed, since_meal, fixed
        meals.append(call + timedelta(minutes=elapsed))
        elapsed, since_meal, fixed = elapsed + clock.meal, 0, None

    for index, (need, minutes) in enumerate(tasks):
        limit = clock.meal_within
        if fixed is not None:
            hungry = elapsed >= fixed
        else:
            hungry = since_meal >= limit or (since_meal > limit - 60 and remaining <= limit)
            hungry = hungry and since_meal + remaining > limit
        if index and hungry:
            eat()
        begins, todo = elapsed, minutes
        while todo:
            stop = fixed - elapsed if fixed is not None else clock.meal_within - since_meal
            if fixed is not None and stop <= 0:
                stop = 0
            if todo <= stop:
                elapsed, since_meal = elapsed + todo, since_meal + todo
                remaining, todo = remaining - todo, 0
            else:
                elapsed, since_meal = elapsed + stop, since_meal + stop
                remaining, todo = remaining - stop, todo - stop
                eat()
        if need is not None:
            span = (call + timedelta(minutes=begins), call + timedelta(minutes=elapsed))
            shots.append((need, span))
    wrap = call + timedelta(minutes=elapsed)
    return Page(day=day, call=call, wrap=wrap, shots=tuple(shots), meals=tuple(meals))


def _usual_call(problem: Problem, clock: Clock, day: ShootDay, held: list[SceneNeed]) -> datetime:
    base = problem.terms.base or Site()
    minute = clock.night_call if day.shift is Shift.NIGHT else clock.day_call
    found = wall(base.timezone, day.date, minute)
    for need in held:
        if need.light is not Light.EITHER and need.twilight is Twilight.NONE:
            window = light(site_at(problem, need.location), day)
            if window is not None:
                found = max(found, window[0] - timedelta(minutes=clock.prepare))
    by_night = day.shift is Shift.NIGHT
    if by_night or all(need.twilight is Twilight.NONE for need in held):
        return found
    return _call_for_light(problem, clock, _walk(clock, day, found, _tasks(clock, held)))


def _call_for_light(problem: Problem, clock: Clock, page: Page) -> datetime:
    """The call that lets the first dawn scene begin at first light, else the dusk scenes wait."""
    later = timedelta()
    for need, (begin, end) in page.shots:
        window = end_of_day(problem, need, page.day) if need.twilight else None
        if window is None:
            continue
        if need.twilight is Twilight.DAWN:
            return page.call + (window[0] - begin)
        if is_broken_by_light(clock, need, window):
            later = max(later, window[1] - half_of(window) - end)
        else:
            later = max(later, window[0] - begin)
    return page.call + later


def site_at(problem: Problem, location: str) -> Site:
    """Where a location is: its own site, else the base."""
    for site in problem.terms.sites:
        if site.location == location:
            return site
    return problem.terms.base or Site()


def _instant(text: str) -> datetime:
    """A time with offset, as an instant.

    Raises:
        ValueError: It has none.
    """
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found.astimezone(UTC)


def _minutes(one: datetime, two: datetime) -> int:
    return int((two - one).total_seconds()) // 60
