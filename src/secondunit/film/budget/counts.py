"""What the schedule and the breakdown count: days, moves, paid days, things."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.budget.unit_counts import UnitCounts, count_units
from secondunit.film.schedule.board import drops_named, unit_words
from secondunit.film.schedule.model import (
    Board,
    Calendar,
    Drop,
    Problem,
    SceneNeed,
    Shift,
    ShootDay,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Everything a budget multiplies by.

    Args:
        drivers: Count of each driver an allowance may name.
        cast_days: Paid days by cast id, ascending.
        location_days: Shooting days by location, in order of first use.
        location_setups: Set-ups by location, in order of first use.
        moves: Company moves within days.
        switches: Changes between day and night shifts.
        team_days: Days by special team, by key.
        background: Background performers of each shooting day that has any, by its number; of
            another unit's day, by the unit's name with it.
        dates: ISO dates of the main unit's shooting days, ascending.
        cast_dates: ISO dates each performer is paid for, by cast id.
        day_dates: ISO date of each shooting day, by the same.
        units: Counts of the units beside the main one, by name; days, nights, places, moves,
            switches and teams above are the main unit's alone.
    """

    drivers: dict[str, Decimal]
    cast_days: dict[int, int]
    location_days: dict[str, int]
    location_setups: dict[str, int]
    moves: int
    switches: int
    team_days: dict[str, int]
    background: dict[int | str, int]
    dates: tuple[str, ...] = ()
    cast_dates: dict[int, tuple[str, ...]] = field(default_factory=dict)
    day_dates: dict[int | str, str] = field(default_factory=dict)
    units: dict[str, UnitCounts] = field(default_factory=dict)


def count(problem: Problem, board: Board, elements: Sequence[Element], *, week_days: int) -> Counts:
    """Count a board.

    Args:
        problem: What the board was made from.
        board: The board; scenes in its boneyard count for nothing.
        elements: The breakdown.
        week_days: Working days in a paid week.
    """
    needs = {need.scene: need for need in problem.scenes}
    runs = [(day, tuple(needs[s] for s in day.scenes if s in needs)) for day in board.days]
    main = [run for run in runs if not run[0].unit_name]
    days = {number: _locations(scenes) for number, (_, scenes) in enumerate(main)}
    location_days = Counter(place for places in days.values() for place in dict.fromkeys(places))
    playing = {scene for day in board.days for scene in day.scenes}
    shot = tuple(element for element in elements if element.scene in playing)
    drivers = {
        **_schedule_drivers(problem, runs, week_days),
        **_place_drivers(runs),
        **_element_drivers(shot, board.days),
    }
    cast_dates = _cast_dates(problem, board, runs)
    return Counts(
        drivers=drivers,
        cast_days={cast: len(dates) for cast, dates in cast_dates.items()},
        location_days=dict(location_days),
        location_setups=_setups(days),
        moves=sum(max(len(places) - 1, 0) for places in days.values()),
        switches=sum(one.shift is not two.shift for (one, _), (two, _) in pairwise(main)),
        team_days=dict(
            sorted(Counter(team for _, scenes in main for team in _teams(scenes)).items())
        ),
        background=_background(shot, board.days),
        dates=tuple(sorted(day.date for day, _ in main)),
        cast_dates=cast_dates,
        day_dates={_day_key(day): day.date for day in board.days},
        units=count_units(problem, board),
    )


def paid_days(worked: Sequence[str], work_dates: Sequence[str], drop_after_days: int) -> int:
    """Days a performer is paid for: from first to last, less one lawful drop.

    Args:
        worked: ISO dates worked, ascending, all of them among ``work_dates``.
        work_dates: ISO dates on which the unit could work, ascending.
        drop_after_days: Idle for more calendar days than this, a performer may be dropped.

    Returns:
        Days worked and held. Of several lawful drops, the one that saves most is taken.

    Source: SAG-AFTRA consecutive employment: one drop and pick-up a production.

    >>> week = [f"2027-01-{day:02d}" for day in (11, 12, 13, 14, 15)]
    >>> paid_days(["2027-01-11", "2027-01-15"], week, 10)
    5
    >>> paid_days(["2027-01-11", "2027-01-15"], week, 2)
    2
    """
    return len(paid_dates(worked, work_dates, drop_after_days))


def paid_dates(
    worked: Sequence[str],
    work_dates: Sequence[str],
    drop_after_days: int,
    drops: Sequence[Drop] | None = None,
) -> tuple[str, ...]:
    """The dates a performer is paid for: see ``paid_days``.

    Args:
        worked: As there.
        work_dates: As there.
        drop_after_days: As there.
        drops: The board's own drops of this performer; None: the best lawful one.
    """
    if not worked:
        return ()
    place = {date: index for index, date in enumerate(work_dates)}
    gaps = {(last, first): range(place[last] + 1, place[first]) for last, first in pairwise(worked)}
    if drops is None:
        lawful = [gap for gap in gaps if (_date(gap[1]) - _date(gap[0])).days - 1 > drop_after_days]
        ranked = sorted((gaps[gap] for gap in lawful), key=len, reverse=True)
        free = set(ranked[0]) if ranked else set()
    else:
        named = {(drop.last, drop.pick_up) for drop in drops}
        free = {index for gap, between in gaps.items() if gap in named for index in between}
    span = range(place[worked[0]], place[worked[-1]] + 1)
    return tuple(work_dates[index] for index in span if index not in free)


