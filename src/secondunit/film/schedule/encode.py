"""From a problem in the trade's words to the arrays the decoder reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from secondunit.film.schedule.arrays import DAY, EITHER, NIGHT, Ints, Tables
from secondunit.film.schedule.model import Calendar, Light, Person, Problem, SceneNeed, WorkRules

_CODE = {Light.DAY: DAY, Light.NIGHT: NIGHT, Light.EITHER: EITHER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """A problem ready for the search.

    Args:
        tables: The arrays.
        scenes: Scenes that have a lawful day, in script order: the rows of the arrays.
        dates: Work dates of the calendar.
        lost: Scenes that have none, with the reason.
    """

    tables: Tables
    scenes: tuple[SceneNeed, ...]
    dates: tuple[date, ...]
    lost: tuple[Lost, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A scene that no lawful day exists for.

    Args:
        need: The scene.
        minors: Minors of a night exterior, or none.
        away: People who leave no common date, or none.
    """

    need: SceneNeed
    minors: tuple[Person, ...] = ()
    away: tuple[Person, ...] = ()


def work_dates(calendar: Calendar) -> tuple[date, ...]:
    """Every date of the window that can be shot on, ascending."""
    first = date.fromisoformat(calendar.start)
    every = (first + timedelta(days=day) for day in range(calendar.weeks * 7))
    return tuple(
        day
        for day in every
        if day.isoweekday() in calendar.work_days and day.isoformat() not in calendar.holidays
    )


def encode(problem: Problem) -> Encoded:
    """Set aside the scenes no rule allows, and lay the others out as arrays."""
    dates = work_dates(problem.calendar)
    people = {person.cast: person for person in problem.people}
    away = {person.cast: set(person.unavailable) for person in problem.people}
    kept: list[SceneNeed] = []
    rows: list[list[int]] = []
    lost: list[Lost] = []
    for need in problem.scenes:
        minors = tuple(people[cast] for cast in need.cast if people[cast].minor)
        if need.light is Light.NIGHT and minors and not problem.rules.minors_at_night:
            lost.append(Lost(need=need, minors=minors))
            continue
        row = _next_open(dates, set().union(*(away[cast] for cast in need.cast)))
        if row[0] == len(dates):
            culprits = tuple(people[cast] for cast in need.cast if away[cast])
            lost.append(Lost(need=need, away=culprits))
            continue
        kept.append(need)
        rows.append(row)
    tables = _tables(problem, kept, rows, dates)
    return Encoded(tables=tables, scenes=tuple(kept), dates=dates, lost=tuple(lost))


def _next_open(dates: tuple[date, ...], closed: set[str]) -> list[int]:
    """For each work date, and one past the last, the first open one from there on."""
    row = [len(dates)] * (len(dates) + 1)
    for index in range(len(dates) - 1, -1, -1):
        row[index] = row[index + 1] if dates[index].isoformat() in closed else index
    return row


def _tables(
    problem: Problem, scenes: list[SceneNeed], rows: list[list[int]], dates: tuple[date, ...]
) -> Tables:
    costs, rules = problem.costs, problem.rules
    person = {p.cast: index for index, p in enumerate(problem.people)}
    minors = {p.cast for p in problem.people if p.minor}
    team = {key: index for index, (key, _) in enumerate(costs.team_days)}
    places = {need.location: 0 for need in scenes}
    places = {place: index for index, place in enumerate(places)}
    cast_at, cast = _lists([[person[c] for c in need.cast] for need in scenes])
    minor_at, minor = _lists([[person[c] for c in need.cast if c in minors] for need in scenes])
    team_at, teams = _lists([[team[key] for key in need.setups] for need in scenes])
    return Tables(
        eighths=_ints([need.eighths for need in scenes]),
        place=_ints([places[need.location] for need in scenes]),
        light=_ints([_light(need, minors, rules) for need in scenes]),
        cast_at=cast_at,
        cast=cast,
        minor_at=minor_at,
        minor=minor,
        team_at=team_at,
        team=teams,
        next_open=_ints([cell for row in rows for cell in row]).reshape(len(rows), len(dates) + 1),
        ordinal=_ints([day.toordinal() for day in dates]),
        rate=_ints([p.daily.minor for p in problem.people]),
        team_rate=_ints([rate.minor for _, rate in costs.team_days]),
        crew_day=costs.crew_day.minor,
        night_premium=costs.night_premium.minor,
        location_day=costs.location_day.minor,
        company_move=costs.company_move.minor,
        location_setup=costs.location_setup.minor,
        shift_switch=costs.shift_switch.minor,
        day_eighths=rules.day_eighths,
        locations_per_day=rules.locations_per_day,
        minor_day_eighths=rules.minor_day_eighths,
        drop_after_days=costs.drop_after_days,
        places=len(places),
    )


def _light(need: SceneNeed, minors: set[int], rules: WorkRules) -> int:
    """An interior with a minor needs a day shift where minors may not work at night."""
    bound = not rules.minors_at_night and not minors.isdisjoint(need.cast)
    return DAY if bound and need.light is Light.EITHER else _CODE[need.light]


def _lists(rows: list[list[int]]) -> tuple[Ints, Ints]:
    """Lists of lists as one flat list and where each begins."""
    starts = np.cumsum([0, *(len(row) for row in rows)]).astype(np.int64)
    return starts, _ints([cell for row in rows for cell in row])


def _ints(values: list[int]) -> Ints:
    return np.asarray(values, dtype=np.int64)
