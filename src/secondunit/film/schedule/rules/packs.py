"""Read the work rules: dated sets of figures by agreement or law."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Annotated, Any

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.schedule.rules.parts import read_amount, read_minutes
from secondunit.film.schedule.rules.terms import AgeBand, Covers, WorkPack

FILE = "work_rules.toml"
_REMEDY = "Compare it with the file that ships."
_ADULT_MONTHS = 216

Count = Annotated[int, msgspec.Meta(ge=0, le=1000)]
Years = Annotated[float, msgspec.Meta(ge=0, lt=18)]


class _Age(msgspec.Struct, forbid_unknown_fields=True):
    from_years: Years
    workplace: tuple[str, str]
    work: tuple[str, str]
    latest: tuple[str, str]
    earliest: str = "5:00"
    school: tuple[str, str] = ("0:00", "0:00")


class _Pack(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    title: str
    covers: Covers
    effective: date
    source: str
    verify: bool
    expires: date | None = None
    daily_rest: str = "0:00"
    weekly_rest: str = "0:00"
    weekly_rest_six: str = "0:00"
    most_week_hours: str = "0:00"
    short_rest: str = "0:00"
    short_rest_days: Count = 0
    most_week_days: Count = 0
    forced_call: str = "0.00"
    meal_penalties: tuple[str, ...] = ()
    sixth_day_percent: Count = 0
    seventh_day_percent: Count = 0
    drop_after_days: Count | None = None
    drops: Count = 1
    assumed_years: Years = 12
    ages: tuple[_Age, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True):
    source: str
    version: str
    checked_on: str
    currency: str
    packs: tuple[_Pack, ...]


def read_packs(text: str) -> tuple[WorkPack, ...]:
    """Read ``work_rules.toml``.

    Raises:
        InputError: It is no TOML, a field is missing, unknown or not what it should be, a key
            stands twice, or ages do not ascend.
    """
    try:
        raw: Any = tomllib.loads(text)
        file = msgspec.convert(raw, type=_File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(f"{FILE}: {error}", remedy=_REMEDY) from error
    keys = [pack.key for pack in file.packs]
    for key in keys:
        if keys.count(key) > 1:
            raise InputError(f"{FILE}: “{key}” stands twice", remedy="Keep one of the two.")
    return tuple(_pack(pack, file) for pack in file.packs)


def choose_packs(
    packs: tuple[WorkPack, ...], keys: tuple[str, ...], *, file: str
) -> tuple[WorkPack, ...]:
    """The sets a production named.

    Raises:
        InputError: There is no such set, or two bind the same people.
    """
    known = {pack.key: pack for pack in packs}
    for key in keys:
        if key not in known:
            raise InputError(
                f"{file}: there are no work rules “{key}”",
                remedy=f"Choose among {', '.join(known)}.",
            )
    chosen = tuple(known[key] for key in keys)
    for covers in Covers:
        same = [pack.key for pack in chosen if pack.covers is covers]
        if len(same) > 1:
            raise InputError(
                f"{file}: {' and '.join(same)} both bind {covers}",
                remedy="Choose one set for performers, one for crew, one for minors.",
            )
    return chosen


def _pack(raw: _Pack, file: _File) -> WorkPack:
    where = f"{FILE}: packs.{raw.key}"
    mark = "; to be verified for this production" if raw.verify else ""
    return WorkPack(
        key=raw.key,
        title=raw.title,
        covers=raw.covers,
        effective=raw.effective.isoformat(),
        expires=raw.expires.isoformat() if raw.expires else "",
        daily_rest=read_minutes(raw.daily_rest, f"{where}.daily_rest"),
        weekly_rest=read_minutes(raw.weekly_rest, f"{where}.weekly_rest"),
        weekly_rest_six=read_minutes(raw.weekly_rest_six, f"{where}.weekly_rest_six"),
        most_week_days=raw.most_week_days,
        forced_call=read_amount(raw.forced_call, f"{where}.forced_call", file.currency),
        meal_penalties=tuple(
            read_amount(text, f"{where}.meal_penalties", file.currency)
            for text in raw.meal_penalties
        ),
        sixth_day_percent=raw.sixth_day_percent,
        seventh_day_percent=raw.seventh_day_percent,
        drop_after_days=-1 if raw.drop_after_days is None else raw.drop_after_days,
        drops=raw.drops,
        ages=_ages(raw, where),
        assumed_months=round(raw.assumed_years * 12),
        source=f"{raw.title}: {raw.source} (in force from {raw.effective.isoformat()}, version"
        f" {file.version}, checked {file.checked_on}{mark})",
        verify=raw.verify,
        short_rest=read_minutes(raw.short_rest, f"{where}.short_rest"),
        short_rest_days=raw.short_rest_days,
    )


def _ages(raw: _Pack, where: str) -> tuple[AgeBand, ...]:
    """Age bands, each up to the next.

    Raises:
        InputError: They do not ascend.
    """
    starts = [round(age.from_years * 12) for age in raw.ages]
    if starts != sorted(set(starts)):
        raise InputError(f"{where}: ages do not ascend", remedy="Order them by from_years.")
    return tuple(
        AgeBand(
            from_months=start,
            to_months=end,
            workplace=_pair(age.workplace, f"{where}.workplace"),
            work=_pair(age.work, f"{where}.work"),
            earliest=read_minutes(age.earliest, f"{where}.earliest"),
            latest=_pair(age.latest, f"{where}.latest"),
            school=_pair(age.school, f"{where}.school"),
            week_minutes=read_minutes(raw.most_week_hours, f"{where}.most_week_hours"),
            week_days=raw.most_week_days or 7,
        )
        for age, start, end in zip(raw.ages, starts, [*starts[1:], _ADULT_MONTHS], strict=False)
    )


def _pair(texts: tuple[str, str], where: str) -> tuple[int, int]:
    return read_minutes(texts[0], where), read_minutes(texts[1], where)
