"""What strips and dates alone tell: coverage, dates, capacity, locations, light, availability."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby

from secondunit.core.ids import SceneId
from secondunit.film.schedule.checking.sides import Side, sides_of
from secondunit.film.schedule.checking.violation import Violation
from secondunit.film.schedule.model import Board, Light, Problem, SceneNeed, Shift, ShootDay

_REMEDY = "Move the strip to a lawful day, or change the rule in schedule.toml."


def check_strips(
    problem: Problem, board: Board, needs: dict[SceneId, SceneNeed]
) -> Iterable[Violation]:
    """Every rule that the strips break on their dates, without a clock."""
    yield from _coverage(board, needs)
    for side in sides_of(problem, board.days):
        yield from _dates(side)
        for day in side.days:
            yield from _day(side, day, [needs[scene] for scene in day.scenes if scene in needs])


def _wrong(rule: str, message: str, day: ShootDay | None = None, scene: str = "") -> Violation:
    return Violation(
        rule=rule,
        message=message,
        day=day.number if day else 0,
        date=day.date if day else "",
        unit=day.unit_name if day else "",
        scene=scene,
        remedy=_REMEDY,
    )


def is_work_day(problem: Problem, date: datetime.date) -> bool:
    """Whether the main unit's calendar works a date."""
    calendar = problem.calendar
    return date.isoweekday() in calendar.work_days and date.isoformat() not in calendar.holidays


def _coverage(board: Board, needs: dict[SceneId, SceneNeed]) -> Iterable[Violation]:
    placed = Counter(scene for day in board.days for scene in day.scenes)
    placed.update(board.boneyard)
    for scene, need in needs.items():
        if placed[scene] == 0:
            yield _wrong("missing", "is on no day and not in the boneyard", scene=need.number)
        elif placed[scene] > 1:
            told = f"is on the board {placed[scene]} times"
            yield _wrong("twice", told, scene=need.number)
    for scene in placed:
        if scene not in needs:
            yield _wrong("unknown", "is not in the script", scene=scene)


def _dates(side: Side) -> Iterable[Violation]:
    calendar, before = side.problem.calendar, ""
    start = datetime.date.fromisoformat(calendar.start)
    unit = side.problem.terms.unit(side.unit)
    for position, day in enumerate(side.days, start=1):
        if day.number != position:
            yield _wrong("numbering", f"stands at place {position}", day)
        if day.date <= before:
            yield _wrong("order", f"{day.date} does not come after {before}", day)
        before = day.date
        if day.date < calendar.start:
            yield _wrong("early", f"{day.date} is before the first shooting date", day)
        date = datetime.date.fromisoformat(day.date)
        if date >= start + datetime.timedelta(weeks=calendar.weeks):
            yield _wrong("late", f"{day.date} is after the last week of the calendar", day)
        if unit is not None and day.date not in unit.dates:
            yield _wrong("unit-date", f"{day.date} is no date of the {unit.name} unit", day)
        if unit is None and not is_work_day(side.problem, date):
            yield _wrong("day-off", f"{day.date} is not worked", day)
        if day.date in calendar.lost:
            yield _wrong("lost", f"{day.date} is lost to shooting", day)
        if not day.scenes:
            yield _wrong("empty-day", "has no scene", day)


def _day(side: Side, day: ShootDay, scenes: list[SceneNeed]) -> Iterable[Violation]:
    rules = side.problem.rules
    length = sum(need.eighths for need in scenes)
    if length > rules.day_eighths and len(scenes) > 1:
        rule = "unit-capacity" if side.unit else "capacity"
        yield _wrong(rule, f"holds {length}/8, {rules.day_eighths}/8 are allowed", day)
    places = list(dict.fromkeys(need.location for need in scenes))
    if len(places) > rules.locations_per_day:
        yield _wrong("locations", f"visits {len(places)} locations: {', '.join(places)}", day)
    visits = [place for place, _ in groupby(need.location for need in scenes)]
    for place in places:
        if visits.count(place) > 1:
            yield _wrong("apart", f"comes back to {place} after another location", day)
    for need in scenes:
        if need.light is not Light.EITHER and need.light.value != day.shift.value:
            told = f"scene {need.number} needs {need.light}, the shift is {day.shift}"
            yield _wrong("light", told, day)
    yield from _people(side.problem, day, scenes)


def _people(problem: Problem, day: ShootDay, scenes: list[SceneNeed]) -> Iterable[Violation]:
    playing: dict[int, list[SceneNeed]] = defaultdict(list)
    for need in scenes:
        for cast in need.cast:
            playing[cast].append(need)
    for person in problem.people:
        own = playing.get(person.cast, [])
        if not own:
            continue
        numbers = ", ".join(need.number for need in own)
        if day.date in person.unavailable:
            told = f"{person.name} cannot work, but plays in scene {numbers}"
            yield _wrong("unavailable", told, day)
        if not person.minor:
            continue
        if day.shift is Shift.NIGHT and not problem.rules.minors_at_night:
            told = f"{person.name} is a minor, scene {numbers} is at night"
            yield _wrong("minor-at-night", told, day)
        length, most = sum(need.eighths for need in own), problem.rules.minor_day_eighths
        if length > most and len(own) > 1:
            told = f"{person.name} is a minor with {length}/8, {most}/8 allowed"
            yield _wrong("minor-hours", told, day)
