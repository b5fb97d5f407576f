"""The cost report: budget, spent, promised, still to come, and what it will all come to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondunit.core.money import Money, total
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.budget.costs.actuals import Posting, PostingKind
from secondunit.film.budget.model import Budget, Section
from secondunit.film.budget.reports import contingency_title, figure, long_date, signature_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountCost:
    """One account, or a sum of several.

    Args:
        code: Of the account; empty for a sum.
        title: Of the account.
        section: Which block of the top sheet.
        budget: What was budgeted.
        period: Paid in the period of the report.
        actual: Paid to date.
        committed: Promised and not yet paid.
        to_complete: Estimate of what is still to come.
        is_estimated: Whether somebody gave the estimate; else it is what the budget has left.
    """

    code: str
    title: str
    section: Section
    budget: Money
    period: Money
    actual: Money
    committed: Money
    to_complete: Money
    is_estimated: bool = False

    @property
    def cost(self) -> Money:
        """Paid and promised."""
        return self.actual + self.committed

    @property
    def final(self) -> Money:
        """Estimated final cost: paid, promised and still to come."""
        return self.cost + self.to_complete

    @property
    def variance(self) -> Money:
        """Budget less estimated final cost: negative where over."""
        return self.budget - self.final


@dataclass(frozen=True, slots=True, kw_only=True)
class CostReport:
    """A cost report.

    Args:
        accounts: Every account that was budgeted or charged, by code.
        contingency: The contingency: budgeted, nothing charged, still whole.
        since: ISO date from which the period counts; empty for from the beginning.
        through: ISO date through which postings count; empty for all.
        currency: ISO 4217.
    """

    accounts: tuple[AccountCost, ...]
    contingency: AccountCost
    since: str
    through: str
    currency: str

    def sum_of(self, section: Section | None = None, *, contingency: bool = False) -> AccountCost:
        """The sum of a section's accounts, or of all; with the contingency if wanted."""
        own = [each for each in self.accounts if section in {None, each.section}]
        if contingency:
            own.append(self.contingency)

        def summed(name: str) -> Money:
            return total((getattr(each, name) for each in own), self.currency)

        return AccountCost(
            code="",
            title="",
            section=section or Section.OTHER,
            budget=summed("budget"),
            period=summed("period"),
            actual=summed("actual"),
            committed=summed("committed"),
            to_complete=summed("to_complete"),
        )


def report_costs(
    budget: Budget,
    postings: Sequence[Posting],
    *,
    estimates: Mapping[str, Money] | None = None,
    since: str = "",
    through: str = "",
) -> CostReport:
    """Reckon a cost report.

    Without an estimate an account is taken to need what its budget has left after what is paid
    and promised, and nothing once that is used up.

    Args:
        budget: What it is measured against.
        postings: The ledger.
        estimates: Estimates to complete by account code.
        since: ISO date from which the period counts.
        through: ISO date through which postings count.
    """
    nothing = Money(minor=0, currency=budget.currency)
    sums: dict[tuple[str, str], Money] = defaultdict(lambda: nothing)
    for posting in postings:
        if through and posting.date > through:
            continue
        name = "actual" if posting.kind is PostingKind.ACTUAL else "committed"
        sums[posting.account, name] += posting.amount
        if posting.kind is PostingKind.ACTUAL and posting.date >= since:
            sums[posting.account, "period"] += posting.amount
    given = estimates or {}
    charged = {account for account, _ in sums}
    accounts = []
    for account in budget.accounts:
        if not (account.lines or account.code in charged or account.code in given):
            continue
        planned = account.total if account.lines else nothing
        cost = sums[account.code, "actual"] + sums[account.code, "committed"]
        accounts.append(
            AccountCost(
                code=account.code,
                title=account.title,
                section=account.section,
                budget=planned,
                period=sums[account.code, "period"],
                actual=sums[account.code, "actual"],
                committed=sums[account.code, "committed"],
                to_complete=given.get(account.code, max(planned - cost, nothing)),
                is_estimated=account.code in given,
            )
        )
    contingency = AccountCost(
        code="",
        title=contingency_title(budget),
        section=Section.OTHER,
        budget=budget.contingency,
        period=nothing,
        actual=nothing,
        committed=nothing,
        to_complete=budget.contingency,
    )
    return CostReport(
        accounts=tuple(accounts),
        contingency=contingency,
        since=since,
        through=through,
        currency=budget.currency,
    )


def cost_sheet(report: CostReport, *, production: str = "", status: str = "") -> Sheet:
    """The cost report as accounting hands it out each week.

    Args:
        report: The report.
        production: Title of the production.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``.
    """
    rows: list[Row] = []
    for section in Section:
        own = [each for each in report.accounts if each.section is section]
        rows.append(Row(cells=(section.heading.upper(),), style="heading"))
        rows.extend(_row(each) for each in own)
        rows.append(_sum_row(f"Total {section.heading}", report.sum_of(section)))
    rows.append(_sum_row("Total Above and Below the Line", report.sum_of()))
    rows.append(_row(report.contingency))
    rows.append(_sum_row("GRAND TOTAL", report.sum_of(contingency=True)))
    rows.extend(signature_rows(["Production Accountant", "Line Producer", "Producer"]))
    titles = (
        "This\nperiod",
        "Actual\nto date",
        "Committed",
        "Total\ncost",
        "Estimate to\ncomplete",
        "Estimated\nfinal cost",
        "Budget",
        "Variance",
    )
    return Sheet(
        key="cost-report",
        title="Cost Report",
        production=production,
        subtitle=_span(report),
        columns=(
            Column(title="Acct", width=7),
            Column(title="Category", width=26),
            *(Column(title=title, width=13, align=Align.RIGHT) for title in titles),
        ),
        rows=tuple(rows),
        status=status,
        landscape=True,
        notes=(
            "Variance is budget less estimated final cost: negative is over.",
            "* estimate given by the department; others are what the budget has left.",
        ),
    )


def _span(report: CostReport) -> str:
    through = f"through {long_date(report.through)}" if report.through else "all postings"
    since = f"period since {long_date(report.since)}" if report.since else "period: to date"
    return f"{through} · {since} · all amounts in {report.currency}"


def _figures(each: AccountCost) -> Iterable[str]:
    mark = " *" if each.is_estimated else ""
    yield from map(figure, (each.period, each.actual, each.committed, each.cost))
    yield f"{figure(each.to_complete)}{mark}"
    yield from map(figure, (each.final, each.budget, each.variance))


def _row(each: AccountCost) -> Row:
    """A row of the report; nothing is a dash, so that the eye finds what moved."""
    cells = ("–" if text == "0.00" else text for text in _figures(each))
    return Row(cells=(each.code, each.title, *cells))


def _sum_row(title: str, each: AccountCost) -> Row:
    return Row(cells=("", title, *_figures(each)), style="total")
