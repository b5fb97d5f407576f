"""The hours of a day, from its crew call: shots, lunch, wrap. Estimates but for the call itself."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast
from zoneinfo import ZoneInfo

from secondunit.core.ids import SceneId
from secondunit.film.call_sheet.model import Source, SourceKind
from secondunit.film.call_sheet.particulars import FILE, Particulars, read_minutes
from secondunit.film.schedule.day_times import DayTimes, times_of
from secondunit.film.schedule.model import Problem, ShootDay
from secondunit.film.schedule.rules.terms import Clock, Site


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
        ends: Estimated end of each scene.
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
    ends: Mapping[SceneId, int]
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


def hours_of(day: ShootDay, problem: Problem, particulars: Particulars) -> Hours:
    """The hours of a day by the production's clock, as the board was made and checked.

    A production that keeps no clock has the usual one.

    Args:
        day: The shooting day.
        problem: What the board was made from.
        particulars: The data file; a call it sets for the date counts before the board's.
    """
    problem = _on_the_clock(problem)
    zone = ZoneInfo((problem.terms.base or Site()).timezone)
    special = particulars.on(day.date, day.unit_name)
    source = Source(kind=SourceKind.RULE, ref="shoot.toml#clock")
    if special and special.crew_call:
        day = replace(day, call=_local(day.date, special.crew_call, zone))
        source = Source(kind=SourceKind.RULE, ref=f"{FILE}#day.{day.date}.crew_call")
    elif day.call:
        source = Source(kind=SourceKind.BOARD, ref=f"call of day {day.date}")
    times = cast(DayTimes, times_of(problem, day))
    why = Source(kind=SourceKind.RULE, ref="shoot.toml#clock.meal_within")
    if day.meal:
        why = Source(kind=SourceKind.BOARD, ref=f"meal of day {day.date}")
    first = times.scenes[0].start if times.scenes else times.call
    meal = times.meals[0][0] if times.meals else times.wrap
    return Hours(
        call=datetime.datetime.fromisoformat(times.local(times.call)).astimezone(zone),
        call_source=source,
        lunch_source=why,
        shooting=first - times.call,
        lunch=meal - times.call,
        wrap=times.wrap - times.call,
        starts={scene.scene: scene.start - times.call for scene in times.scenes},
        ends={scene.scene: scene.end - times.call for scene in times.scenes},
        clock=particulars.hours.clock,
        clock_source=Source(kind=SourceKind.RULE, ref="shoot.toml#clock"),
    )


def _on_the_clock(problem: Problem) -> Problem:
    """The problem, with the usual clock where it keeps none."""
    terms = problem.terms
    if terms.clock is not None and terms.base is not None:
        return problem
    clock = terms.clock or Clock()
    scenes = tuple(
        replace(need, minutes=need.minutes or need.eighths * clock.minutes_an_eighth)
        for need in problem.scenes
    )
    terms = replace(terms, clock=clock, base=terms.base or Site())
    return replace(problem, scenes=scenes, terms=terms)


def _local(date: str, time: str, zone: ZoneInfo) -> str:
    """A time of a date by the wall clock of a zone, with its offset."""
    minutes = read_minutes(time)
    wall = datetime.time(minutes // 60, minutes % 60)
    local = datetime.datetime.combine(datetime.date.fromisoformat(date), wall, tzinfo=zone)
    return local.isoformat(timespec="minutes")
