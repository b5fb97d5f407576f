"""From units as a production writes them to the scheduler's terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.core.money import Money
from secondunit.film.schedule.rules.terms import Clock, Unit
from secondunit.film.schedule.rules.units import PRICES, NamedUnit, unit_clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What units are resolved against: the main unit's schedule.

    Args:
        scenes: Scene ids by number.
        start: First ISO date of the calendar.
        weeks: Its length.
        work_days: ISO weekday numbers worked.
        holidays: ISO dates not worked.
        prices: The main unit's amounts, by field.
        day_eighths: Its longest day.
        clock: How its day runs.
    """

    scenes: Mapping[str, SceneId]
    start: str
    weeks: int
    work_days: tuple[int, ...]
    holidays: tuple[str, ...]
    prices: Mapping[str, Money]
    day_eighths: int
    clock: Clock | None


def resolve_units(
    named: Sequence[NamedUnit], around: Around, file: str
) -> tuple[tuple[Unit, ...], tuple[Finding, ...]]:
    """The units in the scheduler's terms; what they may shoot by kind is not in it yet.

    Returns:
        The units, and a finding for each scene the script does not have and each unit that has
        no date to work on; that was not applied.
    """
    known = {number.casefold(): scene for number, scene in around.scenes.items()}
    units, findings = [], []
    for unit in named:
        where = f"{file}: units.{unit.name}"
        own = []
        for number in unit.scenes:
            scene = known.get(number.casefold())
            if scene is None:
                findings.append(_unknown_scene(where, number))
            else:
                own.append(scene)
        dates = _dates(unit, around)
        if not dates:
            findings.append(_no_date(where, around))
            continue
        units.append(_unit(unit, around, tuple(dict.fromkeys(own)), dates))
    return tuple(units), tuple(findings)


def _unit(
    named: NamedUnit, around: Around, scenes: tuple[SceneId, ...], dates: tuple[str, ...]
) -> Unit:
    currency = next(iter(around.prices.values())).currency
    own = {field: replace(amount, currency=currency) for field, amount in named.prices}
    prices = {field: own.get(field, around.prices[field]) for field in ("crew_day", *PRICES)}
    return Unit(
        name=named.name,
        dates=dates,
        day_eighths=named.day_eighths or around.day_eighths,
        clock=unit_clock(named, around.clock) if around.clock else None,
        scenes=scenes,
        shares_people=named.shares_people,
        travel=named.travel,
        shorter=named.shorter,
        crew_day=prices["crew_day"],
        night_premium=prices["night_premium"],
        location_day=prices["location_day"],
        company_move=prices["company_move"],
        location_setup=prices["location_setup"],
        shift_switch=prices["shift_switch"],
    )


def _dates(unit: NamedUnit, around: Around) -> tuple[str, ...]:
    """The dates of the schedule on which the unit is there and works."""
    first = date.fromisoformat(around.start)
    every = (first + timedelta(days=n) for n in range(around.weeks * 7))
    work_days = unit.work_days or around.work_days
    return tuple(
        day.isoformat()
        for day in every
        if day.isoweekday() in work_days
        and day.isoformat() not in around.holidays
        and (not unit.dates or day.isoformat() in unit.dates)
    )


def _unknown_scene(where: str, number: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="schedule.unknown-scene",
        where=f"{where}.scenes",
        message=f"the script has no scene “{number}”; that was not applied",
        remedy="Write scene numbers as the script prints them.",
    )


def _no_date(where: str, around: Around) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="schedule.unit-without-dates",
        where=f"{where}.dates",
        message=f"the unit has no work date in the {around.weeks} weeks from {around.start}; it was"
        " left out",
        remedy="Give it dates on weekdays that are worked, or its own work_days.",
    )
