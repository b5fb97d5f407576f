"""Whether people who work with several units have their hours: overlap, rest, days of a week.

A unit's own part keeps everybody's hours within the unit; what lies between two units is weighed
here, after the part was searched, so that it can be searched again without what did not hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from secondunit.film.schedule.day_times import times_of
from secondunit.film.schedule.hours.dates import age_band
from secondunit.film.schedule.model import Person, Problem, ShootDay
from secondunit.film.schedule.rules.terms import Covers

Week = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Stint:
    """A person's hours with one unit on one date, and its minutes of shooting."""

    date: str
    unit: str
    begin: int
    end: int
    played: tuple[int, int]
    minutes: int

    @property
    def week(self) -> Week:
        return date.fromisoformat(self.date).isocalendar()[:2]


def strained(problem: Problem, days: Sequence[ShootDay], unit: str) -> set[tuple[int, str]]:
    """Dates of a unit's days on which somebody's hours do not hold because of another unit.

    Args:
        problem: Of all units.
        days: Of all units, those of this one among them.
        unit: Whose days could still be changed.

    Returns:
        Cast ids with ISO dates of this unit; empty when all is well, and where no clock is kept.
    """
    if problem.terms.clock is None:
        return set()
    found: set[tuple[int, str]] = set()
    for person in problem.people:
        stints = list(_stints(problem, person, days))
        names = {stint.unit for stint in stints}
        if unit in names and len(names) > 1:
            own = {stint.date for stint in stints if stint.unit == unit}
            dates = own.intersection(_dates(problem, person, stints, own))
            found |= {(person.cast, day) for day in dates}
    return found


def _dates(problem: Problem, person: Person, stints: list[_Stint], own: set[str]) -> Iterable[str]:
    yield from _overlaps(problem, stints)
    whole = _by_date(stints)
    packs = [problem.terms.pack(Covers.PERFORMERS)]
    packs += [problem.terms.pack(Covers.MINORS)] if person.minor else []
    weeks: dict[Week, list[_Stint]] = defaultdict(list)
    for stint in whole:
        weeks[stint.week].append(stint)
    daily = max((pack.daily_rest for pack in packs if pack), default=0)
    for one, two in pairwise(whole):
        if two.begin - one.end < daily:
            yield two.date if two.date in own else one.date
    last = max(weeks)
    weekly = max((pack.weekly_rest for pack in packs if pack), default=0)
    for week, held in weeks.items():
        after = next((s for s in whole if s.begin > held[-1].begin), None)
        rests = [two.begin - one.end for one, two in pairwise([*held, *([after] if after else [])])]
        mine = [stint.date for stint in held if stint.date in own]
        if week != last and max(rests, default=weekly) < weekly:
            yield from mine[-1:] or ([after.date] if after else [])
        if mine and _too_much(problem, person, held):
            yield mine[-1]


def _too_much(problem: Problem, person: Person, held: Sequence[_Stint]) -> bool:
    """More days, or more of a minor's minutes, than a week may have."""
    most = [pack.most_week_days for pack in problem.terms.packs if pack.most_week_days]
    band = age_band(problem.terms, person.age_months) if person.minor else None
    minutes = sum(stint.minutes for stint in held)
    if band is not None:
        most.append(band.week_days)
        if band.week_minutes and minutes > band.week_minutes:
            return True
    return len(held) > min(most, default=7)


def _overlaps(problem: Problem, stints: Sequence[_Stint]) -> Iterable[str]:
    """Dates on which a person is wanted at two places, or between the two too soon."""
    travel = {each.name: each.travel for each in problem.terms.units or ()}
    for day, together in groupby(stints, key=lambda stint: stint.date):
        held = sorted(together, key=lambda stint: stint.played)
        for one, two in pairwise(held):
            way = max(travel.get(one.unit, 0), travel.get(two.unit, 0))
            if two.played[0] - one.played[1] < way:
                yield day


def _by_date(stints: Iterable[_Stint]) -> list[_Stint]:
    """Work with two units on one date is one day."""
    found = []
    for day, together in groupby(stints, key=lambda stint: stint.date):
        held = list(together)
        found.append(
            _Stint(
                date=day,
                unit="",
                begin=min(stint.begin for stint in held),
                end=max(stint.end for stint in held),
                played=held[0].played,
                minutes=sum(stint.minutes for stint in held),
            )
        )
    return found


def _stints(problem: Problem, person: Person, days: Sequence[ShootDay]) -> Iterable[_Stint]:
    """A person's hours, by date: from the crew's call where they are in the first scene, to its
    wrap where they are in the last."""
    needs = {need.scene: need for need in problem.scenes}
    for day in sorted(days, key=lambda day: day.date):
        own = [scene for scene in day.scenes if person.cast in needs[scene].cast]
        times = times_of(problem, day) if own else None
        if times is None:
            continue
        span = times.presence(needs, person.cast)
        if span is None:
            continue
        yield _Stint(
            date=day.date,
            unit=day.unit_name,
            begin=times.call if own[0] == day.scenes[0] else span[0],
            end=times.wrap if own[-1] == day.scenes[-1] else span[1],
            played=span,
            minutes=sum(needs[scene].minutes for scene in own),
        )
