"""Read the schedule's data file: calendar, costs, limits, standings, teams."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

import msgspec

from secondunit.core.errors import InputError
from secondunit.core.money import Money
from secondunit.film.breakdown.model import Category
from secondunit.film.schedule.model import (
    Calendar,
    CostTable,
    LocationWords,
    ScheduleTable,
    Standing,
    Team,
    WorkRules,
)

FILE = "schedule.toml"
"""Name of the data file."""

_REMEDY = "Compare it with the file that ships."

Count = Annotated[int, msgspec.Meta(ge=0)]
Some = Annotated[int, msgspec.Meta(ge=1)]
Weekday = Annotated[int, msgspec.Meta(ge=1, le=7)]


class _Calendar(msgspec.Struct, forbid_unknown_fields=True):
    start: date
    weeks: Some
    work_days: Annotated[tuple[Weekday, ...], msgspec.Meta(min_length=1)]
    holidays: tuple[date, ...] = ()
    lost: tuple[date, ...] = ()
    source: str = ""
    verify: bool = False


class _Costs(msgspec.Struct, forbid_unknown_fields=True):
    crew_day: str
    night_premium: str
    location_day: str
    company_move: str
    location_setup: str
    shift_switch: str
    drop_after_days: Count
    idle_day: str = "0.00"
    source: str = ""
    verify: bool = False


class _Rules(msgspec.Struct, forbid_unknown_fields=True):
    day_eighths: Some
    locations_per_day: Some
    minor_day_eighths: Some
    minors_at_night: bool
    source: str = ""
    verify: bool = False


class _Standing(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    least_share_percent: Count
    least_scenes: Count
    daily: str


class _Team(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    daily: str
    categories: tuple[Category, ...]


class _Locations(msgspec.Struct, forbid_unknown_fields=True):
    leading: tuple[str, ...]
    rooms: tuple[str, ...]
    carry_scenes: Count
    source: str = ""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    source: str
    version: str
    checked_on: str
    currency: str
    calendar: _Calendar
    costs: _Costs
    rules: _Rules
    locations: _Locations
    standings: Annotated[tuple[_Standing, ...], msgspec.Meta(min_length=1)]
    teams: tuple[_Team, ...] = ()


def read_table(text: str) -> ScheduleTable:
    """Read ``schedule.toml``.

    Raises:
        InputError: It is no TOML, a field is missing, unknown or not what it should be, a team
            stands twice, or the last standing does not fit everybody.
    """
    try:
        raw: Any = tomllib.loads(text)
        file = msgspec.convert(raw, type=_File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(f"{FILE}: {error}", remedy=_REMEDY) from error
    _require_sense(file)
    return ScheduleTable(
        calendar=_calendar(file.calendar),
        costs=_costs(file),
        rules=_rules(file),
        standings=tuple(
            Standing(
                key=standing.key,
                least_share_percent=standing.least_share_percent,
                least_scenes=standing.least_scenes,
                daily=_money(standing.daily, f"standings.{standing.key}.daily", file.currency),
            )
            for standing in file.standings
        ),
        teams=tuple(Team(key=team.key, categories=team.categories) for team in file.teams),
        source=_cite(file, file.source, verify=file.costs.verify),
        locations=LocationWords(
            leading=tuple(word.upper() for word in file.locations.leading),
            rooms=tuple(word.upper() for word in file.locations.rooms),
            carry_scenes=file.locations.carry_scenes,
        ),
    )


def _require_sense(file: _File) -> None:
    keys = [team.key for team in file.teams]
    for key in keys:
        if keys.count(key) > 1:
            raise InputError(
                f"{FILE}: team “{key}” stands twice", remedy="Keep one entry under [[teams]]."
            )
    last = file.standings[-1]
    if last.least_share_percent or last.least_scenes:
        raise InputError(
            f"{FILE}: the last standing “{last.key}” does not fit everybody",
            remedy="Set its least_share_percent and least_scenes to 0.",
        )


def _calendar(raw: _Calendar) -> Calendar:
    return Calendar(
        start=raw.start.isoformat(),
        weeks=raw.weeks,
        work_days=tuple(sorted(set(raw.work_days))),
        holidays=tuple(sorted(holiday.isoformat() for holiday in set(raw.holidays))),
        lost=tuple(sorted(day.isoformat() for day in set(raw.lost))),
    )


def _costs(file: _File) -> CostTable:
    def amount(field: str) -> Money:
        return _money(getattr(file.costs, field), f"costs.{field}", file.currency)

    return CostTable(
        crew_day=amount("crew_day"),
        night_premium=amount("night_premium"),
        location_day=amount("location_day"),
        company_move=amount("company_move"),
        location_setup=amount("location_setup"),
        shift_switch=amount("shift_switch"),
        team_days=tuple(
            (team.key, _money(team.daily, f"teams.{team.key}.daily", file.currency))
            for team in file.teams
        ),
        drop_after_days=file.costs.drop_after_days,
        idle_day=amount("idle_day"),
    )


def _rules(file: _File) -> WorkRules:
    return WorkRules(
        day_eighths=file.rules.day_eighths,
        locations_per_day=file.rules.locations_per_day,
        minor_day_eighths=file.rules.minor_day_eighths,
        minors_at_night=file.rules.minors_at_night,
        source=_cite(file, file.rules.source, verify=file.rules.verify),
    )


def _cite(file: _File, source: str, *, verify: bool) -> str:
    mark = "; to be verified for this production" if verify else ""
    return f"{source} (version {file.version}, checked {file.checked_on}{mark})"


def _money(text: str, field: str, currency: str) -> Money:
    """An amount written as text.

    Raises:
        InputError: It is no number, negative, beyond a billion, or finer than a cent.
    """
    try:
        minor = Decimal(text) * 100
        whole = int(minor)
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise InputError(
            f"{FILE}: {field} = “{text}” is not an amount", remedy='Write it as "60000.00".'
        ) from error
    if whole != minor or whole < 0 or whole > _MOST:
        raise InputError(
            f"{FILE}: {field} = “{text}” is negative, too large, or finer than a cent",
            remedy='Write it as "60000.00".',
        )
    return Money(minor=whole, currency=currency)


_MOST = 10**11
"""A billion in whole units: sums of a board stay far inside 64 bits."""
