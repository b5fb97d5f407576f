"""Hours within a day: light, length, meals, calls, and those of minors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from secondunit.core.money import FREE, Money
from secondunit.film.schedule.checking.diary import (
    Page,
    end_of_day,
    half_of,
    is_broken_by_light,
    light,
    site_at,
    wall,
)
from secondunit.film.schedule.checking.sides import sides_of
from secondunit.film.schedule.checking.violation import Violation
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.model import Light, Person, Problem, SceneNeed
from secondunit.film.schedule.rules.terms import AgeBand, Clock, Covers, WorkPack


def check_hours(problem: Problem, pages: tuple[Page, ...]) -> Iterable[Violation]:
    """Light, length of the day and meals of each day; minors' hours by day and week."""
    if problem.terms.clock is None:
        return
    seen = {side.unit: side.problem for side in sides_of(problem, ())}
    for page in pages:
        own = seen.get(page.day.unit_name, problem)
        clock = own.terms.clock or problem.terms.clock
        yield from _light(own, page)
        yield from _length(clock, page)
        yield from _meals(own, clock, page)
    pack = problem.terms.pack(Covers.MINORS)
    if pack is not None and pack.ages:
        for person in problem.people:
            if person.minor:
                yield from _minor(problem, pack, person, pages)


def _light(problem: Problem, page: Page) -> Iterable[Violation]:
    for need, (begin, end) in page.shots:
        if need.light is Light.EITHER or need.light.value != page.day.shift.value:
            continue  # a wrong shift is told by the strips alone
        if need.twilight is not Twilight.NONE:
            yield from _twilight(problem, page, need, (begin, end))
            continue
        window = light(site_at(problem, need.location), page.day)
        if window is not None and window[0] <= begin and end <= window[1]:
            continue
        alone = len(page.shots) == 1 and window is not None
        what = "daylight" if need.light is Light.DAY else "dark"
        span = f"{what} is {_span(problem, *window)}" if window else f"there is no {what}"
        yield Violation(
            rule="longer-than-light" if alone else "sun",
            message=f"scene {need.number} is shot {_span(problem, begin, end)}; {span}",
            unit=page.day.unit_name,
            day=page.day.number,
            date=page.day.date,
            scene=need.number,
            bends=alone,
        )


def _twilight(
    problem: Problem, page: Page, need: SceneNeed, shot: tuple[datetime, datetime]
) -> Iterable[Violation]:
    """Dawn and dusk: shot within them, or, where the scene is longer, from or to their end."""
    clock, (begin, end) = problem.terms.clock or Clock(), shot
    window, what = end_of_day(problem, need, page.day), need.twilight.value
    told = f"scene {need.number} is shot {_span(problem, begin, end)}"
    if window is None:
        tells = [("twilight", f"{told}; there is no {what} at {need.location} on that date", False)]
    else:
        light_is = f"{what} is {_span(problem, *window)}"
        half = half_of(window)
        if not is_broken_by_light(clock, need, window):
            good, bends = window[0] <= begin and end <= window[1], False
        elif need.twilight is Twilight.DAWN:
            good, bends = window[0] <= begin <= window[0] + half, True
        else:
            good, bends = window[1] - half <= end <= window[1], True
        tells = [] if good else [("twilight", f"{told}; {light_is}", False)]
        if bends and good:
            tells = [("longer-than-light", f"{told}; {light_is}, and no longer", True)]
    for rule, message, bends in tells:
        yield Violation(
            rule=rule,
            message=message,
            unit=page.day.unit_name,
            day=page.day.number,
            date=page.day.date,
            scene=need.number,
            bends=bends,
            remedy=_SPREAD if bends else _MOVE,
        )


_SPREAD = (
    "Shoot it on several days at that hour, or only its wide shots then and the close work in"
    " shade; or split the scene."
)
_MOVE = "Put the scene first on its day for dawn, last for dusk, and move the call."


def _length(clock: Clock, page: Page) -> Iterable[Violation]:
    minutes = int((page.wrap - page.call).total_seconds()) // 60
    if minutes > clock.longest_day and len(page.shots) > 1:
        yield Violation(
            rule="day-length",
            message=f"lasts {_hours(minutes)} from call to wrap of {_hours(clock.longest_day)}",
            unit=page.day.unit_name,
            day=page.day.number,
            date=page.day.date,
        )


