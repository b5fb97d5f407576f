"""Read how a production shoots: its clock, its places, its rules, its own word."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.schedule.rules.hired import Hire, HiredRow, read_hired
from secondunit.film.schedule.rules.kinds import Kind
from secondunit.film.schedule.rules.parts import read_dates, read_minutes
from secondunit.film.schedule.rules.terms import Clock, Site
from secondunit.film.schedule.rules.units import (
    NamedUnit,
    UnitRow,
    read_units,
    require_room,
    unit_clock,
)

FILE = "shoot.toml"
_REMEDY = "Compare it with the file that ships."

Degrees = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Height = Annotated[float, msgspec.Meta(ge=-18, le=30)]
Minutes = Annotated[int, msgspec.Meta(ge=1, le=240)]
Days = Annotated[int, msgspec.Meta(ge=0, le=365)]
Years = Annotated[float, msgspec.Meta(ge=0, le=120)]
Scenes = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class _Clock(msgspec.Struct, forbid_unknown_fields=True):
    day_call: str
    night_call: str
    latest_push: str
    prepare: str
    wrap_up: str
    move: str
    meal: str
    meal_within: str
    longest_day: str
    minutes_an_eighth: Minutes
    team_minutes: dict[str, Minutes] = {}
    twilight: tuple[Height, Height] = (-6.0, 6.0)
    minor_ready: str = "0:00"


class _Base(msgspec.Struct, forbid_unknown_fields=True):
    city: str
    latitude: Latitude
    longitude: Degrees
    timezone: str


class _Site(msgspec.Struct, forbid_unknown_fields=True):
    location: str
    city: str = ""
    latitude: Latitude | None = None
    longitude: Degrees | None = None
    closed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


class _Before(msgspec.Struct, forbid_unknown_fields=True):
    scene: str
    then: Scenes
    days: Days = 0
    why: str = ""


class _Cover(msgspec.Struct, forbid_unknown_fields=True):
    exterior: str
    kept: Scenes


class _Lock(msgspec.Struct, forbid_unknown_fields=True):
    date: date
    scenes: Scenes
    whole_day: bool = False
    why: str = ""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    source: str
    version: str
    checked_on: str
    rules: tuple[str, ...]
    clock: _Clock
    base: _Base
    school_holidays: tuple[str, ...] = ()
    hiatus: tuple[str, ...] = ()
    sites: tuple[_Site, ...] = ()
    ages: dict[str, Years] = {}
    before: tuple[_Before, ...] = ()
    cover: tuple[_Cover, ...] = ()
    locks: tuple[_Lock, ...] = ()
    hired: tuple[HiredRow, ...] = ()
    units: tuple[UnitRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Scenes after a scene, by their numbers; ``cover``: kept for the day it is rained off."""

    scene: str
    then: tuple[str, ...]
    days: int = 0
    why: str = ""
    cover: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLock:
    """Scenes, by number, that stay on an ISO date; ``whole_day``: alone on it."""

    date: str
    scenes: tuple[str, ...]
    whole_day: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shoot:
    """The file as read: scenes by number, people by character.

    Args:
        clock: How a shooting day runs.
        base: Where the unit is.
        rules: Keys of the sets of work rules in force.
        sites: Locations elsewhere, or closed on dates.
        only: ISO dates outside of which a location cannot be had, by location.
        ages: Months by character.
        before: What comes before what.
        locks: What never moves.
        school_holidays: ISO dates.
        hiatus: ISO dates on which nobody works.
        hired: Elements that cannot be had on some dates.
        units: Units beside the main one.
        kinds: Kinds of scenes that such units may take, from their own file.
    """

    clock: Clock
    base: Site
    rules: tuple[str, ...] = ()
    sites: tuple[Site, ...] = ()
    only: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ages: tuple[tuple[str, int], ...] = ()
    before: tuple[Order, ...] = ()
    locks: tuple[NamedLock, ...] = ()
    school_holidays: tuple[str, ...] = ()
    hiatus: tuple[str, ...] = ()
    hired: tuple[Hire, ...] = ()
    units: tuple[NamedUnit, ...] = ()
    kinds: tuple[Kind, ...] = ()


