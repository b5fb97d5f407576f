"""Where things stand in the workbook of a budget: decided before anything is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from secondunit.film.budget.model import Account, Budget, DetailLine, Earner

TOP, DETAIL, GLOBALS, FRINGES, EARNERS = (
    "Top Sheet",
    "Detail",
    "Globals",
    "Fringes",
    "Earners",
)
HEAD = 4
"""Rows above the column heads of every tab, counted from 0."""
AMOUNT, TIMES, RATE, FX, TOTAL, SHARE_BASE, CONTINGENCY_BASE, OWN = "DFGHIKLM"
"""Columns of the detail tab that formulas name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarnerRow:
    """One earner in one year.

    Args:
        row: Of the earners tab, from 1.
        number: Place of the earner in the budget.
        year: The year; 0 where there is none.
        place: Of the year among the earner's years, from 0.
        weight: Days of the year, of all.
        whole: Days of all years.
        is_first: The earner's first row, which carries the days.
        is_last: The last, which takes the odd cents.
    """

    row: int
    number: int
    year: int
    place: int
    weight: int
    whole: int
    is_first: bool
    is_last: bool


@dataclass(slots=True, kw_only=True)
class Layout:
    """Row numbers, from 1, of everything formulas refer to.

    Args:
        budget: The budget.
        globals: Cell of each global by name.
        lines: Row of each line, in the order of the budget's lines.
        accounts: First and last line row and total row of each account that has lines.
        earners: Rows of the earners tab.
        fringes: Row of each fringe by key.
        last: Last row of the detail tab.
    """

    budget: Budget
    globals: dict[str, str] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    accounts: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    earners: list[EarnerRow] = field(default_factory=list)
    fringes: dict[str, int] = field(default_factory=dict)
    last: int = 0

    def lines_of(self, one: Earner) -> Iterator[tuple[int, DetailLine]]:
        """Rows of the lines by which an earner earns."""
        for row, line in zip(self.lines, self.budget.lines, strict=True):
            if (
                line.own_account == one.account
                and line.person == one.person
                and not _is_fringe(line)
            ):
                yield row, line

    def column(self, letter: str) -> str:
        """All rows of a column of the detail tab."""
        return f"{DETAIL}!${letter}${HEAD + 2}:${letter}${self.last}"


def lay_out(budget: Budget) -> Layout:
    """Decide where everything stands."""
    layout = Layout(budget=budget)
    for number, figure in enumerate(budget.globals):
        layout.globals[figure.name] = f"{GLOBALS}!$B${HEAD + 2 + number}"
    for number, fringe in enumerate(budget.fringes):
        layout.fringes[fringe.key] = HEAD + 2 + number
    row = HEAD + 2
    for account in printed_accounts(budget):
        first = row + 1
        layout.lines.extend(range(first, first + len(account.lines)))
        row = first + len(account.lines)
        layout.accounts[account.code] = (first, row - 1, row)
        row += 1
    layout.last = max(row - 1, HEAD + 2)
    layout.earners = list(_earner_rows(budget))
    return layout


def printed_accounts(budget: Budget) -> list[Account]:
    """Accounts that have lines, in the order of the budget."""
    return [account for account in budget.accounts if account.lines]


def _earner_rows(budget: Budget) -> Iterator[EarnerRow]:
    row = HEAD + 2
    for number, one in enumerate(budget.earners):
        years = one.years or ((0, 1),)
        for place, (year, weight) in enumerate(years):
            yield EarnerRow(
                row=row,
                number=number,
                year=year,
                place=place,
                weight=weight,
                whole=sum(days for _, days in years),
                is_first=place == 0,
                is_last=place == len(years) - 1,
            )
            row += 1


def _is_fringe(line: DetailLine) -> bool:
    return line.driver.startswith("fringe ")