def _meals(problem: Problem, clock: Clock, page: Page) -> Iterable[Violation]:
    """Stretches without a meal that are too long, with the penalty for everybody called."""
    ends = [page.call, *(meal + timedelta(minutes=clock.meal) for meal in page.meals)]
    for begin, end in zip(ends, [*page.meals, page.wrap], strict=True):
        late = int((end - begin).total_seconds()) // 60 - clock.meal_within
        if late <= 0:
            continue
        pack = problem.terms.pack(Covers.PERFORMERS) or problem.terms.pack(Covers.CREW)
        called = {cast for need, _ in page.shots for cast in need.cast}
        yield Violation(
            rule="meal",
            message=f"a meal comes {late} minutes late; {len(called)} performers are owed for it",
            unit=page.day.unit_name,
            day=page.day.number,
            date=page.day.date,
            penalty=meal_penalty(pack, late) * len(called),
            source=pack.source if pack else "",
        )


def meal_penalty(pack: WorkPack | None, late: int) -> Money:
    """What one person is owed for a meal that many minutes late, by begun half hours."""
    if pack is None or not pack.meal_penalties:
        return FREE
    halves = -(-late // 30)
    steps = pack.meal_penalties
    owed = sum(steps[min(half, len(steps) - 1)].minor for half in range(halves))
    return Money(minor=owed, currency=steps[0].currency)


def _minor(
    problem: Problem, pack: WorkPack, person: Person, pages: tuple[Page, ...]
) -> Iterable[Violation]:
    band = _band(pack, person)
    base = problem.terms.base
    ready = problem.terms.clock.minor_ready if problem.terms.clock else 0
    weeks: dict[tuple[int, int], list[Page]] = defaultdict(list)
    worked_in: dict[tuple[int, int], int] = defaultdict(int)
    for page in pages:
        own = page.own(person.cast)
        if not own or base is None:
            continue
        week = date.fromisoformat(page.day.date).isocalendar()[:2]
        weeks[week].append(page)
        after = (date.fromisoformat(page.day.date) + timedelta(days=1)).isoformat()
        free, free_after = (not _school(problem, day) for day in (page.day.date, after))
        most = band.work[free]
        over = max(own[-1][0].minutes - most, 0)
        comes = own[0][1][0] - timedelta(minutes=ready)
        goes = own[-1][1][1] - timedelta(minutes=over)
        work = sum(need.minutes for need, _ in own) - (over if len(own) == 1 else 0)
        worked_in[week] += work
        stay = int((goes - comes).total_seconds()) // 60
        numbers = ", ".join(need.number for need, _ in own)
        tells = []
        if work > most:
            tells.append(f"works {_hours(work)}, {_hours(most)} may be")
        if stay > band.workplace[free]:
            tells.append(
                f"is at the place of work {_hours(stay)}, {_hours(band.workplace[free])} may be"
            )
        if comes < wall(base.timezone, page.day.date, band.earliest):
            tells.append(f"is called before {_clock(band.earliest)}")
        if goes > wall(base.timezone, page.day.date, band.latest[free_after]):
            tells.append(f"works after {_clock(band.latest[free_after])}")
        for tell in tells:
            yield Violation(
                rule="minor-law",
                message=f"{person.name}, a minor on a {'free' if free else 'school'} day, {tell}",
                unit=page.day.unit_name,
                day=page.day.number,
                date=page.day.date,
                scene=numbers,
                person=person.name,
                source=pack.source,
            )
    for week, worked in weeks.items():
        tells = []
        if len(worked) > band.week_days:
            tells.append(f"works {len(worked)} days of the week")
        if band.week_minutes and worked_in[week] > band.week_minutes:
            told = f"works {_hours(worked_in[week])} in the week"
            tells.append(f"{told}, {_hours(band.week_minutes)} may be")
        for tell in tells:
            yield Violation(
                rule="minor-week",
                message=f"{person.name}, a minor, {tell}",
                unit=worked[-1].day.unit_name,
                day=worked[-1].day.number,
                date=worked[-1].day.date,
                person=person.name,
                source=pack.source,
            )


def _band(pack: WorkPack, person: Person) -> AgeBand:
    age = person.age_months if person.age_months is not None else pack.assumed_months
    for band in pack.ages:
        if band.from_months <= age < band.to_months:
            return band
    return pack.ages[0] if age < pack.ages[0].from_months else pack.ages[-1]


def _school(problem: Problem, day: str) -> bool:
    off = {*problem.terms.school_holidays, *problem.calendar.holidays}
    return day not in off and date.fromisoformat(day).weekday() < 5


def _span(problem: Problem, begin: datetime, end: datetime) -> str:
    zone = ZoneInfo(problem.terms.base.timezone if problem.terms.base else "UTC")
    return " to ".join(at.astimezone(zone).strftime("%H:%M") for at in (begin, end))


def _hours(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d} h"


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24}:{minute % 60:02d}"
