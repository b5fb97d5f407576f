"""Which lines of a budget qualify under a program, and why the others do not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from secondunit.core.errors import InputError
from secondunit.core.money import Money
from secondunit.film.budget.arithmetic import times, whole_cents
from secondunit.film.budget.exchange import Exchange
from secondunit.film.budget.incentives.program import Program
from secondunit.film.budget.model import Account, Budget, DetailLine, Nature, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class QualifyingLine:
    """One line of detail as a program sees it.

    Args:
        account: Its code.
        kind: Kind of its account.
        section: Section of its account.
        description: Of the line.
        total: What it costs.
        core: Core spend of it, wherever spent.
        qualifying: What qualifies, before the program's caps on the sum.
        reason: Why the rest does not; empty when all does.
        nature: Of the line.
    """

    account: str
    kind: str
    section: Section
    description: str
    total: Money
    core: Money
    qualifying: Money
    reason: str
    nature: Nature


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """Amounts of a program in the currency of the budget.

    Args:
        program: The program.
        currency: Of the budget.
        exchange: Exchange rates; None where there are none.
    """

    program: Program
    currency: str
    exchange: Exchange | None

    def money(self, amount: Decimal) -> Money:
        """An amount of the program as money of the budget.

        Raises:
            InputError: The program's currency is not quoted.
        """
        own = self.program.currency
        fx = Decimal(1)
        if own != self.currency:
            if self.exchange is None:
                raise InputError(
                    f"{self.program.title} is in {own}, the budget in {self.currency}",
                    remedy="Add currencies.toml to the production's tables.",
                )
            fx = self.exchange.rate(own, self.currency)
        return times(
            Money(minor=whole_cents(amount * 100), currency=own),
            Decimal(1),
            currency=self.currency,
            fx=fx,
        )


def qualify_lines(budget: Budget, program: Program, amounts: Amounts) -> tuple[QualifyingLine, ...]:
    """Every line of a budget as a program sees it, before the caps on sums.

    A line without a place is taken as spent in the program's jurisdiction. The cap on a person is
    used up in the order of the accounts.

    Raises:
        InputError: The program's currency is not quoted.
    """
    left: dict[str, int] = {}
    places = dict(budget.places)
    cap = None if program.person_cap is None else amounts.money(program.person_cap)
    found = []
    for account in budget.accounts:
        for line in account.lines:
            reason = _exclusion(account, line, program)
            core = Money(minor=0, currency=budget.currency) if reason else line.total
            qualifying = core
            if not reason and line.place and places.get(line.place) != program.jurisdiction:
                reason, qualifying = "spent elsewhere", qualifying * 0
            if not reason and cap is not None and line.nature is Nature.LABOUR:
                room = left.setdefault(line.person, cap.minor * line.multiplier)
                minor = min(room, line.total.minor)
                left[line.person] = room - minor
                if minor < line.total.minor:
                    reason = f"above {cap} a person"
                    qualifying = Money(minor=minor, currency=budget.currency)
            found.append(
                QualifyingLine(
                    account=account.code,
                    kind=account.kind,
                    section=account.section,
                    description=line.description,
                    total=line.total,
                    core=core,
                    qualifying=qualifying,
                    reason=reason,
                    nature=line.nature,
                )
            )
    return tuple(found)


def _exclusion(account: Account, line: DetailLine, program: Program) -> str:
    """Why a line is not core spend; empty when it is."""
    for each in program.excludes:
        if account.kind in each.but_kinds:
            continue
        marks = (
            account.section in each.sections,
            account.kind in each.kinds,
            line.nature in each.natures,
        )
        if any(marks):
            return each.reason
    return ""
