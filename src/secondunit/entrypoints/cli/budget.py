"""``secondunit budget``: top sheet, detail, versions, cost report and incentives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.sheets import show

if TYPE_CHECKING:
    from secondunit.bootstrap.productions import Studio

TOPSHEET_EXAMPLES = """
**Examples**

`secondunit budget topsheet`

`secondunit budget topsheet --chart cnc --incentive uk-avec --write top-sheet.pdf`
"""
DETAIL_EXAMPLES = """
**Examples**

`secondunit budget detail --account 3300`

`secondunit budget detail --write budget.xlsx`  (live formulas)
"""
COMPARE_EXAMPLES = """
**Examples**

`secondunit budget compare`  (the first budget proposed against the one that stands)

`secondunit budget compare --list`

`secondunit budget compare --without second-meal`
"""
COST_EXAMPLES = """
**Examples**

`secondunit budget cost-report --actuals ledger.csv --through 2027-02-14`

`secondunit budget cost-report --actuals ledger.csv --estimates etc.csv --write cost.pdf`
"""
INCENTIVES_EXAMPLES = """
**Examples**

`secondunit budget incentives`

`secondunit budget incentives --program us-ga --with logo`  (line by line)
"""

Folder = Annotated[
    Path | None, typer.Option("--out", help="The production folder, where there are several.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
Chart = Annotated[str, typer.Option(help="Another chart of accounts: theatrical or cnc.")]
Write = Annotated[
    Path | None, typer.Option("--write", help="Write it to a file: .pdf, .csv, .xlsx or .json.")
]
Uplifts = Annotated[
    list[str] | None, typer.Option("--with", help="An uplift of the program, by its key.")
]
STAGES = ("breakdown.tag", "schedule.solve", "budget.estimate")


def topsheet(
    chart: Chart = "",
    incentive: Annotated[str, typer.Option(help="Less this program, down to net cost.")] = "",
    uplifts: Uplifts = None,
    write: Write = None,
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """The budget on one page."""
    from dataclasses import replace

    from secondunit.film.budget.incentives.reports import net_cost_rows
    from secondunit.film.budget.reports import signature_rows, top_sheet
    from secondunit.pipeline import budgets

    studio = _open(out)
    budget = budgets.standing_budget(studio.view, chart)
    sheet = top_sheet(budget, **_marks(studio))
    value: object = budget
    if incentive:
        own = budgets.standing_budget(studio.view)
        (found,) = budgets.assessments(studio.view, own, [incentive], uplifts or ())
        signed = len(tuple(signature_rows()))
        rows = (
            *sheet.rows[:-signed],
            *net_cost_rows(budget, found),
            *sheet.rows[-signed:],
        )
        sheet, value = replace(sheet, rows=rows), {"budget": budget, "incentive": found}
    return show(studio, sheet, value, (write, json), budget)


def detail(
    account: Annotated[str, typer.Option(help="Only this account.")] = "",
    chart: Chart = "",
    write: Write = None,
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Every line, with what sets its amount.

    Raises:
        InputError: The budget has no such account.
    """
    from dataclasses import replace

    from secondunit.film.budget.reports import detail as detail_sheet
    from secondunit.pipeline import budgets

    studio = _open(out)
    budget = budgets.standing_budget(studio.view, chart)
    shown = budget
    if account:
        own = tuple(each for each in budget.accounts if each.code == account)
        if not own:
            codes = ", ".join(each.code for each in budget.accounts if each.lines)
            raise InputError(f"the budget has no account “{account}”", remedy=f"Use one of {codes}")
        shown = replace(budget, accounts=own)
    sheet = detail_sheet(shown, **_marks(studio))
    if account:
        start = next(n for n, row in enumerate(sheet.rows) if row.style == "heading")
        end = next(n for n, row in enumerate(sheet.rows) if n > start and row.style == "total")
        sheet = replace(sheet, rows=sheet.rows[start : end + 1])
    live = None if account else budget
    return show(studio, sheet, shown, (write, json), live)


