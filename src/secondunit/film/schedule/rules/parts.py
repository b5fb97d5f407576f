"""Times of day, spans of dates and amounts, as data files of the schedule write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from secondunit.core.errors import InputError
from secondunit.core.money import Money

LONGEST_SPAN = 1096
"""Days of one span of dates: three years, past any schedule."""


def read_minutes(text: str, where: str) -> int:
    """Minutes of ``H:MM``.

    Raises:
        InputError: It is not that, or above a week.

    >>> read_minutes("24:30", "latest")
    1470
    """
    hours, _, minutes = text.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2 and int(minutes) < 60):
        raise InputError(f"{where} = “{text}” is no time", remedy='Write it as "7:30".')
    found = int(hours) * 60 + int(minutes)
    if found > 7 * 1440:
        raise InputError(f"{where} = “{text}” is longer than a week", remedy='Write "7:30".')
    return found


def read_dates(spans: Iterable[object], where: str) -> tuple[str, ...]:
    """ISO dates of single dates and of spans, ascending, each once.

    Raises:
        InputError: One is neither, ends before it begins, or lasts over three years.

    >>> read_dates(["2027-01-30 to 2027-02-01"], "hiatus")
    ('2027-01-30', '2027-01-31', '2027-02-01')
    """
    found: set[str] = set()
    for span in spans:
        first, _, last = str(span).partition(" to ")
        try:
            start = date.fromisoformat(first.strip())
            end = date.fromisoformat(last.strip()) if last else start
        except ValueError as error:
            raise InputError(
                f"{where}: “{span}” is no date", remedy="Write 2027-01-15 or a span with “to”."
            ) from error
        if not 0 <= (end - start).days < LONGEST_SPAN:
            raise InputError(
                f"{where}: “{span}” ends before it begins or lasts over three years",
                remedy='Write spans as "2027-02-01 to 2027-02-12".',
            )
        found |= {(start + timedelta(days=n)).isoformat() for n in range((end - start).days + 1)}
    return tuple(sorted(found))


def read_amount(text: str, where: str, currency: str) -> Money:
    """An amount written as text.

    Raises:
        InputError: It is no number, negative, beyond a million, or finer than a cent.
    """
    try:
        minor = Decimal(text) * 100
        whole = int(minor)
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise InputError(
            f"{where} = “{text}” is not an amount", remedy='Write "900.00".'
        ) from error
    if whole != minor or not 0 <= whole <= 10**8:
        raise InputError(
            f"{where} = “{text}” is negative, too large, or finer than a cent",
            remedy='Write "900.00".',
        )
    return Money(minor=whole, currency=currency)