def read_shoot(text: str) -> Shoot:
    """Read ``shoot.toml``.

    Raises:
        InputError: It is no TOML, a field is missing, unknown or not what it should be, a time
            or date cannot be read, or there is no such time zone.
    """
    try:
        raw: Any = tomllib.loads(text)
        file = msgspec.convert(raw, type=_File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(f"{FILE}: {error}", remedy=_REMEDY) from error
    base = Site(
        city=file.base.city,
        latitude=file.base.latitude,
        longitude=file.base.longitude,
        timezone=_timezone(file.base.timezone),
    )
    clock, units = _clock(file.clock), read_units(file.units, FILE)
    for unit in units:
        require_room(unit_clock(unit, clock), f"{FILE}: units.{unit.name}")
    return Shoot(
        clock=clock,
        base=base,
        rules=file.rules,
        sites=tuple(_site(site, base) for site in file.sites),
        only=tuple(
            (site.location, read_dates(site.open, f"{FILE}: sites.{site.location}.open"))
            for site in file.sites
            if site.open
        ),
        ages=tuple((name, round(years * 12)) for name, years in file.ages.items()),
        before=tuple(_orders(file)),
        locks=tuple(
            NamedLock(
                date=lock.date.isoformat(),
                scenes=lock.scenes,
                whole_day=lock.whole_day,
                why=lock.why,
            )
            for lock in file.locks
        ),
        school_holidays=read_dates(file.school_holidays, f"{FILE}: school_holidays"),
        hiatus=read_dates(file.hiatus, f"{FILE}: hiatus"),
        hired=read_hired(file.hired, FILE),
        units=units,
    )


def _orders(file: _File) -> list[Order]:
    plain = [
        Order(scene=row.scene, then=row.then, days=row.days, why=row.why) for row in file.before
    ]
    covers = [
        Order(scene=row.exterior, then=row.kept, why="weather cover", cover=True)
        for row in file.cover
    ]
    return plain + covers


def _clock(raw: _Clock) -> Clock:
    """The clock of a shooting day.

    Raises:
        InputError: A time cannot be read, or the day has no room for a shot.
    """

    def minutes(field: str) -> int:
        return read_minutes(getattr(raw, field), f"{FILE}: clock.{field}")

    clock = Clock(
        day_call=minutes("day_call"),
        night_call=minutes("night_call"),
        latest_push=minutes("latest_push"),
        prepare=minutes("prepare"),
        wrap_up=minutes("wrap_up"),
        move=minutes("move"),
        meal=minutes("meal"),
        meal_within=minutes("meal_within"),
        longest_day=minutes("longest_day"),
        minutes_an_eighth=raw.minutes_an_eighth,
        team_minutes=tuple(sorted(raw.team_minutes.items())),
        twilight=raw.twilight,
        minor_ready=minutes("minor_ready"),
    )
    if clock.twilight[0] >= clock.twilight[1]:
        raise InputError(
            f"{FILE}: clock.twilight: {clock.twilight[0]} is not below {clock.twilight[1]}",
            remedy="Write the lower height of the sun first: [-6.0, 6.0].",
        )
    require_room(clock, f"{FILE}: clock")
    return clock


def _site(raw: _Site, base: Site) -> Site:
    """A location elsewhere.

    Raises:
        InputError: It has one coordinate without the other.
    """
    if (raw.latitude is None) != (raw.longitude is None):
        raise InputError(
            f"{FILE}: sites.{raw.location} has one coordinate without the other",
            remedy="Give latitude and longitude, or neither for those of the base.",
        )
    return Site(
        location=raw.location,
        city=raw.city or base.city,
        latitude=base.latitude if raw.latitude is None else raw.latitude,
        longitude=base.longitude if raw.longitude is None else raw.longitude,
        timezone=base.timezone,
        closed=read_dates(raw.closed, f"{FILE}: sites.{raw.location}.closed"),
    )


def _timezone(name: str) -> str:
    """A time zone's name.

    Raises:
        InputError: There is no such zone.
    """
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        raise InputError(
            f"{FILE}: base.timezone: there is no “{name}”", remedy='Write "Europe/Paris".'
        ) from error
    return name