def compare(
    original: Annotated[
        int, typer.Option(help="Number of the version to compare with; 1 is the first.")
    ] = 1,
    without: Annotated[
        list[str] | None, typer.Option(help="The budget as it would be without this group.")
    ] = None,
    including: Annotated[
        list[str] | None, typer.Option("--including", help="As it would be with this group.")
    ] = None,
    show_list: Annotated[bool, typer.Option("--list", help="List the versions.")] = False,  # noqa: FBT002  Typer reads options from parameters
    write: Write = None,
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Original, revised and variance, with the lines that moved most."""
    from secondunit.film.budget.compare import compare as put_side_by_side
    from secondunit.film.budget.compare import compare_sheet
    from secondunit.pipeline import budgets

    studio = _open(out)
    if show_list:
        known = budgets.versions(studio.view)
        if json:
            console.print_json(known)
        else:
            rows = [(str(v.number), v.at, v.label) for v in known]
            console.print_table("Budgets proposed", ("no.#", "at", "what"), rows)
        return 0
    revised = budgets.standing_budget(studio.view)
    if without or including:
        before = revised
        revised = budgets.reprice(studio.view, off=without or (), on=including or ())
    else:
        before = budgets.version(studio.view, original)
    found = put_side_by_side(before, revised)
    return show(studio, compare_sheet(found, **_marks(studio)), found, (write, json))


def cost_report(
    actuals: Annotated[
        Path, typer.Option(help="Ledger in CSV: account, date, amount; kind, currency, ...")
    ],
    estimates: Annotated[
        Path | None, typer.Option(help="Estimates to complete in CSV: account, amount.")
    ] = None,
    since: Annotated[str, typer.Option(help="First day of the period, as 2027-02-08.")] = "",
    through: Annotated[str, typer.Option(help="Last day that counts, as 2027-02-14.")] = "",
    write: Write = None,
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """Budget, spent, promised, still to come, and what it will come to."""
    from secondunit.film.budget.costs.actuals import read_actuals, read_estimates
    from secondunit.film.budget.costs.report import cost_sheet, report_costs
    from secondunit.pipeline import budgets

    for name, text in (("--since", since), ("--through", through)):
        _require_date(name, text)
    studio = _open(out)
    budget = budgets.standing_budget(studio.view)
    exchange = budgets.exchange_table(studio.view)
    postings = read_actuals(_text(actuals), budget, file=actuals.name, exchange=exchange)
    given = (
        None if estimates is None else read_estimates(_text(estimates), budget, file=estimates.name)
    )
    report = report_costs(budget, postings, estimates=given, since=since, through=through)
    return show(studio, cost_sheet(report, **_marks(studio)), report, (write, json))


def incentives(
    program: Annotated[str, typer.Option(help="One program, line by line.")] = "",
    uplifts: Uplifts = None,
    write: Write = None,
    out: Folder = None,
    *,
    json: Json = False,
) -> int:
    """What each program of incentives would give, and when; 1 when the one asked for is not met."""
    from secondunit.core.finding import blocking
    from secondunit.film.budget.incentives.reports import program_sheet, programs_sheet
    from secondunit.pipeline import budgets

    studio = _open(out)
    budget = budgets.standing_budget(studio.view)
    named = [program] if program else []
    found = budgets.assessments(studio.view, budget, named, uplifts or ())
    if program:
        sheet = program_sheet(budget, found[0], **_marks(studio))
        show(studio, sheet, found[0], (write, json))
        return 1 if blocking(found[0].findings) else 0
    sheet = programs_sheet(budget, found, **_marks(studio))
    return show(studio, sheet, found, (write, json))


def _open(out: Path | None) -> Studio:
    from secondunit.bootstrap import productions

    return productions.open_studio(productions.find_folder(out))


def _marks(studio: Studio) -> dict[str, str]:
    """What every sheet carries: the production, and how much of it is decided."""
    from secondunit.pipeline.desk import status_of

    return {
        "production": studio.view.office.records.production().title,
        "status": status_of(studio.view, STAGES),
    }


def _text(path: Path) -> str:
    from secondunit.bootstrap import files

    data = files.read_file(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            f"{path.name} line {line}: this is not UTF-8 text",
            remedy="Export it as CSV in UTF-8.",
        ) from error


def _require_date(name: str, text: str) -> None:
    from datetime import date

    try:
        if text:
            date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{name} {text} is no date", remedy="Write dates as 2027-02-14.") from None
