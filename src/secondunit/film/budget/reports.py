"""A budget on paper: top sheet and detail."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from secondunit.core.money import Money, total
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.budget.model import Account, Budget, DetailLine, Section

MEMO = "memo"
"""Style of rows that say what a sheet was made for or are signed on; no figures of the table."""
SIGNATURES = ("Line Producer", "Producer", "Financier or Guarantor")
"""Who signs a top sheet. Source: the signature block of bonded budgets; any may stay empty."""


def top_sheet(budget: Budget, *, production: str = "", status: str = "") -> Sheet:
    """One row an account, totals by block, contingency, grand total, lines to sign on.

    Args:
        budget: The budget.
        production: Title of the production.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``.
    """
    rows: list[Row] = [*head_rows(budget)]
    for block in budget.blocks:
        own = [account for account in budget.accounts if account.block == block]
        rows.append(Row(cells=(block.upper(),), style="heading"))
        rows.extend(
            Row(cells=top_cells(account.code, account.title, account.total, budget))
            for account in own
            if account.lines
        )
        rows.append(_total(f"Total {block}", _sum(own, budget), budget))
    above = budget.subtotal(Section.ABOVE_THE_LINE)
    accounts = budget.subtotal()
    rows.append(_total("Total Below the Line", accounts - above, budget))
    rows.append(_total("Total Above and Below the Line", accounts, budget))
    rows.append(Row(cells=top_cells("", contingency_title(budget), budget.contingency, budget)))
    rows.append(_total("GRAND TOTAL", budget.grand_total, budget))
    rows.extend(signature_rows())
    return Sheet(
        key="top-sheet",
        title="Budget Top Sheet",
        production=production,
        subtitle=basis(budget),
        columns=(
            Column(title="Acct", width=8),
            Column(title="Category", width=56),
            Column(title="Total", width=16, align=Align.RIGHT),
            Column(title="Share", width=8, align=Align.RIGHT),
        ),
        rows=tuple(rows),
        status=status,
        notes=_notes(budget),
    )


def top_cells(code: str, title: str, amount: Money, budget: Budget) -> tuple[str, ...]:
    """A row of the top sheet, with its share of the grand total in tenths of a percent."""
    whole = budget.grand_total.minor
    share = f"{Decimal(amount.minor) / whole * 100:.1f} %" if whole else ""
    return (code, title, figure(amount), share)


def detail(budget: Budget, *, production: str = "", status: str = "") -> Sheet:
    """Every line of every account, by sub-account, with what sets its amount.

    Args:
        budget: The budget.
        production: Title of the production.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``.
    """
    rows: list[Row] = []
    for block in budget.blocks:
        own = [account for account in budget.accounts if account.block == block]
        rows.append(Row(cells=(block.upper(),), style="banner"))
        for account in own:
            if account.lines:
                rows.extend(_account_rows(account, budget))
        rows.append(_detail_total(f"Total {block}", _sum(own, budget)))
    rows.append(_detail_total(contingency_title(budget), budget.contingency))
    rows.append(_detail_total("GRAND TOTAL", budget.grand_total))
    return Sheet(
        key="budget-detail",
        title="Budget Detail",
        production=production,
        subtitle=basis(budget),
        columns=(
            Column(title="Acct", width=6),
            Column(title="Description", width=38),
            Column(title="Amount", width=9, align=Align.RIGHT),
            Column(title="Unit", width=10),
            Column(title="X", width=4, align=Align.RIGHT),
            Column(title="Rate", width=13, align=Align.RIGHT),
            Column(title="Total", width=14, align=Align.RIGHT),
            Column(title="Set by", width=20),
        ),
        rows=tuple(rows),
        status=status,
        landscape=True,
        notes=_notes(budget),
    )


def figure(money: Money) -> str:
    """An amount as a column prints it, without the currency.

    >>> figure(Money(minor=-1234050))
    '-12,340.50'
    """
    return str(money).rpartition(" ")[0]


def contingency_title(budget: Budget) -> str:
    """The contingency with its percentage and the accounts that carry none."""
    percent = number(budget.contingency_percent)
    without = ", ".join(budget.contingency_excludes)
    return f"Contingency {percent} %" + (f" (without {without})" if without else "")


def head_rows(budget: Budget) -> Iterable[Row]:
    """What the budget was made for: places, schedule, groups that are off."""
    shoot = budget.shoot
    if shoot.first:
        named = ", ".join(shoot.locations[:4])
        rest = len(shoot.locations) - 4
        off = ", ".join(key for key, on in budget.groups if not on) or "none"
        yield memo(
            f"Locations: {named}{f' and {rest} more' if rest > 0 else ''}",
            f"Schedule no. {shoot.board[:8]} · groups off: {off}",
        )


def signature_rows(names: Sequence[str] = SIGNATURES) -> Iterable[Row]:
    """Lines to sign on, with date."""
    yield memo(" ")
    yield memo(*["_" * 30 for _ in names])
    yield memo(*(f"{name}, date" for name in names))


def memo(*cells: str) -> Row:
    """A row outside the table: one text across, or a few in even spaces."""
    return Row(cells=cells, style=MEMO)


def long_date(iso: str) -> str:
    """A date as a call sheet prints it.

    >>> long_date("2027-01-11")
    'Mon 11 Jan 2027'
    """
    day = datetime.date.fromisoformat(iso)
    names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return f"{names[day.weekday()]} {day.day} {months[day.month - 1]} {day.year}"


def number(amount: Decimal) -> str:
    """A count as a column prints it.

    >>> number(Decimal("5.3000")), number(Decimal(40))
    ('5.3', '40')
    """
    return f"{amount.normalize():f}"


def _account_rows(account: Account, budget: Budget) -> Iterable[Row]:
    yield Row(cells=(f"{account.code}  {account.title}",), style="heading")
    titles = dict(account.subs)
    for sub, group in groupby(account.lines, key=lambda line: line.sub):
        lines = list(group)
        for line in lines:
            yield Row(cells=line_cells(line, budget))
        if sub and len(lines) > 1:
            amount = total((line.total for line in lines), budget.currency)
            title = f"{titles.get(sub, sub)}: total"
            yield Row(cells=(sub, title, "", "", "", "", figure(amount), ""), style="sub-total")
    yield _detail_total(f"Total {account.title}", account.total)


def line_cells(line: DetailLine, budget: Budget) -> tuple[str, ...]:
    """A line of detail as its columns print it: a percentage as such, a foreign rate with its
    currency."""
    is_share = line.unit in {"of pay", "of budget"}
    amount = f"{number(line.amount * 100)} %" if is_share else number(line.amount)
    foreign = line.rate.currency != budget.currency
    return (
        line.sub or line.account,
        line.description,
        amount,
        line.unit,
        str(line.multiplier),
        str(line.rate) if foreign else figure(line.rate),
        figure(line.total),
        line.driver,
    )


def _sum(accounts: Iterable[Account], budget: Budget) -> Money:
    return total((account.total for account in accounts if account.lines), budget.currency)


def _total(title: str, amount: Money, budget: Budget) -> Row:
    return Row(cells=top_cells("", title, amount, budget), style="total")


def _detail_total(title: str, amount: Money) -> Row:
    return Row(cells=("", title, "", "", "", "", figure(amount), ""), style="total")


def basis(budget: Budget) -> str:
    """What the budget is for, in one line under the title."""
    days = "day" if budget.shooting_days == 1 else "days"
    shoot = budget.shoot
    parts = [f"{budget.shooting_days} shooting {days}"]
    if shoot.first:
        nights = f", {shoot.nights} at night" if shoot.nights else ""
        parts[0] += f"{nights}, {long_date(shoot.first)} to {long_date(shoot.last)}"
        parts.append(f"{shoot.pages} pages")
    return " · ".join([*parts, f"all amounts in {budget.currency}"])


def month(iso: str) -> str:
    """The month of a date.

    >>> month("2028-07-26")
    'Jul 2028'
    """
    return long_date(iso).split(" ", 2)[2]


def _notes(budget: Budget) -> tuple[str, ...]:
    notes = []
    if budget.rates_source:
        notes.append(f"Sources: {budget.rates_source}")
    if budget.fx_note:
        notes.append(f"Exchange: {budget.fx_note}")
    return tuple(notes)
