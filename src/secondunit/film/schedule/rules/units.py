"""Read the units beside the main one, and put them into the scheduler's terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Annotated, Literal

import msgspec

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.core.money import Money
from secondunit.film.schedule.rules.parts import read_amount, read_dates, read_minutes
from secondunit.film.schedule.rules.terms import Clock, Unit

MAIN = "main"
"""What people call the unit that schedule.toml describes."""

Weekday = Annotated[int, msgspec.Meta(ge=1, le=7)]
Length = Annotated[int, msgspec.Meta(ge=1, le=400)]
_PRICES = ("night_premium", "location_day", "company_move", "location_setup", "shift_switch")
_TIMES = ("day_call", "night_call", "longest_day", "prepare", "wrap_up", "move")


class UnitRow(msgspec.Struct, forbid_unknown_fields=True):
    """An entry ``[[units]]`` of the file; what it leaves out is as the main unit has it."""

    name: str
    crew_day: str
    scenes: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    work_days: tuple[Weekday, ...] = ()
    day_eighths: Length | None = None
    night_premium: str = ""
    location_day: str = ""
    company_move: str = ""
    location_setup: str = ""
    shift_switch: str = ""
    day_call: str = ""
    night_call: str = ""
    longest_day: str = ""
    prepare: str = ""
    wrap_up: str = ""
    move: str = ""
    share_people: bool = False
    travel: str = "1:00"
    aim: Literal["cheaper", "shorter"] = "cheaper"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedUnit:
    """A unit as written: scenes by number, kinds of scenes by key.

    Args:
        name: As people call it.
        prices: Amounts by field, in the currency of the schedule; those left out are not there.
        times: Minutes by field of the clock; likewise.
        scenes: Numbers of the scenes it shoots.
        takes: Kinds of scenes it may shoot.
        dates: ISO dates it is there; none for every date of the schedule.
        work_days: ISO weekday numbers it works; none for those of the main unit.
        day_eighths: Of its longest day; None as the main unit's.
        shares_people: People may work on it and on another unit on one day.
        travel: Minutes between units.
        shorter: It shoots all it may.
    """

    name: str
    prices: tuple[tuple[str, Money], ...]
    times: tuple[tuple[str, int], ...] = ()
    scenes: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    work_days: tuple[int, ...] = ()
    day_eighths: int | None = None
    shares_people: bool = False
    travel: int = 60
    shorter: bool = False


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


def read_units(rows: Sequence[UnitRow], file: str) -> tuple[NamedUnit, ...]:
    """The entries as written.

    Raises:
        InputError: Two have one name, one is called main, has dates twice, nothing to shoot, or an
            amount, time or date that cannot be read; a scene is given to two.
    """
    taken: dict[str, str] = {}
    given: dict[str, str] = {}
    for row in rows:
        name, where = row.name.strip(), f"{file}: units.{row.name.strip()}"
        if not name or name.casefold() == MAIN:
            raise InputError(
                f"{file}: units: “{name}” cannot be the name of another unit",
                remedy="The main unit stands in schedule.toml; call this one second, or splinter.",
            )
        if name.casefold() in taken:
            raise InputError(f"{where} stands twice", remedy="Keep one of the two entries.")
        if not (row.scenes or row.takes):
            raise InputError(
                f"{where} has nothing to shoot",
                remedy='Give it scenes = ["12"], or kinds of scenes it takes = ["inserts"].',
            )
        taken[name.casefold()] = name
        for number in row.scenes:
            known = given.setdefault(number.strip().casefold(), name)
            if known != name:
                raise InputError(
                    f"{where}.scenes: scene “{number}” is given to “{known}” too",
                    remedy="Give each scene to one unit.",
                )
    return tuple(_read(row, f"{file}: units.{row.name.strip()}") for row in rows)


def _read(row: UnitRow, where: str) -> NamedUnit:
    def amounts() -> Iterable[tuple[str, Money]]:
        for field in ("crew_day", *_PRICES):
            if text := getattr(row, field):
                yield field, read_amount(text, f"{where}.{field}", "USD")

    def times() -> Iterable[tuple[str, int]]:
        for field in _TIMES:
            if text := getattr(row, field):
                yield field, read_minutes(text, f"{where}.{field}")

    _require_apart(row.dates, where)
    return NamedUnit(
        name=row.name.strip(),
        prices=tuple(amounts()),
        times=tuple(times()),
        scenes=tuple(number.strip() for number in row.scenes),
        takes=row.takes,
        dates=read_dates(row.dates, f"{where}.dates"),
        work_days=tuple(sorted(set(row.work_days))),
        day_eighths=row.day_eighths,
        shares_people=row.share_people,
        travel=read_minutes(row.travel, f"{where}.travel"),
        shorter=row.aim == "shorter",
    )


def _require_apart(spans: Sequence[str], where: str) -> None:
    """Refuse spans of dates that overlap: one of them is a slip of the pen.

    Raises:
        InputError: Two do.
    """
    read = sorted((read_dates([span], f"{where}.dates"), span) for span in spans)
    for (one, first), (two, second) in pairwise(read):
        if two[0] <= one[-1]:
            raise InputError(
                f"{where}.dates: “{first}” and “{second}” overlap",
                remedy="Name each date once.",
            )


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
    prices = {field: own.get(field, around.prices[field]) for field in ("crew_day", *_PRICES)}
    return Unit(
        name=named.name,
        dates=dates,
        day_eighths=named.day_eighths or around.day_eighths,
        clock=_clock(named, around.clock),
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


def _clock(named: NamedUnit, main: Clock | None) -> Clock | None:
    """The main unit's clock with what this unit has otherwise."""
    if main is None:
        return None
    own = dict(named.times)
    return replace(
        main,
        day_call=own.get("day_call", main.day_call),
        night_call=own.get("night_call", main.night_call),
        longest_day=own.get("longest_day", main.longest_day),
        prepare=own.get("prepare", main.prepare),
        wrap_up=own.get("wrap_up", main.wrap_up),
        move=own.get("move", main.move),
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
