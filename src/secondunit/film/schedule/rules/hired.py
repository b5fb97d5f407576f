"""Animals, vehicles and whatever else is had only on some dates: read, and put on its scenes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding, Severity
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.rules.parts import read_dates
from secondunit.film.schedule.rules.terms import Hired


class HiredRow(msgspec.Struct, forbid_unknown_fields=True):
    """An entry ``[[hired]]`` of the file: ``away`` dates, or ``only`` dates, or both."""

    element: str
    category: Category | None = None
    away: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hire:
    """An element by name, and when it cannot be had.

    Args:
        element: As the breakdown names it.
        category: Of the breakdown; None for any but cast.
        away: ISO dates on which it cannot be had.
        only: ISO dates outside of which it cannot be had; empty for any.
    """

    element: str
    category: Category | None = None
    away: tuple[str, ...] = ()
    only: tuple[str, ...] = ()


def read_hired(rows: Sequence[HiredRow], file: str) -> tuple[Hire, ...]:
    """The entries as written.

    Raises:
        InputError: One is of the cast, names no date, or has a date that cannot be read.
    """
    found = []
    for row in rows:
        where = f"{file}: hired.{row.element}"
        if row.category is Category.CAST:
            raise InputError(
                f"{where} is of the cast", remedy="Write people's dates in availability.toml."
            )
        if not (row.away or row.only):
            raise InputError(
                f"{where} has no dates", remedy="Give the dates it is away, or the only ones."
            )
        found.append(
            Hire(
                element=row.element,
                category=row.category,
                away=read_dates(row.away, f"{where}.away"),
                only=read_dates(row.only, f"{where}.only"),
            )
        )
    return tuple(found)


def resolve_hired(
    hires: Sequence[Hire], elements: Sequence[Element], window: tuple[str, int], file: str
) -> tuple[tuple[Hired, ...], tuple[Finding, ...]]:
    """The entries with the scenes that need them.

    Args:
        hires: As read.
        elements: The breakdown.
        window: First ISO date of the calendar, and its length in weeks.
        file: For findings.

    Returns:
        Those the breakdown has, and a finding for each it does not; that was not applied.
    """
    first = date.fromisoformat(window[0])
    every = {(first + timedelta(days=n)).isoformat() for n in range(window[1] * 7)}
    found, findings = [], []
    for hire in hires:
        own = [element for element in elements if _is(element, hire)]
        if not own:
            findings.append(_unknown(hire, file))
            continue
        closed = {*hire.away, *(every - set(hire.only) if hire.only else ())}
        found.append(
            Hired(
                name=own[0].name,
                scenes=tuple(dict.fromkeys(element.scene for element in own)),
                closed=tuple(sorted(closed)),
            )
        )
    return tuple(found), tuple(findings)


def _is(element: Element, hire: Hire) -> bool:
    same = element.name.casefold() == hire.element.strip().casefold()
    if hire.category is None:
        return same and element.category is not Category.CAST
    return same and element.category is hire.category


def _unknown(hire: Hire, file: str) -> Finding:
    what = f" of category {hire.category}" if hire.category else ""
    return Finding(
        severity=Severity.ERROR,
        rule="schedule.unknown-element",
        where=f"{file}: hired",
        message=f"the breakdown has no “{hire.element}”{what}; that was not applied",
        remedy="Write the element as the breakdown sheets print it.",
    )
