"""What only the production knows of its days: names, places, numbers, habits of the hours."""

from __future__ import annotations

import datetime
import re
import tomllib
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.breakdown.model import Category

FILE = "call_sheet.toml"
_REMEDY = "Compare the field with the file that ships; its comments show each shape."


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Names printed at the top; empty: to be filled in."""

    company: str = ""
    office: str = ""
    director: str = ""
    producer: str = ""
    first_ad: str = ""
    schedule_color: str = ""
    safety_hotline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How people's calls follow from the hours of a day; lengths in minutes.

    The hours themselves are those of the board, by the clock of ``shoot.toml``.
    """

    clock: int = 12
    makeup: int = 60
    set_ready: int = 15
    background_ready: int = 60
    stand_in_ready: int = 30
    advance_days: int = 2
    source: str = ""
    verify: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceData:
    """One location."""

    address: str = ""
    basecamp: str = ""
    parking: str = ""
    hospital: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonData:
    """One performer; minutes where they are not the usual."""

    actor: str = ""
    age: int | None = None
    makeup: int | None = None
    travel: int | None = None
    stand_in: str = ""
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrewData:
    """One member of a unit's crew, the main one's where none is named; ``call`` in minutes from the
    crew call."""

    department: str
    position: str
    name: str = ""
    call: int = 0
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayData:
    """What is special about one date of a unit, the main one where none is named."""

    date: datetime.date
    crew_call: str = ""
    weather: str = ""
    note: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentData:
    """A department's categories of the breakdown, and its call in minutes from the crew call."""

    categories: tuple[Category, ...]
    call: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """Scenes shot on a closed set, by number."""

    closed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Words printed on every call sheet, or where their occasion arises; ``uncounted`` are names
    of background whose number a script leaves open."""

    every_day: tuple[str, ...] = ()
    closed_set: str = ""
    minor: str = ""
    uncounted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """The data file as read; fields are its tables."""

    production: Heads = Heads()
    hours: Habits = Habits()
    radio: dict[str, str]
    locations: dict[str, PlaceData]
    people: dict[str, PersonData]
    departments: dict[str, DepartmentData]
    safety: dict[Category, str]
    crew: tuple[CrewData, ...] = ()
    day: tuple[DayData, ...] = ()
    sets: Sets = Sets()
    notes: Notes = Notes()
    source: str = ""
    version: str = ""
    checked_on: str = ""

    def on(self, date: str, unit: str = "") -> DayData | None:
        """What is special about an ISO date of a unit, or None."""
        return next(
            (each for each in self.day if (each.date.isoformat(), each.unit) == (date, unit)), None
        )


def read_particulars(text: str) -> Particulars:
    """Read ``call_sheet.toml``.

    Raises:
        InputError: It is no TOML, has a field it should not, one that belongs in ``shoot.toml``,
            or a value that is none, such as a time of day.
    """
    try:
        raw = tomllib.loads(text)
        for table in ("radio", "locations", "people", "departments", "safety"):
            raw.setdefault(table, {})
        _check_names(raw, Particulars, "")
        found = msgspec.convert(raw, type=Particulars)
        _check(found)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, ValueError) as error:
        raise InputError(f"{FILE}: {error}", remedy=_REMEDY) from error
    return found


def read_minutes(text: str) -> int:
    """Minutes since midnight.

    Raises:
        ValueError: It is no time such as 07:00.

    >>> read_minutes("06:30")
    390
    """
    if re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", text) is None:
        raise ValueError(f"“{text}” is no time such as 07:00")
    hours, _, minutes = text.partition(":")
    return int(hours) * 60 + int(minutes)


def _check(found: Particulars) -> None:
    """What the types of the fields do not say.

    Raises:
        ValueError: Names the field and what is wrong with it.
    """
    hours = found.hours
    if hours.clock not in {12, 24}:
        raise ValueError(f"hours.clock is {hours.clock}; it is 12 or 24")
    for each in fields(Habits):
        value = getattr(hours, each.name)
        if isinstance(value, int) and value < 0:
            raise ValueError(f"hours.{each.name} is {value}, less than nothing")
    for day in found.day:
        if day.crew_call:
            _named(f"day {day.date}: crew_call", day.crew_call)


def _named(field: str, time: str) -> None:
    try:
        read_minutes(time)
    except ValueError as error:
        raise ValueError(f"{field}: {error}") from error


def _check_names(raw: Any, shape: Any, where: str) -> None:
    """Let every key be a field.

    Raises:
        ValueError: One is not; it is named with those that are.
    """
    inner = [each for each in get_args(shape) if is_dataclass(each)]
    if is_dataclass(shape) and isinstance(raw, dict):
        known = {field.name: field.type for field in fields(shape)}
        for key, value in raw.items():
            if f"{where}{key}" in _MOVED or key in _COORDINATES:
                raise ValueError(f"{where}{key} is kept in one place, shoot.toml; take it out here")
            if key not in known:
                names = ", ".join(known)
                raise ValueError(f"{where}{key} is no field; fields here: {names}")
            _check_names(value, _SHAPES.get(key, str), f"{where}{key}.")
    elif inner and isinstance(raw, dict):
        for key, value in raw.items():
            _check_names(value, inner[0], f"{where}{key}.")
    elif inner and isinstance(raw, list):
        for number, value in enumerate(raw, start=1):
            _check_names(value, inner[0], f"{where}{number}.")


_COORDINATES = ("latitude", "longitude")
_MOVED = (
    "base",
    *(
        f"hours.{name}"
        for name in (
            "day_call",
            "night_call",
            "shooting_call_after",
            "lunch_after",
            "meal_within",
            "lunch",
            "minutes_an_eighth",
            "company_move",
            "wrap",
        )
    ),
)
"""What belongs in the file of the board's own clock and places: ``[clock]``, ``[base]``, sites."""

_SHAPES: dict[str, Any] = {
    "production": Heads,
    "hours": Habits,
    "sets": Sets,
    "notes": Notes,
    "locations": dict[str, PlaceData],
    "people": dict[str, PersonData],
    "departments": dict[str, DepartmentData],
    "crew": tuple[CrewData, ...],
    "day": tuple[DayData, ...],
}
