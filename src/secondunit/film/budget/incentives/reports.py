"""Incentives on paper: programs side by side, and one program line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondunit.core.finding import Severity
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.budget.incentives.assess import Assessment
from secondunit.film.budget.model import Budget
from secondunit.film.budget.reports import basis, figure, month, top_cells


def programs_sheet(
    budget: Budget, found: Sequence[Assessment], *, production: str = "", status: str = ""
) -> Sheet:
    """Each program in a row: what qualifies, gross, what is lost on the way, net, and when.

    Args:
        budget: The budget assessed.
        found: The assessments.
        production: Title of the production.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``.
    """
    rows = [_program_row(each, budget) for each in found]
    return Sheet(
        key="incentives",
        title="Incentives Compared",
        production=production,
        subtitle=f"{basis(budget)} · as if the film were shot in each jurisdiction",
        columns=(
            Column(title="Program", width=34),
            *(
                Column(title=title, width=13, align=Align.RIGHT)
                for title in (
                    "Qualifying",
                    "Gross",
                    "Tax and\ndiscount",
                    "Audit",
                    "Net",
                    "Financing",
                    "Net of\nfinancing",
                    "Net cost",
                )
            ),
            Column(title="Cash", width=10),
        ),
        rows=tuple(rows),
        status=status,
        landscape=True,
        notes=tuple(note for each in found for note in _notes(each)),
    )


def program_sheet(
    budget: Budget, found: Assessment, *, production: str = "", status: str = ""
) -> Sheet:
    """One program: every line, what of it qualifies and why not, then the reckoning.

    Args:
        budget: The budget assessed.
        found: The assessment.
        production: Title of the production.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``.
    """
    rows: list[Row] = []
    for account in budget.accounts:
        own = [line for line in found.lines if line.account == account.code]
        if not own:
            continue
        rows.append(Row(cells=(f"{account.code}  {account.title}",), style="heading"))
        rows.extend(
            Row(
                cells=(
                    line.account,
                    line.description,
                    figure(line.total),
                    figure(line.qualifying),
                    line.reason,
                )
            )
            for line in own
        )
    rows.extend(_reckoning(budget, found))
    return Sheet(
        key=f"incentive-{found.program.key}",
        title=found.program.title,
        production=production,
        subtitle=basis(budget),
        columns=(
            Column(title="Acct", width=7),
            Column(title="Line", width=40),
            Column(title="Budget", width=14, align=Align.RIGHT),
            Column(title="Qualifying", width=14, align=Align.RIGHT),
            Column(title="Why not", width=28),
        ),
        rows=tuple(rows),
        status=status,
        notes=tuple(_notes(found)),
    )


def net_cost_rows(budget: Budget, found: Assessment) -> Iterable[Row]:
    """The rows under a top sheet: less the incentive, net cost."""
    paid = found.after_financing
    when = f", cash {month(found.cash_date)}" if found.cash_date else ""
    title = f"Less: {found.program.title}, net of financing{when}"
    yield Row(cells=top_cells("", title, -paid, budget))
    cells = top_cells("", "NET COST AFTER INCENTIVE", budget.grand_total - paid, budget)
    yield Row(cells=cells, style="total")


def _program_row(each: Assessment, budget: Budget) -> Row:
    unmet = [f for f in each.findings if f.severity is Severity.ERROR]
    title = each.program.title + (": NOT MET" if unmet else "")
    money = (
        each.qualifying,
        each.gross,
        each.tax + each.discount,
        each.audit,
        each.net,
        each.financing,
        each.after_financing,
        budget.grand_total - each.after_financing,
    )
    cash = "" if unmet or not each.cash_date else month(each.cash_date)
    return Row(cells=(title, *(figure(amount) for amount in money), cash))


def _reckoning(budget: Budget, found: Assessment) -> Iterable[Row]:
    yield Row(cells=("RECKONING",), style="banner")
    sums = (
        ("Core spend, wherever spent", found.core),
        ("of it qualifying, line by line", found.local),
    )
    for title, amount in sums:
        yield Row(cells=("", title, "", figure(amount), ""))
    for each in found.earned:
        cells = (
            "",
            f"{each.rate.title}: {each.rate.percent.normalize():f} % of {figure(each.base)}",
            "",
            figure(each.amount),
            each.rate.condition,
        )
        yield Row(cells=cells)
    yield Row(cells=("", "Gross", "", figure(found.gross), ""), style="total")
    less = (
        (f"Tax on it, {found.program.tax_percent.normalize():f} %", found.tax),
        (f"Lost on payout or sale ({found.program.how})", found.discount),
        ("Audit", found.audit),
    )
    for title, amount in less:
        if amount.minor:
            yield Row(cells=("", title, "", figure(-amount), ""))
    yield Row(cells=("", "Net", "", figure(found.net), ""), style="total")
    yield Row(cells=("", "Interest until it is paid", "", figure(-found.financing), ""))
    when = month(found.cash_date) if found.cash_date else ""
    cells = ("", "Net of financing", "", figure(found.after_financing), when)
    yield Row(cells=cells, style="total")
    cost = figure(budget.grand_total - found.after_financing)
    yield Row(cells=("", "NET COST", figure(budget.grand_total), cost, ""), style="total")


def _notes(found: Assessment) -> Iterable[str]:
    program = found.program
    for finding in found.findings:
        yield f"{program.title} is not met: {finding.message}."
    if program.conditions:
        yield f"{program.title} takes for granted: {'; '.join(program.conditions)}."
    verify = f" To verify: {program.verify}." if program.verify else ""
    yield (
        f"{program.title}, version {program.version}, checked {program.checked_on}: "
        f"{program.source} ({program.url}).{verify}"
    )
