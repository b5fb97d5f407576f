"""A unit's part of a problem: an ordinary problem of one unit, to be searched like any other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from msgspec import UNSET

from secondunit.core.ids import SceneId
from secondunit.core.money import FREE
from secondunit.film.schedule.model import Board, Calendar, Person, Problem, ShootDay
from secondunit.film.schedule.rules.terms import Hired, Unit


def part_of(problem: Problem, unit: Unit | None, scenes: Collection[SceneId]) -> Problem:
    """The problem as one unit has it: its scenes, prices, limits, clock, dates and past days.

    Args:
        problem: Of all units.
        unit: Which; None for the main one.
        scenes: What it shoots.
    """
    name = unit.name if unit else ""
    past = tuple(replace(day, unit=UNSET) for day in problem.past if day.unit_name == name)
    shot = {scene for day in past for scene in day.scenes}
    part = replace(
        problem,
        scenes=tuple(n for n in problem.scenes if n.scene in scenes or n.scene in shot),
        terms=replace(problem.terms, units=UNSET),
        past=past,
    )
    if unit is None:
        return part
    costs = replace(
        problem.costs,
        crew_day=unit.crew_day,
        night_premium=unit.night_premium,
        location_day=unit.location_day,
        company_move=unit.company_move,
        location_setup=unit.location_setup,
        shift_switch=unit.shift_switch,
        idle_day=FREE,
    )
    calendar, open_on = problem.calendar, set(unit.dates)
    weekdays = {date.fromisoformat(day).isoweekday() for day in open_on}
    off = {day for day in window(calendar) if day not in open_on}
    return replace(
        part,
        costs=costs,
        rules=replace(problem.rules, day_eighths=unit.day_eighths),
        terms=replace(part.terms, clock=unit.clock),
        calendar=replace(
            calendar,
            work_days=tuple(sorted({*calendar.work_days, *weekdays})),
            lost=tuple(sorted({*calendar.lost, *off})),
        ),
    )


def window(calendar: Calendar) -> tuple[str, ...]:
    """Every ISO date of the calendar, worked or not."""
    first = date.fromisoformat(calendar.start)
    return tuple((first + timedelta(days=n)).isoformat() for n in range(calendar.weeks * 7))


def beside(part: Problem, problem: Problem, unit: Unit | None, days: Sequence[ShootDay]) -> Problem:
    """A unit's part where the days of other units stand: nobody and nothing is at two places.

    Closed to it are the dates on which its people or what it hires is with another unit, and those
    that would put a scene before what must come first.

    Args:
        part: What the unit has.
        problem: Of all units.
        unit: Which; None for the main one.
        days: The days of the others.
    """
    needs = {need.scene: need for need in problem.scenes}
    with_others: dict[int, set[str]] = {}
    for day in days:
        for scene in day.scenes:
            for cast in needs[scene].cast:
                if not shares(problem, unit, day) or _is_minor(problem, cast):
                    with_others.setdefault(cast, set()).add(day.date)
    people = tuple(away(person, with_others.get(person.cast, ())) for person in part.people)
    hired = tuple(
        replace(each, closed=tuple(sorted({*each.closed, *_used(each, days)})))
        for each in part.terms.hired
    )
    own = {need.scene for need in part.scenes}
    turns = tuple(_turns(problem, own, days))
    return replace(part, people=people, terms=replace(part.terms, hired=(*hired, *turns)))


def idle_dates(part: Problem, problem: Problem, days: Sequence[ShootDay]) -> tuple[Problem, ...]:
    """The part with each scene kept to the dates on which its people are paid and idle.

    A scene that has no such date may be shot on any.

    Args:
        part: What a unit has, beside the days.
        problem: Of all units.
        days: The days of the others.

    Returns:
        One part; none where nobody in it works with another unit.
    """
    needs = {need.scene: need for need in problem.scenes}
    worked: dict[int, set[str]] = {}
    for day in days:
        for cast in {cast for scene in day.scenes for cast in needs[scene].cast}:
            worked.setdefault(cast, set()).add(day.date)
    every, keeps = window(problem.calendar), []
    away_on = {person.cast: set(person.unavailable) for person in part.people}
    for need in part.scenes:
        own = [cast for cast in need.cast if cast in worked]
        idle = [
            day
            for day in every
            if all(min(worked[cast]) < day < max(worked[cast]) for cast in own)
            and all(day not in away_on[cast] for cast in need.cast)
        ]
        if own and not set(idle).issubset(part.calendar.lost):
            closed = tuple(sorted(set(every).difference(idle)))
            keeps.append(Hired(name="a paid date", scenes=(need.scene,), closed=closed))
    if not keeps:
        return ()
    terms = replace(part.terms, hired=(*part.terms.hired, *keeps))
    return (replace(part, terms=terms),)


def shares(problem: Problem, unit: Unit | None, day: ShootDay) -> bool:
    """Whether people may work on a unit and on another unit's day, on one date."""
    other = problem.terms.unit(day.unit_name)
    known = [each for each in (unit, other) if each is not None]
    return problem.terms.clock is not None and all(each.shares_people for each in known)


def away(person: Person, dates: Iterable[str]) -> Person:
    """A person who is away on more dates."""
    more = set(dates)
    if not more:
        return person
    return replace(person, unavailable=tuple(sorted({*person.unavailable, *more})))


def tagged(days: Iterable[ShootDay], unit: Unit | None) -> tuple[ShootDay, ...]:
    """Days of a part as days of its unit."""
    return tuple(replace(day, unit=unit.name if unit else UNSET) for day in days)


def in_turn(problem: Problem, days: Iterable[ShootDay]) -> tuple[ShootDay, ...]:
    """Days of all units by date; on one date as the units are listed, one nobody knows last."""
    names = ["", *(unit.name for unit in problem.terms.units or ())]
    rank = {name: at for at, name in enumerate(names)}
    return tuple(
        sorted(days, key=lambda day: (day.date, rank.get(day.unit_name, len(names)), day.unit_name))
    )


def units_shooting(problem: Problem, board: Board) -> tuple[Unit, ...]:
    """Units beside the main one that have a day on the board."""
    shooting = {day.unit_name for day in board.days}
    return tuple(unit for unit in problem.terms.units or () if unit.name in shooting)


def _is_minor(problem: Problem, cast: int) -> bool:
    return any(person.minor for person in problem.people if person.cast == cast)


def _used(hired: Hired, days: Sequence[ShootDay]) -> set[str]:
    wanted = set(hired.scenes)
    return {day.date for day in days if not wanted.isdisjoint(day.scenes)}


def _turns(problem: Problem, own: Collection[SceneId], days: Sequence[ShootDay]) -> Iterable[Hired]:
    """Dates closed by the order of scenes, in the form of an element that cannot be had."""
    dates = {scene: day.date for day in days for scene in day.scenes}
    numbers = {need.scene: need.number for need in problem.scenes}
    every = window(problem.calendar)
    for row in problem.terms.before:
        if row.then in own and row.first in dates:
            last = date.fromisoformat(dates[row.first]) + timedelta(days=row.days)
            closed = tuple(day for day in every if day <= last.isoformat())
            name = f"its turn after scene {numbers[row.first]}"
            yield Hired(name=name, scenes=(row.then,), closed=closed)
        if row.first in own and row.then in dates:
            due = date.fromisoformat(dates[row.then]) - timedelta(days=row.days)
            closed = tuple(day for day in every if day >= due.isoformat())
            name = f"its turn before scene {numbers[row.then]}"
            yield Hired(name=name, scenes=(row.first,), closed=closed)
