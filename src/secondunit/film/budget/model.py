"""The nouns of the budget."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from secondunit.core.money import Money, total


class Section(StrEnum):
    """The four blocks of a top sheet."""

    ABOVE_THE_LINE = "above-the-line"
    PRODUCTION = "production"
    POST_PRODUCTION = "post-production"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailLine:
    """One line of detail: ``amount x multiplier x rate``.

    Args:
        account: Account code (``2000``).
        description: What is paid for.
        amount: How many units.
        unit: ``day``, ``week``, ``allow``.
        multiplier: The X column: how many of them.
        rate: Per unit.
        total: ``rate`` times both counts, exact to the minor unit.
        driver: What in the schedule sets the amount (``paid days of cast 3``), or ``allowance``.
        fringes: Keys of the fringes that apply.
        share: Share of the board's cost that the line carries (``crew``, ``cast``, ...); empty
            for what the board does not price.
    """

    account: str
    description: str
    amount: Decimal
    unit: str
    multiplier: int
    rate: Money
    total: Money
    driver: str = ""
    fringes: tuple[str, ...] = ()
    share: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account of the chart with its lines; fringes are lines of the account's own.

    Args:
        code: ``2000``.
        title: ``Production Staff``.
        section: Which block of the top sheet.
        lines: Its detail.
    """

    code: str
    title: str
    section: Section
    lines: tuple[DetailLine, ...]

    @property
    def total(self) -> Money:
        """Sum of the lines, in their currency."""
        currency = self.lines[0].total.currency if self.lines else Money(minor=0).currency
        return total((line.total for line in self.lines), currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """A budget that follows from one board.

    Args:
        accounts: By code.
        contingency: Share of the sum of accounts, its own row on the top sheet.
        grand_total: Sum of accounts plus contingency.
        currency: ISO 4217.
        shooting_days: Of the board it prices.
        board_cost: Cost of that board by its own table, for reconciliation.
        rates_source: Where the rates come from, with the date they were checked.
    """

    accounts: tuple[Account, ...]
    contingency: Money
    grand_total: Money
    currency: str
    shooting_days: int
    board_cost: Money
    rates_source: str = ""

    def subtotal(self, section: Section | None = None) -> Money:
        """Sum of a section's accounts, or of all of them."""
        lines = (
            line
            for account in self.accounts
            if section in {None, account.section}
            for line in account.lines
        )
        return total((line.total for line in lines), self.currency)
