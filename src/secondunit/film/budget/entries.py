"""What a budget table holds, entry by entry: accounts, fringes, posts, allowances, lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from secondunit.film.budget.model import Phase, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRate:
    """One account of the chart.

    Args:
        code: ``2000``.
        title: ``Production Staff``.
        section: Which block of the top sheet.
        kind: What it holds, whatever the chart calls it; the key by which another chart and the
            programs of incentives know it.
    """

    code: str
    title: str
    section: Section
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fringe:
    """What an employer pays on top of wages.

    Args:
        key: Named by crew, cast and background.
        title: As printed.
        percent: Of pay, up to the ceiling.
        per_day: Flat amount for each paid day of each person.
        ceiling: Pay of one person above which the percentage stops; None for no ceiling.
        basis: What the ceiling counts: ``person-project`` or ``person-year`` (calendar year).
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
        sub: Sub-account, or empty.
        groups: Keys of groups.
        place: Key of the place it is spent at.
        currency: ISO 4217 of the rate; empty for that of the table.
        person: Their name for ceilings, where one person holds several posts.
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
    sub: str = ""
    groups: tuple[str, ...] = ()
    place: str = ""
    currency: str = ""
    person: str = ""


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
        sub: Sub-account, or empty.
        groups: Keys of groups.
        place: Key of the place it is spent at.
        currency: ISO 4217 of the rate; empty for that of the table.
        phase: When; by default post for accounts of post-production, else the shoot.
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
    sub: str = ""
    groups: tuple[str, ...] = ()
    place: str = ""
    currency: str = ""
    phase: Phase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeLine:
    """A line of detail as a person writes it: amount x times x rate, each an expression.

    Args:
        account: Where it is charged.
        description: What is paid for.
        amount: Expression over figures and globals: ``shoot_days``, ``paid_days[3] * 2``.
        unit: As printed.
        times: Expression of the X column; must come to a whole number.
        rate: Expression in whole currency units; a plain number as a rule.
        fringes: Keys of the fringes; none of them for goods.
        source: Where the rate comes from.
        verify: Nobody has confirmed it.
        sub: Sub-account, or empty.
        groups: Keys of groups.
        place: Key of the place it is spent at.
        currency: ISO 4217 of the rate; empty for that of the table.
        phase: When.
        person: Who earns it, for ceilings; the description by default.
        labour: True for wages without fringes.
    """

    account: str
    description: str
    amount: str
    unit: str = "allow"
    times: str = "1"
    rate: str
    fringes: tuple[str, ...] = ()
    source: str
    verify: bool = False
    sub: str = ""
    groups: tuple[str, ...] = ()
    place: str = ""
    currency: str = ""
    phase: Phase = Phase.SHOOT
    person: str = ""
    labour: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedExpression:
    """A named expression over figures and other globals."""

    name: str
    value: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines that are switched on and off together.

    Args:
        key: Named by posts, allowances and lines.
        title: As printed.
        on: Whether its lines count.
        parent: Key of the group it is part of: off with it.
    """

    key: str
    title: str
    on: bool = True
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where money is spent.

    Args:
        key: Named by posts, allowances and lines.
        title: As printed.
        jurisdiction: As programs of incentives name it (``GB``, ``US-GA``).
    """

    key: str
    title: str
    jurisdiction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubAccount:
    """A sub-account of the chart (``2001``, Unit production manager)."""

    code: str
    title: str
    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A percentage of all lines that are no shares themselves (insurance, bond, overhead).

    Args:
        account: Where it is charged.
        description: What it is.
        percent: Of the sum of lines.
        source: Where the percentage comes from.
        verify: Nobody has confirmed it.
        excludes: Codes of accounts it is not reckoned on.
    """

    account: str
    description: str
    percent: Decimal
    source: str
    verify: bool = False
    excludes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardAccounts:
    """Accounts that carry what the board prices, by share; teams may have their own.

    ``other`` carries shares of the board's cost that have no account of their own here; the
    entries of ``shares`` name accounts for some of them.
    """

    cast: str
    night: str
    switch: str
    move: str
    location: str
    setup: str
    team: str
    teams: dict[str, str]
    other: str = ""
    shares: dict[str, str] = field(default_factory=dict)
    subs: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """Background performers: one rate for each person on each day."""

    account: str
    rate: Decimal
    fringes: tuple[str, ...] = ()
    source: str
    verify: bool = False
    sub: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CastFringes:
    """Fringes on performers, and their sub-account."""

    fringes: tuple[str, ...] = ()
    sub: str = ""
