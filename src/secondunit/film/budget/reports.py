"""A budget on paper: top sheet and detail."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from secondunit.core.money import Money
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.budget.model import Account, Budget, DetailLine, Section

_SECTIONS = {
    Section.ABOVE_THE_LINE: "Above the Line",
    Section.PRODUCTION: "Production",
    Section.POST_PRODUCTION: "Post-Production",
    Section.OTHER: "Other",
}


def top_sheet(budget: Budget, *, production: str = "", status: str = "") -> Sheet:
    """One row an account, totals by section, contingency, grand total.

    Args:
        budget: The budget.
        production: Title of the production.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``.
    """
    rows: list[Row] = []
    for section, title in _SECTIONS.items():
        rows.append(Row(cells=(title.upper(),), style="heading"))
        rows.extend(
            Row(cells=(account.code, account.title, figure(account.total)))
            for account in budget.accounts
            if account.section is section and account.lines
        )
        rows.append(_total(f"Total {title}", budget.subtotal(section)))
    above = budget.subtotal(Section.ABOVE_THE_LINE)
    accounts = budget.subtotal()
    rows.append(_total("Total Below the Line", accounts - above))
    rows.append(_total("Total Above and Below the Line", accounts))
    rows.append(Row(cells=("", "Contingency", figure(budget.contingency))))
    rows.append(_total("GRAND TOTAL", budget.grand_total))
    return Sheet(
        key="top-sheet",
        title="Budget Top Sheet",
        production=production,
        subtitle=basis(budget),
        columns=(
            Column(title="Acct", width=8),
            Column(title="Category", width=56),
            Column(title="Total", width=16, align=Align.RIGHT),
        ),
        rows=tuple(rows),
        status=status,
        notes=_notes(budget),
    )


def detail(budget: Budget, *, production: str = "", status: str = "") -> Sheet:
    """Every line of every account, with what sets its amount.

    Args:
        budget: The budget.
        production: Title of the production.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``.
    """
    rows: list[Row] = []
    for section, title in _SECTIONS.items():
        own = [a for a in budget.accounts if a.section is section and a.lines]
        rows.append(Row(cells=(title.upper(),), style="banner"))
        for account in own:
            rows.extend(_account_rows(account))
        rows.append(_detail_total(f"Total {title}", budget.subtotal(section)))
    rows.append(_detail_total("Contingency", budget.contingency))
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


def _account_rows(account: Account) -> Iterable[Row]:
    yield Row(cells=(f"{account.code}  {account.title}",), style="heading")
    for line in account.lines:
        yield Row(cells=_line_cells(line))
    yield _detail_total(f"Total {account.title}", account.total)


def _line_cells(line: DetailLine) -> tuple[str, ...]:
    return (
        line.account,
        line.description,
        _number(line.amount),
        line.unit,
        str(line.multiplier),
        figure(line.rate),
        figure(line.total),
        line.driver,
    )


def _number(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def _total(title: str, amount: Money) -> Row:
    return Row(cells=("", title, figure(amount)), style="total")


def _detail_total(title: str, amount: Money) -> Row:
    return Row(cells=("", title, "", "", "", "", figure(amount), ""), style="total")


def basis(budget: Budget) -> str:
    """What the budget is for, in one line under the title."""
    days = "day" if budget.shooting_days == 1 else "days"
    return f"{budget.shooting_days} shooting {days} · all amounts in {budget.currency}"


def _notes(budget: Budget) -> tuple[str, ...]:
    return (f"Sources: {budget.rates_source}",) if budget.rates_source else ()
