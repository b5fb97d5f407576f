"""Formulas of pay by person and year, and of what each fringe is taken of."""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.adapters.spreadsheet.cells import DETAIL, FRINGES, EarnerRow, Layout
from secondunit.film.budget.model import FringeTerms

FIRST_FRINGE = 6
"""Column of the first fringe on the earners tab, from 0."""


def earned_formula(layout: Layout, at: EarnerRow) -> str:
    """Pay of one person in one year: the person's lines, by the people who share them."""
    one = layout.budget.earners[at.number]
    sums = "+".join(f"{DETAIL}!$I${row}" for row, _ in layout.lines_of(one)) or "0"
    whole = f"ROUND(({sums})/D{at.row},2)"
    if at.is_first and at.is_last:
        return whole
    if not at.is_last:
        return f"ROUND({whole}*{at.weight}/{at.whole},2)"
    first = next(each.row for each in layout.earners if each.number == at.number)
    return f"{whole}-SUM(E{first}:E{at.row - 1})"


def days_formula(layout: Layout, at: EarnerRow) -> str:
    """Paid days of one person, on the first of their rows."""
    one = layout.budget.earners[at.number]
    parts = []
    for row, line in layout.lines_of(one):
        match line.unit:
            case "day":
                parts.append(f"{DETAIL}!$D${row}")
            case "week":
                parts.append(f"{DETAIL}!$D${row}*{layout.budget.week_days}")
            case _:
                parts.append("1")
    return "+".join(parts) or "0"


def fringe_columns(layout: Layout) -> Iterator[tuple[FringeTerms, int, bool]]:
    """Each fringe with its column, from 0, and whether that column counts days."""
    column = FIRST_FRINGE
    for fringe in layout.budget.fringes:
        if fringe.percent:
            yield fringe, column, False
            column += 1
        if fringe.per_day.minor:
            yield fringe, column, True
            column += 1


def base_formula(layout: Layout, at: EarnerRow, fringe: FringeTerms, letter: str) -> str:
    """What a fringe's percentage is taken of in one row: pay within the ceiling, of all alike."""
    if fringe.ceiling is None:
        return f"E{at.row}*D{at.row}"
    room = f"{FRINGES}!$E${layout.fringes[fringe.key]}"
    earners = layout.budget.earners
    person = earners[at.number].person
    before = [
        f"{letter}{each.row}/D{each.row}"
        for each in layout.earners
        if each.row < at.row
        and earners[each.number].person == person
        and fringe.key in earners[each.number].fringes
        and (each.year == at.year or not fringe.by_year)
    ]
    if before:
        room = f"({room}-({'+'.join(before)}))"
    return f"MAX(0,MIN(E{at.row},{room}))*D{at.row}"


def column_letter(column: int) -> str:
    """The letters of a column, counted from 0.

    >>> column_letter(0), column_letter(26)
    ('A', 'AA')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
