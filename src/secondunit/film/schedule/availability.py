"""Dates on which people cannot work, as a production's data file names them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from secondunit.core.errors import InputError

FILE = "availability.toml"
LONGEST = 1096
"""Days of one absence: three years, past any schedule."""
_HEAD = frozenset({"source", "version", "checked_on"})
_REMEDY = 'Write dates like this: "MRS. TULL" = ["2027-01-15", "2027-02-01 to 2027-02-12"]'

Unavailable = tuple[tuple[str, tuple[str, ...]], ...]
"""ISO dates by character."""


def read_absences(text: str) -> Unavailable:
    """Read ``availability.toml``.

    Raises:
        InputError: It is no TOML, names anything but people with dates, or a date is none.

    >>> read_absences('[away]\\n"DES" = ["2027-01-30 to 2027-02-01"]')
    (('DES', ('2027-01-30', '2027-01-31', '2027-02-01')),)
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{FILE}: {error}", remedy=_REMEDY) from error
    away = raw.pop("away", {})
    strange = [key for key in raw if key not in _HEAD]
    if strange or not isinstance(away, dict):
        wrong = next(iter(strange), "away")
        raise InputError(f"{FILE}: “{wrong}” is not a list of absences", remedy=_REMEDY)
    return tuple((name, _dates(name, spans)) for name, spans in away.items())


def _dates(name: str, spans: Any) -> tuple[str, ...]:
    if not isinstance(spans, list):
        raise InputError(f"{FILE}: the dates of {name} are no list", remedy=_REMEDY)
    found = {day for span in spans for day in _span(name, span)}
    return tuple(day.isoformat() for day in sorted(found))


def _span(name: str, span: Any) -> Iterator[date]:
    """The days of a date, or of a first and a last date.

    Raises:
        InputError: It is neither.
    """
    first, _, last = str(span).partition(" to ")
    try:
        start = date.fromisoformat(first.strip())
        end = date.fromisoformat(last.strip()) if last else start
    except ValueError as error:
        raise InputError(
            f"{FILE}: {name}: “{span}” is no date like 2027-01-15", remedy=_REMEDY
        ) from error
    if not 0 <= (end - start).days < LONGEST:
        raise InputError(
            f"{FILE}: {name}: “{span}” ends before it begins or lasts over three years",
            remedy=_REMEDY,
        )
    return (start + timedelta(days=day) for day in range((end - start).days + 1))
