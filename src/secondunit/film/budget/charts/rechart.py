"""A budget set in another chart: the same lines, the same money, other accounts."""

from __future__ import annotations

from dataclasses import replace

from secondunit.core.errors import InputError
from secondunit.film.budget.charts.chart import Chart, ChartAccount
from secondunit.film.budget.model import Account, Budget, DetailLine


def rechart(budget: Budget, chart: Chart) -> Budget:
    """The budget in another chart of accounts, to the same cent.

    Args:
        budget: The budget, in the production's own chart.
        chart: The chart wanted.

    Raises:
        InputError: A line belongs to no account of the chart; the message names its account.
    """
    held: dict[str, list[DetailLine]] = {account.code: [] for account in chart.accounts}
    for account in budget.accounts:
        for line in account.lines:
            found = _account_of(account, line, chart)
            held[found.code].append(
                replace(line, account=found.code, sub="", origin=line.own_account)
            )
    return replace(
        budget,
        accounts=tuple(
            Account(
                code=account.code,
                title=account.title,
                section=account.section,
                lines=tuple(held[account.code]),
                kind=next((kind for kind in account.kinds if kind != "*"), ""),
                category=account.category,
            )
            for account in chart.accounts
        ),
    )


def _account_of(account: Account, line: DetailLine, chart: Chart) -> ChartAccount:
    for candidate in chart.accounts:
        if candidate.holds(account.kind, line.nature):
            return candidate
    raise InputError(
        f"chart “{chart.key}” has no account for “{line.description}” of account {account.code}"
        f" ({account.kind or 'no kind given'})",
        remedy="Give the account a `kind` in budget.toml, or the chart an account for *.",
    )
