"""A budget on paper: top sheet, detail, and its reconciliation with the board."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from secondunit.core.money import Money, total
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.budget.model import Account, Budget, DetailLine, Section
from secondunit.film.schedule.model import Board

_SECTIONS = {
    Section.ABOVE_THE_LINE: "Above the Line",
    Section.PRODUCTION: "Production",
    Section.POST_PRODUCTION: "Post-Production",
    Section.OTHER: "Other",
}
_SHARES = {
    "crew": "Crew days",
    "night": "Night premium",
    "location": "Location days",
    "move": "Company moves",
    "setup": "Location set-ups",
    "switch": "Changes of shift",
    "team": "Special teams",
    "cast": "Cast",
}


def section_total(budget: Budget, section: Section) -> Money:
    """Sum of a section's accounts."""
    own = (account.total for account in budget.accounts if account.section is section)
    return total(own, budget.currency)


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
        rows.append(_total(f"Total {title}", section_total(budget, section)))
    above = section_total(budget, Section.ABOVE_THE_LINE)
    accounts = total((account.total for account in budget.accounts), budget.currency)
    rows.append(_total("Total Below the Line", accounts - above))
    rows.append(_total("Total Above and Below the Line", accounts))
    rows.append(Row(cells=("", "Contingency", figure(budget.contingency))))
    rows.append(_total("GRAND TOTAL", budget.grand_total))
    return Sheet(
        key="top-sheet",
        title="Budget Top Sheet",
        production=production,
        subtitle=_subtitle(budget),
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
        rows.append(_detail_total(f"Total {title}", section_total(budget, section)))
    rows.append(_detail_total("Contingency", budget.contingency))
    rows.append(_detail_total("GRAND TOTAL", budget.grand_total))
    return Sheet(
        key="budget-detail",
        title="Budget Detail",
        production=production,
        subtitle=_subtitle(budget),
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


def reconcile(budget: Budget, board: Board, *, production: str = "", status: str = "") -> Sheet:
    """How the board's cost and the budget hang together, share by share.

    Args:
        budget: The budget.
        board: The board it prices.
        production: Title of the production.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``.
    """
    lines = [line for account in budget.accounts for line in account.lines]
    rows, gaps = [], []
    for share in board.shares:
        own = [line for line in lines if line.share == share.key]
        priced = total((line.total for line in own), budget.currency)
        gaps.append(priced - share.amount)
        codes = ", ".join(sorted({line.account for line in own}))
        cells = (_SHARES.get(share.key, share.key), figure(share.amount), figure(priced))
        rows.append(Row(cells=(*cells, figure(gaps[-1]), codes)))
    gap = total(gaps, budget.currency)
    rows.append(
        Row(
            cells=(
                "Cost of the board",
                figure(board.cost),
                figure(board.cost + gap),
                figure(gap),
                "",
            ),
            style="total",
        )
    )
    rest = budget.grand_total - budget.contingency - board.cost - gap
    rows.append(Row(cells=("Not on the board", "", figure(rest), figure(rest), "other accounts")))
    rows.append(Row(cells=("Contingency", "", figure(budget.contingency), "", "")))
    grand = ("Grand total of the budget", "", figure(budget.grand_total), "", "")
    rows.append(Row(cells=grand, style="total"))
    return Sheet(
        key="reconciliation",
        title="Board and Budget",
        production=production,
        subtitle=_subtitle(budget),
        columns=(
            Column(title="Share of the board", width=26),
            Column(title="Board", width=16, align=Align.RIGHT),
            Column(title="Budget", width=16, align=Align.RIGHT),
            Column(title="Difference", width=16, align=Align.RIGHT),
            Column(title="Accounts", width=26),
        ),
        rows=tuple(rows),
        status=status,
        notes=(
            "Crew days: the board reckons one flat rate a day, the budget its roster and daily "
            "equipment before fringes.",
            "Not on the board: preparation, wrap, fringes, background, things, post-production, "
            "insurance and the rest of the other accounts.",
        ),
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


def _subtitle(budget: Budget) -> str:
    days = "day" if budget.shooting_days == 1 else "days"
    return f"{budget.shooting_days} shooting {days} · all amounts in {budget.currency}"


def _notes(budget: Budget) -> tuple[str, ...]:
    return (f"Rates: {budget.rates_source}",) if budget.rates_source else ()