def work_dates(calendar: Calendar, board: Board) -> list[str]:
    """The dates from the board's first day to its last on which the unit could work.

    Dates of the board count even where the calendar does not know them (a sixth day).
    """
    shot = {day.date for day in board.days}
    dates = []
    if shot:
        day, last = _date(min(shot)), _date(max(shot))
        while day <= last:
            text = day.isoformat()
            if text in shot or is_worked(calendar, text):
                dates.append(text)
            day += datetime.timedelta(days=1)
    return dates


def is_worked(calendar: Calendar, date: str) -> bool:
    """Whether the calendar works an ISO date."""
    return _date(date).isoweekday() in calendar.work_days and date not in calendar.holidays


def _date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


_Runs = Sequence[tuple[ShootDay, tuple[SceneNeed, ...]]]


def _schedule_drivers(problem: Problem, runs: _Runs, week_days: int) -> dict[str, Decimal]:
    scenes = [need for _, needs in runs for need in needs]
    main = [day for day, _ in runs if not day.unit_name]
    minors = {person.cast for person in problem.people if person.minor}
    minor_days = sum(
        len(minors & {cast for need in needs for cast in need.cast}) for _, needs in runs
    )
    return {
        "flat": Decimal(1),
        "shooting-day": Decimal(len(main)),
        "shooting-week": Decimal(len(main)) / week_days,
        "night": Decimal(sum(day.shift is Shift.NIGHT for day in main)),
        "page": Decimal(sum(need.eighths for need in scenes)) / 8,
        "scene": Decimal(len(scenes)),
        "set": Decimal(len({(need.location, need.set) for need in scenes})),
        "cast-member": Decimal(len({cast for need in scenes for cast in need.cast})),
        "minor-day": Decimal(minor_days),
    }


def _place_drivers(runs: _Runs) -> dict[str, Decimal]:
    """Places, and days on which each is used, by whatever unit."""
    used = Counter(place for _, needs in runs for place in dict.fromkeys(_locations(needs)))
    return {"location": Decimal(len(used)), "location-day": Decimal(used.total())}


def _day_key(day: ShootDay) -> int | str:
    return f"{unit_words(day.unit_name)} day {day.number}" if day.unit_name else day.number


def _element_drivers(elements: Sequence[Element], days: Sequence[ShootDay]) -> dict[str, Decimal]:
    drivers = {}
    for category in Category:
        places: dict[str, set[SceneId]] = {}
        for element in elements:
            if element.category is category:
                places.setdefault(element.name.casefold(), set()).add(element.scene)
        scenes = set().union(*places.values())
        used = sum(not where.isdisjoint(day.scenes) for where in places.values() for day in days)
        drivers[f"element-count:{category}"] = Decimal(len(places))
        drivers[f"element-days:{category}"] = Decimal(used)
        drivers[f"element-scenes:{category}"] = Decimal(len(scenes))
    return drivers


def _cast_dates(problem: Problem, board: Board, runs: _Runs) -> dict[int, tuple[str, ...]]:
    main = {day.date for day in board.days if not day.unit_name}
    dates = [
        day
        for day in work_dates(problem.calendar, board)
        if day in main or is_worked(problem.calendar, day)
    ]
    drop = problem.costs.drop_after_days
    worked: dict[int, list[str]] = {person.cast: [] for person in problem.people}
    for day, needs in runs:
        for cast in sorted({cast for need in needs for cast in need.cast} & worked.keys()):
            worked[cast].append(day.date)
    return {
        cast: paid_dates(sorted(set(days)), sorted({*dates, *days}), drop, drops_named(board, cast))
        for cast, days in worked.items()
    }


def _locations(scenes: Iterable[SceneNeed]) -> list[str]:
    """The places of a day in order, a place again only after leaving it."""
    places: list[str] = []
    for scene in scenes:
        if not places or places[-1] != scene.location:
            places.append(scene.location)
    return places


def _setups(days: Mapping[int, Sequence[str]]) -> dict[str, int]:
    """First use of a place, and each return after a day without it."""
    setups: dict[str, int] = {}
    for number, places in days.items():
        before = days.get(number - 1, ())
        for place in dict.fromkeys(places):
            setups[place] = setups.get(place, 0) + (place not in before)
    return setups


def _teams(scenes: Iterable[SceneNeed]) -> set[str]:
    return {team for scene in scenes for team in scene.setups}


def _background(elements: Sequence[Element], days: Sequence[ShootDay]) -> dict[int | str, int]:
    """Heads by day: of each kind as many as the day's fullest scene needs."""
    heads: dict[int | str, int] = {}
    extras = [element for element in elements if element.category is Category.BACKGROUND]
    for day in days:
        most: dict[str, int] = {}
        for element in extras:
            if element.scene in day.scenes:
                name = element.name.casefold()
                most[name] = max(most.get(name, 0), element.quantity)
        if most:
            heads[_day_key(day)] = sum(most.values())
    return heads
