"""From a problem in the trade's words to the arrays the decoder reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from secondunit.core.ids import SceneId
from secondunit.film.schedule.decoder.arrays import DAY, EITHER, NIGHT, Ints, Tables
from secondunit.film.schedule.decoder.book import Columns, Near, premiums, read_book
from secondunit.film.schedule.decoder.ledger import begin_after
from secondunit.film.schedule.decoder.sky import Sky, lone_dates, read_sky
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


def encode(problem: Problem, near: Near | None = None) -> Encoded:
    """Set aside the scenes no rule allows, and lay the others out as arrays.

    Args:
        problem: The scenes of its past are left out: they stand.
        near: A board to stay near to.

    Raises:
        InputError: A day of the past is no work date, or holds an unknown scene.
    """
    dates = work_dates(problem.calendar)
    people = {person.cast: person for person in problem.people}
    shot = {scene for day in problem.past for scene in day.scenes}
    closed = _Closed(problem, dates, near)
    sky = read_sky(problem, dates)
    lone = lone_dates(problem, dates, sky)
    kept: list[SceneNeed] = []
    rows: list[list[int]] = []
    lost: list[Lost] = []
    for need in problem.scenes:
        if need.scene in shot:
            continue
        minors = tuple(people[cast] for cast in need.cast if people[cast].minor)
        if need.light is Light.NIGHT and minors and not problem.rules.minors_at_night:
            lost.append(Lost(need=need, minors=minors))
            continue
        row = _next_open(dates, closed.of(need), lone(need))
        if row[0] == len(dates):
            culprits = tuple(people[cast] for cast in need.cast if people[cast].unavailable)
            lost.append(Lost(need=need, away=culprits))
            continue
        kept.append(need)
        rows.append(row)
    tables = _tables(problem, kept, rows, dates, (sky, near))
    return Encoded(tables=tables, scenes=tuple(kept), dates=dates, lost=tuple(lost))


class _Closed:
    """Dates on which a scene cannot be shot, whoever else is there."""

    def __init__(self, problem: Problem, dates: tuple[date, ...], near: Near | None) -> None:
        terms = problem.terms
        self._away = {person.cast: set(person.unavailable) for person in problem.people}
        self._hired: dict[SceneId, set[str]] = {}
        for hired in terms.hired:
            for scene in hired.scenes:
                self._hired.setdefault(scene, set()).update(hired.closed)
        self._shut = {site.location: set(site.closed) for site in terms.sites}
        self._needs = {need.scene: need for need in problem.scenes}
        self._every = {day.isoformat() for day in dates}
        self._lost = set(problem.calendar.lost)
        self._locks: dict[SceneId, set[str]] = {}
        self._whole: dict[str, set[SceneId]] = {}
        for lock in terms.locks:
            for scene in lock.scenes:
                self._locks.setdefault(scene, set()).add(lock.date)
            if lock.whole_day:
                self._whole.setdefault(lock.date, set()).update(lock.scenes)
        self._kept_for: dict[SceneId, list[SceneId]] = {}
        for row in terms.before:
            if row.cover:
                self._kept_for.setdefault(row.first, []).append(row.then)
        self._after = _after_past(problem)
        self._near = near

    def of(self, need: SceneNeed) -> set[str]:
        """The dates closed to a scene."""
        found = self._own(need)
        for scene in self._kept_for.get(need.scene, ()):
            if scene in self._needs:
                found = found | self._own(self._needs[scene])
        if need.scene in self._locks:
            found = found | (self._every - self._locks[need.scene])
        found |= {day for day, scenes in self._whole.items() if need.scene not in scenes}
        if need.scene in self._after:
            found |= {day for day in self._every if day <= self._after[need.scene]}
        if self._near is not None and self._near.hold:
            old = self._near.dates.get(need.scene, "")
            if old in self._every and old not in found:
                found |= {day for day in self._every if day < old}
        return found

    def _own(self, need: SceneNeed) -> set[str]:
        """Dates that are lost, or on which its people, its place or what it needs cannot be had."""
        away = (self._away[cast] for cast in need.cast)
        hired = self._hired.get(need.scene, set())
        return self._lost.union(*away, hired, self._shut.get(need.location, set()))


def _after_past(problem: Problem) -> dict[SceneId, str]:
    """Last date closed to scenes that must come after scenes already shot."""
    shot = {scene: day.date for day in problem.past for scene in day.scenes}
    found: dict[SceneId, str] = {}
    for row in problem.terms.before:
        if row.first in shot:
            last = date.fromisoformat(shot[row.first]) + timedelta(days=row.days)
            found[row.then] = max(found.get(row.then, ""), last.isoformat())
    return found


def _next_open(dates: tuple[date, ...], closed: set[str], lone: list[bool] | None) -> list[int]:
    """For each work date, and one past the last, the first open one from there on."""
    row = [len(dates)] * (len(dates) + 1)
    for index in range(len(dates) - 1, -1, -1):
        shut = dates[index].isoformat() in closed or (lone is not None and not lone[index])
        row[index] = row[index + 1] if shut else index
    return row


def _tables(
    problem: Problem,
    scenes: list[SceneNeed],
    rows: list[list[int]],
    dates: tuple[date, ...],
    around: tuple[Sky, Near | None],
) -> Tables:
    costs, rules = problem.costs, problem.rules
    sky, near = around
    person = {p.cast: index for index, p in enumerate(problem.people)}
    minors = {p.cast for p in problem.people if p.minor}
    team = {key: index for index, (key, _) in enumerate(costs.team_days)}
    places = {need.location: 0 for need in scenes}
    places = {place: index for index, place in enumerate(places)}
    cast_at, cast = _lists([[person[c] for c in need.cast] for need in scenes])
    minor_at, minor = _lists([[person[c] for c in need.cast if c in minors] for need in scenes])
    team_at, teams = _lists([[team[key] for key in need.setups] for need in scenes])
    open_rows = _ints([cell for row in rows for cell in row]).reshape(len(rows), len(dates) + 1)
    lights = [_light(need, minors, rules) for need in scenes]
    where = [places[need.location] for need in scenes]
    book = read_book(
        problem,
        scenes,
        dates,
        Columns(sky=sky, near=near, lights=lights, places=where, open=open_rows),
    )
    return Tables(
        eighths=_ints([need.eighths for need in scenes]),
        place=_ints(where),
        light=_ints(lights),
        cast_at=cast_at,
        cast=cast,
        minor_at=minor_at,
        minor=minor,
        team_at=team_at,
        team=teams,
        next_open=open_rows,
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
        book=book,
        begin=begin_after(problem, dates, places, premiums(problem)),
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
