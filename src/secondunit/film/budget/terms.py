"""What a production pays by: the chart of accounts, the crew, allowances and fringes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from secondunit.core.money import Money
from secondunit.film.breakdown.model import Category
from secondunit.film.budget.model import Section

DRIVERS = frozenset(
    {
        "flat",
        "shooting-day",
        "shooting-week",
        "night",
        "page",
        "scene",
        "set",
        "location",
        "location-day",
        "cast-member",
        "minor-day",
        *(f"element-{kind}:{c.value}" for kind in ("count", "days", "scenes") for c in Category),
    }
)
"""What an allowance may be counted by."""

BOARD_SHARES = ("night", "location", "move", "setup", "switch", "team", "cast")
"""Shares of a board's cost that the budget takes over line by line; the crew has a roster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRate:
    """One account of the chart."""

    code: str
    title: str
    section: Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Fringe:
    """What an employer pays on top of wages.

    Args:
        key: Named by crew, cast and background.
        title: As printed.
        percent: Of pay, up to the ceiling.
        per_day: Flat amount for each paid day of each person.
        ceiling: Pay of one person above which the percentage stops; None for no ceiling.
        basis: What the ceiling counts: ``person-project`` or ``person-year``.
        source: Where the numbers come from.
        verify: Nobody has confirmed them.
    """

    key: str
    title: str
    percent: Decimal = Decimal(0)
    per_day: Decimal = Decimal(0)
    ceiling: Decimal | None = None
    basis: str = "person-project"
    source: str
    verify: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post of the crew.

    Args:
        account: Where it is charged.
        post: Its name.
        count: How many people.
        unit: ``day`` or ``week``.
        rate: For each unit.
        prep: Days of preparation for each shooting day; the sum is rounded up to whole days.
        wrap: Days of wrap for each shooting day, likewise.
        fringes: Keys of the fringes.
        source: Where the rate comes from.
        verify: Nobody has confirmed it.
    """

    account: str
    post: str
    count: int = 1
    unit: str = "day"
    rate: Decimal
    prep: Decimal = Decimal(0)
    wrap: Decimal = Decimal(0)
    fringes: tuple[str, ...] = ()
    source: str
    verify: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """A cost that follows from a count of the script or the schedule.

    Args:
        account: Where it is charged.
        description: What is paid for.
        driver: One of ``DRIVERS``.
        unit: As printed.
        rate: For each unit.
        per: Units for each one the driver counts.
        least: Fewest units, however low the count.
        source: Where the rate comes from.
        verify: Nobody has confirmed it.
    """

    account: str
    description: str
    driver: str
    unit: str
    rate: Decimal
    per: Decimal = Decimal(1)
    least: Decimal = Decimal(0)
    source: str
    verify: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A percentage of all lines that are no shares themselves (insurance, bond)."""

    account: str
    description: str
    percent: Decimal
    source: str
    verify: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardAccounts:
    """Accounts that carry what the board prices, by share; teams may have their own."""

    cast: str
    night: str
    switch: str
    move: str
    location: str
    setup: str
    team: str
    teams: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """Background performers: one rate for each person on each day."""

    account: str
    rate: Decimal
    fringes: tuple[str, ...] = ()
    source: str
    verify: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CastFringes:
    """Fringes on performers."""

    fringes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """All of it.

    Args:
        source: Where the table comes from.
        version: Of the table.
        checked_on: ISO date on which somebody last looked.
        currency: ISO 4217; every amount is in it.
        contingency_percent: Of the sum of all accounts.
        week_days: Working days in a paid week.
        board: Accounts of what the board prices.
        background: Background performers.
        cast: Fringes on performers.
        accounts: The chart.
        fringes: By key.
        crew: The roster.
        allowances: Counted costs.
        shares: Percentages of the rest.
    """

    source: str
    version: int
    checked_on: str
    currency: str
    contingency_percent: Decimal
    week_days: int = 5
    board: BoardAccounts
    background: Background
    cast: CastFringes
    accounts: tuple[AccountRate, ...]
    fringes: tuple[Fringe, ...] = ()
    crew: tuple[Post, ...] = ()
    allowances: tuple[Allowance, ...] = ()
    shares: tuple[Share, ...] = ()

    def money(self, amount: Decimal) -> Money:
        """An amount of the table as money."""
        return Money(minor=int(amount * 100), currency=self.currency)

    @property
    def unconfirmed(self) -> int:
        """How many entries are flagged to be verified."""
        flags = [self.background.verify, *(fringe.verify for fringe in self.fringes)]
        flags += [post.verify for post in self.crew]
        flags += [allowance.verify for allowance in self.allowances]
        flags += [share.verify for share in self.shares]
        return sum(flags)

    def section_of(self, code: str) -> Section | None:
        """The section of an account; None when the chart has no such code."""
        return next((a.section for a in self.accounts if a.code == code), None)
