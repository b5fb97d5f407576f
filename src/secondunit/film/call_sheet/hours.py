"""The hours of a day, from its crew call: shots, lunch, wrap. Estimates but for the call itself."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from secondunit.core.ids import SceneId
from secondunit.film.call_sheet.model import Source, SourceKind
from secondunit.film.call_sheet.particulars import FILE, Particulars, read_minutes
from secondunit.film.schedule.day_times import times_of
from secondunit.film.schedule.model import Problem, SceneNeed, Shift, ShootDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When a day's work happens, in minutes after its crew call.

    Args:
        call: The crew call by the wall clock, in its time zone where one is known.
        call_source: What set it: a date of the data file, the board, or the usual call.
        lunch_source: What set lunch: the board where a person set a meal, else the rule.
        shooting: First shot.
        lunch: Begin of lunch.
        wrap: Estimated.
        starts: Estimated start of each scene.
        clock: 12 or 24.
        clock_source: The rules by which shots and wrap follow from the call.
    """

    call: datetime.datetime
    call_source: Source
    lunch_source: Source
    shooting: int
    lunch: int
    wrap: int
    starts: Mapping[SceneId, int]
    clock: int
    clock_source: Source

    def at(self, minutes: int) -> datetime.datetime:
        """The wall clock so many minutes after the call, across a change of the clocks too."""
        if self.call.tzinfo is None:
            return self.call + datetime.timedelta(minutes=minutes)
        moment = self.call.astimezone(datetime.UTC) + datetime.timedelta(minutes=minutes)
        return moment.astimezone(self.call.tzinfo)

    def words(self, minutes: int) -> str:
        """That time as a call sheet prints it; the next day is marked."""
        time = self.at(minutes)
        later = (time.date() - self.call.date()).days
        shown = clock_words(time, self.clock)
        return shown if later == 0 else f"{shown} ({later:+d} d)"


def clock_words(time: datetime.datetime, clock: int) -> str:
    """A time by a clock of 12 or of 24 hours.

    >>> clock_words(datetime.datetime(2027, 1, 4, 17, 5), 12)
    '5:05 PM'
    """
    if clock == 24:
        return f"{time:%H:%M}"
    return f"{(time.hour - 1) % 12 + 1}:{time:%M} {'AM' if time.hour < 12 else 'PM'}"


def hours_of(day: ShootDay, needs: Sequence[SceneNeed], particulars: Particulars) -> Hours:
    """Lay out a day of a production that keeps no clock.

    Scenes follow in order from the shooting call, with a move between locations, lunch at its hour
    and wrap after the last.

    A scene during which lunch falls due is interrupted for it.

    Args:
        day: The shooting day.
        needs: Its scenes in shooting order.
        particulars: The data file.
    """
    habits = particulars.hours
    call, source = _call(day, particulars)
    lunch = habits.lunch_after
    why = Source(kind=SourceKind.RULE, ref=f"{FILE}#hours.lunch_after, hours.meal_within")
    if day.meal:
        meal = datetime.datetime.fromisoformat(day.meal)
        start = datetime.datetime.fromisoformat(day.call) if day.call else call
        lunch = int((_wall(meal) - _wall(start)).total_seconds()) // 60
        why = Source(kind=SourceKind.BOARD, ref=f"meal of day {day.date}")
    now, before, eaten = habits.shooting_call_after, "", False
    starts = {}
    for need in needs:
        if before and need.location != before:
            now += habits.company_move
        if not eaten and now >= lunch:
            now, eaten = max(now, lunch) + habits.lunch, True
        starts[need.scene] = now
        length = need.eighths * habits.minutes_an_eighth
        if not eaten and now + length > lunch:
            length, eaten = length + habits.lunch, True
        now, before = now + length, need.location
    return Hours(
        call=call,
        call_source=source,
        lunch_source=why,
        shooting=habits.shooting_call_after,
        lunch=lunch,
        wrap=now + habits.wrap,
        starts=starts,
        clock=habits.clock,
        clock_source=Source(
            kind=SourceKind.RULE,
            ref=f"{FILE}#hours.shooting_call_after, hours.minutes_an_eighth, hours.wrap",
        ),
    )


def clocked_hours(day: ShootDay, problem: Problem, particulars: Particulars) -> Hours | None:
    """The hours by the production's clock, as the board was made and checked; None without one.

    Args:
        day: The shooting day.
        problem: What the board was made from.
        particulars: The data file; a call it sets for the date counts before the board's.
    """
    call, source = _call(day, particulars)
    zone = ZoneInfo(problem.terms.base.timezone) if problem.terms.base else None
    if source.kind is SourceKind.BOARD:
        times = times_of(problem, day)
    elif particulars.on(day.date) is not None and zone is not None:
        local = _wall(call).replace(tzinfo=zone)
        times = times_of(problem, replace(day, call=local.isoformat(timespec="minutes")))
    else:
        times = times_of(problem, day)
        source = Source(kind=SourceKind.RULE, ref="shoot.toml#clock")
    if times is None or not times.scenes:
        return None
    why = Source(kind=SourceKind.RULE, ref="shoot.toml#clock.meal_within")
    if day.meal:
        why = Source(kind=SourceKind.BOARD, ref=f"meal of day {day.date}")
    meal = times.meals[0][0] if times.meals else times.wrap
    return Hours(
        call=datetime.datetime.fromisoformat(times.local(times.call)).astimezone(zone),
        call_source=source,
        lunch_source=why,
        shooting=times.scenes[0].start - times.call,
        lunch=meal - times.call,
        wrap=times.wrap - times.call,
        starts={scene.scene: scene.start - times.call for scene in times.scenes},
        clock=particulars.hours.clock,
        clock_source=Source(kind=SourceKind.RULE, ref="shoot.toml#clock"),
    )


def _call(day: ShootDay, particulars: Particulars) -> tuple[datetime.datetime, Source]:
    """The crew call and what set it: the data file for that date, else the board, else habit."""
    zone = ZoneInfo(particulars.base.timezone) if particulars.base.timezone else None
    special = particulars.on(day.date)
    if special and special.crew_call:
        text, ref = special.crew_call, f"{FILE}#day.{day.date}.crew_call"
    elif day.call:
        call = _wall(datetime.datetime.fromisoformat(day.call)).replace(tzinfo=zone)
        return call, Source(kind=SourceKind.BOARD, ref=f"call of day {day.date}")
    else:
        usual = "night_call" if day.shift is Shift.NIGHT else "day_call"
        text, ref = getattr(particulars.hours, usual), f"{FILE}#hours.{usual}"
    minutes = read_minutes(text)
    call = datetime.datetime.combine(
        datetime.date.fromisoformat(day.date),
        datetime.time(minutes // 60, minutes % 60),
        tzinfo=zone,
    )
    return call, Source(kind=SourceKind.RULE, ref=ref)


def _wall(time: datetime.datetime) -> datetime.datetime:
    """What the clock on the wall shows, without its offset."""
    return time.replace(tzinfo=None)
