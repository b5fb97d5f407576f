"""The hours of the minors who work on a day, with the rule behind each."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from secondunit.film.call_sheet.hours import Hours, clock_words
from secondunit.film.call_sheet.inputs import CallSheetInputs, computed
from secondunit.film.call_sheet.model import Cited, MinorCall, Source, SourceKind
from secondunit.film.call_sheet.people import age_of, times_of
from secondunit.film.schedule.hours.dates import absolute, age_band, is_school_day
from secondunit.film.schedule.model import Person, ShootDay
from secondunit.film.schedule.rules.terms import AgeBand, Covers, WorkPack


def minor_calls(inputs: CallSheetInputs, day: ShootDay, hours: Hours) -> Iterator[MinorCall]:
    """Each minor who works; none where no rules for minors are in force."""
    problem, needs = inputs.schedule.problem, inputs.schedule.needs
    pack = problem.terms.pack(Covers.MINORS)
    for person in problem.people:
        band = age_band(problem.terms, person.age_months)
        plays = any(person.cast in needs[scene].cast for scene in day.scenes)
        if person.minor and plays and pack is not None and band is not None:
            yield _minor(inputs, day, hours, (person, pack, band))


def late_minors(inputs: CallSheetInputs, day: ShootDay, hours: Hours) -> Iterator[Cited]:
    """Minors whose last scene is planned past the hour at which they must be out."""
    problem, needs = inputs.schedule.problem, inputs.schedule.needs
    for person in problem.people:
        band = age_band(problem.terms, person.age_months)
        own = [scene for scene in day.scenes if person.cast in needs[scene].cast]
        if not (person.minor and own and band):
            continue
        out = _out_by(inputs, day, hours, (person, band))
        if hours.ends[own[-1]] > out:
            yield computed(
                f"MINOR: {person.name} must be out by {hours.words(out)} and is planned until"
                f" {hours.words(hours.ends[own[-1]])}: shoot the rest with a double.",
                f"planned end of {own[-1]} against the hours of minors",
            )


def _minor(
    inputs: CallSheetInputs, day: ShootDay, hours: Hours, who: tuple[Person, WorkPack, AgeBand]
) -> MinorCall:
    person, pack, band = who
    free, free_after = _free(inputs, day.date), _free(inputs, _next(day.date))
    rule = Source(kind=SourceKind.RULE, ref=pack.source)
    day_is = "no school" if free else "school day"

    def said(text: str) -> Cited:
        return Cited(text=text, source=rule)

    span = " to ".join(
        _wall(minute, hours.clock) for minute in (band.earliest, band.latest[free_after])
    )
    out = hours.words(_out_by(inputs, day, hours, (person, band)))
    return MinorCall(
        who=inputs.on_board(f"{person.cast}. {person.name}", f"cast {person.cast}"),
        age=age_of(inputs, person),
        span=said(span),
        workplace=said(f"{_length(band.workplace[free])} ({day_is})"),
        work=said(_length(band.work[free])),
        school=said(_length(band.school[free]) if band.school[free] else "none"),
        out_by=Cited(text=out, source=rule),
        rule=said(f"{pack.title}{' – to be verified' if pack.verify else ''}"),
    )


def _out_by(
    inputs: CallSheetInputs, day: ShootDay, hours: Hours, who: tuple[Person, AgeBand]
) -> int:
    """Minutes after the crew call by which a minor must be out."""
    person, band = who
    free, base = _free(inputs, day.date), inputs.schedule.problem.terms.base
    comes = times_of(inputs, day, hours, person).makeup
    out = comes + band.workplace[free]
    if base is None:
        return out
    latest = absolute(day.date, band.latest[_free(inputs, _next(day.date))], base.timezone)
    return min(out, latest - int(hours.call.timestamp()) // 60)


def _free(inputs: CallSheetInputs, date: str) -> bool:
    problem = inputs.schedule.problem
    return not is_school_day(date, problem.terms, problem.calendar.holidays)


def _next(date: str) -> str:
    return (datetime.date.fromisoformat(date) + datetime.timedelta(days=1)).isoformat()


def _wall(minute: int, clock: int) -> str:
    return clock_words(datetime.datetime(2027, 1, 1, minute // 60 % 24, minute % 60), clock)  # noqa: DTZ001  a time of day


def _length(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d} h"
