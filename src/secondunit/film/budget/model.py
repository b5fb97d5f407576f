"""The nouns of the budget."""

from __future__ import annotations

from collections.abc import Iterator
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

    @property
    def heading(self) -> str:
        """As a top sheet prints it."""
        words = {"above-the-line": "Above the Line", "post-production": "Post-Production"}
        return words.get(self.value, self.value.title())


class Phase(StrEnum):
    """When in the life of a production something is paid for."""

    PREP = "prep"
    SHOOT = "shoot"
    WRAP = "wrap"
    POST = "post"


class Nature(StrEnum):
    """What kind of cost a line is; incentives and fringes ask."""

    LABOUR = "labour"
    FRINGE = "fringe"
    GOODS = "goods"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailLine:
    """One line of detail: ``amount x multiplier x rate``.

    Args:
        account: Account code (``2000``).
        description: What is paid for.
        amount: How many units.
        unit: ``day``, ``week``, ``allow``.
        multiplier: The X column: how many of them.
        rate: Per unit, in the currency it is paid in.
        total: ``rate`` times both counts in the currency of the budget, half a cent rounded up.
        driver: What in the schedule sets the amount (``paid days of cast 3``), or ``allowance``.
        fringes: Keys of the fringes that apply.
        share: Share of the board's cost that the line carries (``crew``, ``cast``, ...); empty
            for what the board does not price.
        expression: What ``amount`` was reckoned from, over the budget's figures; empty for a
            percentage.
        sub: Sub-account (``2001``), or empty.
        phase: When it is paid for; None for what has no time.
        nature: What kind of cost it is.
        person: Who earns it, where somebody does: ceilings count all lines of one person. Of a
            fringe, the account whose earners bear it.
        place: Key of the place it is spent at; empty for wherever the production shoots.
        groups: Keys of the groups it belongs to; it counts only while all of them are on.
        fx: Units of the budget's currency for one unit of the rate's.
        origin: Account in the production's own chart, where the line is shown in another one.
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
    expression: str = ""
    sub: str = ""
    phase: Phase | None = None
    nature: Nature = Nature.GOODS
    person: str = ""
    place: str = ""
    groups: tuple[str, ...] = ()
    fx: Decimal = Decimal(1)
    origin: str = ""

    @property
    def own_account(self) -> str:
        """Account in the production's own chart."""
        return self.origin or self.account


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account of the chart with its lines; fringes are lines of the account's own.

    Args:
        code: ``2000``.
        title: ``Production Staff``.
        section: Which block of the top sheet.
        lines: Its detail.
        kind: What it holds, whatever the chart calls it (``production-staff``).
        category: Title of its block where the chart has blocks of its own; else the section's.
        subs: Titles of its sub-accounts by code.
    """

    code: str
    title: str
    section: Section
    lines: tuple[DetailLine, ...]
    kind: str = ""
    category: str = ""
    subs: tuple[tuple[str, str], ...] = ()

    @property
    def total(self) -> Money:
        """Sum of the lines, in their currency."""
        currency = self.lines[0].total.currency if self.lines else Money(minor=0).currency
        return total((line.total for line in self.lines), currency)

    @property
    def block(self) -> str:
        """Title of the block it stands in."""
        return self.category or self.section.heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Global:
    """One figure that amounts are reckoned from.

    Args:
        name: ``shoot_days``, ``paid_days[3]``, or a global of the production.
        value: Its value.
        expression: Of a global; empty for what is counted.
        unit: As printed.
    """

    name: str
    value: Decimal
    expression: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earner:
    """What one person, or each of several alike, earns in one account.

    Args:
        account: Where it is charged.
        person: As the lines name them.
        people: How many are paid alike.
        earned: By each of them.
        days: Paid days of each of them.
        fringes: Keys of the fringes that apply.
        years: Calendar years, ascending, each with the days in proportion to which pay falls
            into it.
    """

    account: str
    person: str
    people: int
    earned: Money
    days: Decimal
    fringes: tuple[str, ...]
    years: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FringeTerms:
    """A fringe as the budget applied it: see ``terms.Fringe``."""

    key: str
    title: str
    percent: Decimal
    per_day: Money
    ceiling: Money | None
    by_year: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shoot:
    """What the budget was made for, as its head prints it.

    Args:
        first: ISO date of the first shooting day, or empty.
        last: Of the last.
        nights: Night shifts among them.
        pages: Page length on the board, in pages.
        locations: Where, by falling number of days.
        board: Digest of the board it prices.
    """

    first: str = ""
    last: str = ""
    nights: int = 0
    pages: str = ""
    locations: tuple[str, ...] = ()
    board: str = ""


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
        contingency_percent: Of the accounts that carry it.
        contingency_excludes: Codes of the accounts that carry none.
        share_excludes: By description of a share, codes of the accounts it is no share of.
        globals: What amounts are reckoned from.
        earners: Who earns what, for fringes and their ceilings.
        fringes: As applied.
        groups: Keys of all groups, and whether each is on.
        shoot: What it was made for.
        places: Jurisdiction of each place by key.
        fx_note: Which exchange rates were used, or empty.
        week_days: Working days in a paid week.
    """

    accounts: tuple[Account, ...]
    contingency: Money
    grand_total: Money
    currency: str
    shooting_days: int
    board_cost: Money
    rates_source: str = ""
    contingency_percent: Decimal = Decimal(0)
    contingency_excludes: tuple[str, ...] = ()
    share_excludes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    globals: tuple[Global, ...] = ()
    earners: tuple[Earner, ...] = ()
    fringes: tuple[FringeTerms, ...] = ()
    groups: tuple[tuple[str, bool], ...] = ()
    shoot: Shoot = Shoot()
    places: tuple[tuple[str, str], ...] = ()
    fx_note: str = ""
    week_days: int = 5

    @property
    def lines(self) -> Iterator[DetailLine]:
        """Every line of detail, account by account."""
        return (line for account in self.accounts for line in account.lines)

    @property
    def blocks(self) -> tuple[str, ...]:
        """Titles of the blocks of the top sheet, in the order of the chart."""
        order = list(Section)
        ranked = sorted(self.accounts, key=lambda account: order.index(account.section))
        titles = [account.block for account in ranked if account.category or account.lines]
        plain = [section.heading for section in Section]
        return tuple(dict.fromkeys(titles if any(a.category for a in ranked) else plain))

    def subtotal(self, section: Section | None = None) -> Money:
        """Sum of a section's accounts, or of all of them."""
        lines = (
            line
            for account in self.accounts
            if section in {None, account.section}
            for line in account.lines
        )
        return total((line.total for line in lines), self.currency)
