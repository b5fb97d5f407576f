"""Hours between days: daily and weekly rest of everybody, sixth and seventh days, drops."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import groupby, pairwise

from secondunit.core.money import FREE, Money
from secondunit.film.schedule.checking.diary import Page
from secondunit.film.schedule.checking.violation import Violation, unit_words
from secondunit.film.schedule.model import Board, Light, Problem, ShootDay
from secondunit.film.schedule.rules.terms import Covers, WorkPack

CREW = "the crew"
Stint = tuple[ShootDay, datetime, datetime]
Weeks = dict[tuple[int, int], int]
"""Shooting days by calendar week."""


def check_rest(problem: Problem, pages: tuple[Page, ...]) -> Iterable[Violation]:
    """Rest from wrap to call of the crew and of each person, daily and weekly."""
    weeks: dict[str, Weeks] = defaultdict(lambda: defaultdict(int))
    for page in pages:
        weeks[page.day.unit_name][_week(page.day)] += 1
    for name, pack, stints, pay in _everybody(problem, pages):
        eased = ""
        own = {day.unit_name for day, _, _ in stints}
        shot = {
            week: max(weeks[unit][week] for unit in own) for unit in own for week in weeks[unit]
        }
        for one, two in pairwise(stints):
            lenient = _may_be_short(pages, (one, two)) and not _within(
                eased, two[0].date, pack.short_rest_days
            )
            for broken in _daily(name, pack, (one, two), pay, lenient=lenient):
                eased = two[0].date if broken.bends else eased
                yield broken
        yield from _weekly(name, pack, stints, shot)
        yield from _too_many(name, pack, stints)


def check_drops(problem: Problem, board: Board) -> Iterable[Violation]:
    """Drops and pick-ups that the agreement does not allow: too short, too many, or worked in."""
    pack = problem.terms.pack(Covers.PERFORMERS)
    most = pack.drops if pack else 1
    needs = {need.scene: need for need in problem.scenes}
    seen: dict[int, int] = defaultdict(int)
    for drop in board.drops or ():
        name = next((p.name for p in problem.people if p.cast == drop.cast), f"cast {drop.cast}")
        seen[drop.cast] += 1
        gap = (date.fromisoformat(drop.pick_up) - date.fromisoformat(drop.last)).days - 1
        worked = [
            day.date
            for day in board.days
            if any(drop.cast in needs[s].cast for s in day.scenes if s in needs)
        ]
        tells = []
        if gap <= problem.costs.drop_after_days:
            tells.append(
                f"is picked up after {gap} idle days; more than {problem.costs.drop_after_days}"
                " are needed"
            )
        if seen[drop.cast] > most:
            tells.append(f"is dropped {seen[drop.cast]} times; {most} may be")
        inside = [day for day in worked if drop.last < day < drop.pick_up]
        if inside:
            tells.append(f"works on {inside[0]} while dropped")
        if drop.last not in worked or drop.pick_up not in worked:
            tells.append("is dropped or picked up on a date without work")
        for tell in tells:
            yield Violation(
                rule="drop",
                message=f"{name} {tell}",
                date=drop.last,
                person=name,
                source=pack.source if pack else "",
            )


def premium_of(problem: Problem, days: Iterable[ShootDay]) -> int:
    """What sixth and seventh days of calendar weeks add to a unit's days, in minor units."""
    pack, crew = problem.terms.pack(Covers.CREW), problem.costs.crew_day.minor
    if pack is None:
        return 0
    worked: dict[tuple[int, int], int] = defaultdict(int)
    owed = 0
    for day in days:
        worked[_week(day)] += 1
        if worked[_week(day)] == 6:
            owed += crew * pack.sixth_day_percent // 100
        elif worked[_week(day)] > 6:
            owed += crew * pack.seventh_day_percent // 100
    return owed


def stands_idle(problem: Problem, days: tuple[ShootDay, ...]) -> int:
    """Dates on which a unit's crew is kept and does not shoot.

    Every date the calendar works from its start to the last shooting day, without those lost and
    those of a week after its last lawful day.
    """
    calendar = problem.calendar
    limits = [pack.most_week_days for pack in problem.terms.packs if pack.most_week_days > 0]
    dates = [date.fromisoformat(day.date) for day in days]
    idle = 0
    for at, day in enumerate(dates):
        before = dates[at - 1] if at else date.fromisoformat(calendar.start) - timedelta(days=1)
        in_week = sum(_monday(one) == _monday(before) for one in dates[:at])
        is_full = bool(limits) and at > 0 and in_week >= min(limits)
        for n in range(1, (day - before).days):
            free = before + timedelta(days=n)
            works = free.isoweekday() in calendar.work_days
            off = free.isoformat() in {*calendar.holidays, *calendar.lost}
            rests = is_full and _monday(free) == _monday(before)
            idle += works and not off and not rests
    return idle


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _everybody(
    problem: Problem, pages: tuple[Page, ...]
) -> Iterator[tuple[str, WorkPack, list[Stint], Money]]:
    """Each crew and each person with the rules that bind them, their days, and a day's pay.

    A person is one whatever units they work with; a day with two of them is one day.
    """
    crew = problem.terms.pack(Covers.CREW)
    if crew is not None:
        for unit in dict.fromkeys(page.day.unit_name for page in pages):
            held = [page for page in pages if page.day.unit_name == unit]
            name = f"{CREW} of the {unit_words(unit)}" if unit else CREW
            yield name, crew, [(page.day, page.call, page.wrap) for page in held], FREE
    for person in problem.people:
        packs = [problem.terms.pack(Covers.PERFORMERS)]
        packs += [problem.terms.pack(Covers.MINORS)] if person.minor else []
        stints = []
        for page in pages:
            own = page.own(person.cast)
            if own:
                # a performer's hours are reckoned with the crew's before the first shot and after
                # the last of the day: make-up, costume, and getting out of both
                first = page.call if own[0] == page.shots[0] else own[0][1][0]
                last = page.wrap if own[-1] == page.shots[-1] else own[-1][1][1]
                stints.append((page.day, first, last))
        whole = _by_date(stints)
        for pack in packs:
            if pack is not None:
                yield person.name, pack, whole, person.daily


