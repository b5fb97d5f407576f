"""What a production pays by: the chart of accounts, the crew, allowances and fringes."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from secondunit.core.money import Money
from secondunit.film.breakdown.model import Category
from secondunit.film.budget.entries import (
    AccountRate,
    Allowance,
    Background,
    BoardAccounts,
    CastFringes,
    FreeLine,
    Fringe,
    Group,
    NamedExpression,
    Place,
    Post,
    Share,
    SubAccount,
)
from secondunit.film.budget.model import Section

DRIVERS: dict[str, str] = {
    "flat": "1",
    "shooting-day": "shoot_days",
    "shooting-week": "shoot_weeks",
    "night": "nights",
    "page": "pages",
    "scene": "scenes",
    "set": "sets",
    "location": "locations",
    "location-day": "location_days",
    "cast-member": "cast_members",
    "minor-day": "minor_days",
    **{
        f"element-{kind}:{c.value}": f"element_{kind}[{c.value}]"
        for kind in ("count", "days", "scenes")
        for c in Category
    },
}
"""What an allowance may be counted by, and the figure that counts it."""

BOARD_SHARES = ("night", "location", "move", "setup", "switch", "team", "cast")
"""Shares of a board's cost that the budget takes over line by line; the crew has a roster."""


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
        globals: Named expressions.
        lines: Lines of detail as people write them.
        groups: Lines switched on and off together.
        places: Where money is spent.
        sub_accounts: Parts of accounts.
        contingency_excludes: Codes of accounts that carry no contingency.
        fringe_subs: Sub-account of the fringes, by account.
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
    globals: tuple[NamedExpression, ...] = ()
    lines: tuple[FreeLine, ...] = ()
    groups: tuple[Group, ...] = ()
    places: tuple[Place, ...] = ()
    sub_accounts: tuple[SubAccount, ...] = ()
    contingency_excludes: tuple[str, ...] = ()
    fringe_subs: dict[str, str] = field(default_factory=dict)

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
        flags += [line.verify for line in self.lines]
        return sum(flags)

    def section_of(self, code: str) -> Section | None:
        """The section of an account; None when the chart has no such code."""
        return next((a.section for a in self.accounts if a.code == code), None)

    def is_on(self, groups: tuple[str, ...]) -> bool:
        """Whether all of these groups, and those they are part of, are on."""
        known = {group.key: group for group in self.groups}
        wanted, seen = list(groups), set[str]()
        while wanted:
            group = known.get(wanted.pop())
            if group is not None and group.key not in seen:
                if not group.on:
                    return False
                seen.add(group.key)
                wanted.append(group.parent)
        return True
