"""Fringes: what is paid on top of wages, account by account, within each person's ceiling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from secondunit.core.money import Money, total
from secondunit.film.budget.model import DetailLine
from secondunit.film.budget.terms import Fringe, Rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """What one person, or each of several alike, earns on the production.

    Args:
        account: Where it is charged.
        people: How many are paid alike.
        earned: By each of them.
        days: Paid days of each of them.
        fringes: Keys of the fringes that apply.
    """

    account: str
    people: int
    earned: Money
    days: Decimal
    fringes: tuple[str, ...]


def price_line(line: DetailLine) -> DetailLine:
    """The line with its total: rate times both counts, half a cent rounded to even.

    The total of the line given is not read.
    """
    return replace(line, total=line.rate.part(line.amount * line.multiplier))


def fringe_lines(pays: Sequence[Pay], rates: Rates) -> list[DetailLine]:
    """One line for each fringe of each account, in the table's order."""
    lines: list[DetailLine] = []
    for account in sorted({pay.account for pay in pays}):
        own = [pay for pay in pays if pay.account == account]
        for fringe in rates.fringes:
            paid = [pay for pay in own if fringe.key in pay.fringes]
            lines.extend(_lines(account, fringe, paid, rates))
    return lines


def _lines(account: str, fringe: Fringe, pays: Sequence[Pay], rates: Rates) -> Iterable[DetailLine]:
    base = total((_within(pay, fringe, rates) * pay.people for pay in pays), rates.currency)
    if fringe.percent and base.minor:
        yield _line(account, fringe, fringe.percent / 100, "of pay", base)
    days = sum((pay.days * pay.people for pay in pays), Decimal(0))
    if fringe.per_day and days:
        yield _line(account, fringe, days, "day", rates.money(fringe.per_day))


def _within(pay: Pay, fringe: Fringe, rates: Rates) -> Money:
    if fringe.ceiling is None:
        return pay.earned
    return min(pay.earned, rates.money(fringe.ceiling))


def _line(account: str, fringe: Fringe, amount: Decimal, unit: str, rate: Money) -> DetailLine:
    percent = f" {_plain(fringe.percent)} %" if unit == "of pay" else ""
    ceiling = f" up to {fringe.ceiling:,.2f} a person" if percent and fringe.ceiling else ""
    return price_line(
        DetailLine(
            account=account,
            description=f"Fringe: {fringe.title}{percent}{ceiling}",
            amount=amount,
            unit=unit,
            multiplier=1,
            rate=rate,
            total=rate,
            driver="fringe",
        )
    )


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
