"""How the cost of a board and the budget hang together."""

from __future__ import annotations

from collections.abc import Iterable

from secondunit.core.money import Money, total
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.budget.model import Budget
from secondunit.film.budget.reports import basis, figure
from secondunit.film.schedule.board import unit_words
from secondunit.film.schedule.model import Board, CostShare
from secondunit.film.schedule.units.price import UNIT

_SHARES = {
    "crew": "Crew days",
    "night": "Night premium",
    "location": "Location days",
    "move": "Company moves",
    "setup": "Location set-ups",
    "switch": "Changes of shift",
    "team": "Special teams",
    "cast": "Cast",
    "idle": "Crew kept idle",
}

_COLUMNS = (
    Column(title="Share of the board", width=26),
    Column(title="Board", width=16, align=Align.RIGHT),
    Column(title="Budget", width=16, align=Align.RIGHT),
    Column(title="Difference", width=16, align=Align.RIGHT),
    Column(title="Accounts", width=26),
)

_NOTES = (
    "Crew days: the board reckons one flat rate a day, the budget its roster and daily equipment "
    "before fringes.",
    "Not on the board: preparation, wrap, fringes, background, things, post-production, insurance "
    "and the rest of the other accounts.",
)


def reconcile(budget: Budget, board: Board, *, production: str = "", status: str = "") -> Sheet:
    """Lead from the cost of a board, share by share, to the grand total of its budget.

    Args:
        budget: The budget.
        board: The board it prices.
        production: Title of the production.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``.
    """
    priced = {share.key: priced_share(budget, share.key) for share in board.shares}
    rows = [_share_row(budget, share, priced[share.key]) for share in board.shares]
    on_board = total(priced.values(), budget.currency)
    return Sheet(
        key="reconciliation",
        title="Board and Budget",
        production=production,
        subtitle=basis(budget),
        columns=_COLUMNS,
        rows=(*rows, *_closing_rows(budget, board.cost, on_board)),
        status=status,
        notes=_NOTES,
    )


def priced_share(budget: Budget, share: str) -> Money:
    """Sum of the lines that carry a share of the board's cost."""
    lines = (line for account in budget.accounts for line in account.lines)
    return total((line.total for line in lines if line.share == share), budget.currency)


def _share_row(budget: Budget, share: CostShare, priced: Money) -> Row:
    codes = ", ".join(
        account.code
        for account in budget.accounts
        if any(line.share == share.key for line in account.lines)
    )
    title = _SHARES.get(share.key, share.key)
    if share.key.startswith(UNIT):
        title = unit_words(share.key.removeprefix(UNIT)).capitalize()
    gap = figure(priced - share.amount)
    return Row(cells=(title, figure(share.amount), figure(priced), gap, codes))


def _closing_rows(budget: Budget, cost: Money, on_board: Money) -> Iterable[Row]:
    """Totals of the board, and what the budget holds beyond it."""
    rest = budget.grand_total - budget.contingency - on_board
    gap = figure(on_board - cost)
    sums = ("Cost of the board", figure(cost), figure(on_board), gap, "")
    yield Row(cells=sums, style="total")
    yield Row(cells=("Not on the board", "", figure(rest), figure(rest), "other lines"))
    yield Row(cells=("Contingency", "", *[figure(budget.contingency)] * 2, ""))
    beyond = figure(budget.grand_total - cost)
    grand = ("Grand total of the budget", figure(cost), figure(budget.grand_total), beyond, "")
    yield Row(cells=grand, style="total")