def _by_date(stints: list[Stint]) -> list[Stint]:
    """A person's days in turn; work with two units on one date is one day."""
    found = []
    for _, together in groupby(sorted(stints, key=lambda stint: stint[0].date), _date_of):
        held = list(together)
        first = min(held, key=lambda stint: stint[1])
        found.append((first[0], first[1], max(stint[2] for stint in held)))
    return found


def _date_of(stint: Stint) -> str:
    return stint[0].date


def _may_be_short(pages: tuple[Page, ...], stints: tuple[Stint, Stint]) -> bool:
    """Whether both days play outside, as the shorter rest asks."""
    days = [stint[0] for stint in stints]
    return all(
        any(need.light is not Light.EITHER for need, _ in page.shots)
        for page in pages
        if page.day in days
    )


def _within(before: str, day: str, days: int) -> bool:
    """Whether a date comes less than so many days after another."""
    if not before:
        return False
    return (date.fromisoformat(day) - date.fromisoformat(before)).days < days


def _daily(
    name: str, pack: WorkPack, stints: tuple[Stint, Stint], pay: Money, *, lenient: bool
) -> Iterable[Violation]:
    (_, _, wrap), (day, call, _) = stints
    rest = int((call - wrap).total_seconds()) // 60
    if rest >= pack.daily_rest:
        return
    if lenient and 0 < pack.short_rest <= rest:
        yield Violation(
            rule="short-rest",
            message=f"{name} rests {_hours(rest)} before the call; {_hours(pack.short_rest)} will"
            f" do once in {pack.short_rest_days} days on a location outside the studio zone",
            unit=day.unit_name,
            day=day.number,
            date=day.date,
            person=name,
            source=pack.source,
            bends=True,
            remedy="Make sure that the location is outside the zone, or move the call.",
        )
        return
    owed = pack.forced_call
    if owed.minor and pay.minor and owed.currency == pay.currency:
        owed = min(owed, pay)
    yield Violation(
        rule="rest",
        message=f"{name} rests {_hours(rest)} before the call, {_hours(pack.daily_rest)} are due",
        unit=day.unit_name,
        day=day.number,
        date=day.date,
        person=name,
        penalty=owed,
        source=pack.source,
    )


def _weekly(name: str, pack: WorkPack, stints: list[Stint], weeks: Weeks) -> Iterable[Violation]:
    """One long rest after the work of each calendar week; the last of a shoot is free."""
    rests: dict[tuple[int, int], list[int]] = defaultdict(list)
    for (day, _, wrap), (_, call, _) in pairwise(stints):
        rests[_week(day)].append(int((call - wrap).total_seconds()) // 60)
    last = _week(stints[-1][0]) if stints else (0, 0)
    for week, found in rests.items():
        due = pack.weekly_rest_six if weeks.get(week, 0) >= 6 else pack.weekly_rest
        if week != last and max(found) < due:
            day = [day for day, _, _ in stints if _week(day) == week][-1]
            yield Violation(
                rule="weekly-rest",
                message=f"{name} has {_hours(max(found))} free after the week, {_hours(due)} due",
                unit=day.unit_name,
                day=day.number,
                date=day.date,
                person=name,
                source=pack.source,
            )


def _too_many(name: str, pack: WorkPack, stints: list[Stint]) -> Iterable[Violation]:
    """More days in a calendar week than the rules allow at all."""
    worked: dict[tuple[int, int], int] = defaultdict(int)
    for day, _, _ in stints:
        worked[_week(day)] += 1
        if pack.most_week_days and worked[_week(day)] == pack.most_week_days + 1:
            yield Violation(
                rule="week-days",
                message=f"{name} works more than {pack.most_week_days} days of the week",
                unit=day.unit_name,
                day=day.number,
                date=day.date,
                person=name,
                source=pack.source,
            )


def _week(day: ShootDay) -> tuple[int, int]:
    monday = date.fromisoformat(day.date)
    monday -= timedelta(days=monday.weekday())
    return monday.year, monday.timetuple().tm_yday


def _hours(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d} h"
