"""Read the units beside the main one, as a production writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Annotated, Literal

import msgspec

from secondunit.core.errors import InputError
from secondunit.core.money import Money
from secondunit.film.schedule.rules.parts import read_amount, read_dates, read_minutes
from secondunit.film.schedule.rules.terms import Clock

MAIN = "main"
"""What people call the unit that schedule.toml describes."""

Weekday = Annotated[int, msgspec.Meta(ge=1, le=7)]
Length = Annotated[int, msgspec.Meta(ge=1, le=400)]
PRICES = ("night_premium", "location_day", "company_move", "location_setup", "shift_switch")
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
        for field in ("crew_day", *PRICES):
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


def require_room(clock: Clock, where: str) -> None:
    """Refuse a day in which nothing can be shot.

    Raises:
        InputError: Preparing and wrapping up take it all, a meal is due within the hour, or a time
            is past a day.
    """
    if clock.meal_within < 60 or clock.prepare + clock.wrap_up >= clock.longest_day:
        raise InputError(
            f"{where}: the day has no room for a shot, or a meal within the hour",
            remedy="Lengthen longest_day and meal_within, or shorten prepare and wrap_up.",
        )
    if max(clock.day_call, clock.night_call) >= 1440 or clock.longest_day > 1440:
        raise InputError(
            f"{where}: a call or the longest day is past 24 hours",
            remedy='Write calls as times of day, "7:00", and at most "24:00" for longest_day.',
        )


def unit_clock(named: NamedUnit, main: Clock) -> Clock:
    """The main unit's clock with what this unit has otherwise."""
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
