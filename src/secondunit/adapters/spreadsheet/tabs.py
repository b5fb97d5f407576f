"""The tabs of a budget's workbook, written with formulas and with the values they must have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from secondunit.adapters.spreadsheet import cells
from secondunit.adapters.spreadsheet.cells import HEAD, Layout
from secondunit.adapters.spreadsheet.earning import (
    base_formula,
    column_letter,
    days_formula,
    earned_formula,
    fringe_columns,
)
from secondunit.adapters.spreadsheet.formula import formula_of
from secondunit.core.money import Money
from secondunit.film.budget.detail.fringe import bases_by_year
from secondunit.film.budget.detail.pay import earned_by_year
from secondunit.film.budget.model import DetailLine, Nature


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """Cell formats of the workbook."""

    plain: Any
    head: Any
    money: Any
    count: Any
    percent: Any
    bold: Any
    total: Any
    title: Any
    heading: Any


def write_globals(page: Any, layout: Layout, looks: Looks) -> None:
    """Counted figures as numbers, globals as formulas over them."""
    _heads(page, ("Global", "Value", "Unit", "Reckoned from"), (34, 14, 12, 40), looks)
    for row, figure in enumerate(layout.budget.globals, start=HEAD + 1):
        page.write_string(row, 0, figure.name, looks.plain)
        if figure.expression:
            formula = f"={formula_of(figure.expression, layout.globals)}"
            page.write_formula(row, 1, formula, looks.count, float(figure.value))
        else:
            page.write_number(row, 1, float(figure.value), looks.count)
        page.write_string(row, 2, figure.unit, looks.plain)
        page.write_string(row, 3, figure.expression or "the schedule", looks.plain)


def write_fringes(page: Any, layout: Layout, looks: Looks) -> None:
    """Percentages, daily amounts and ceilings: change one, and the budget follows."""
    heads = ("Key", "Fringe", "Percent", "Per day", "Ceiling", "Ceiling is")
    _heads(page, heads, (18, 40, 10, 12, 16, 14), looks)
    for row, fringe in enumerate(layout.budget.fringes, start=HEAD + 1):
        page.write_string(row, 0, fringe.key, looks.plain)
        page.write_string(row, 1, fringe.title, looks.plain)
        page.write_number(row, 2, float(fringe.percent / 100), looks.percent)
        page.write_number(row, 3, _amount(fringe.per_day), looks.money)
        if fringe.ceiling is None:
            page.write_string(row, 4, "none", looks.plain)
        else:
            page.write_number(row, 4, _amount(fringe.ceiling), looks.money)
        page.write_string(row, 5, "a year" if fringe.by_year else "a project", looks.plain)


def write_earners(page: Any, layout: Layout, looks: Looks) -> None:
    """Pay by person and year, and what each fringe is taken of."""
    columns = list(fringe_columns(layout))
    names = [f"{fringe.title}{' (days)' if by_day else ''}" for fringe, _, by_day in columns]
    heads = ("Acct", "Who", "Year", "People", "Pay of each", "Days of each", *names)
    _heads(page, heads, (8, 44, 7, 8, 14, 12, *[14] * len(names)), looks)
    budget = layout.budget
    bases = {fringe.key: bases_by_year(budget.earners, fringe) for fringe in budget.fringes}
    for at in layout.earners:
        one, row = budget.earners[at.number], at.row - 1
        page.write_string(row, 0, one.account, looks.plain)
        page.write_string(row, 1, one.person, looks.plain)
        page.write_number(row, 2, at.year, looks.plain)
        page.write_number(row, 3, one.people, looks.plain)
        pay = dict(earned_by_year(one)).get(at.year, one.earned)
        page.write_formula(row, 4, f"={earned_formula(layout, at)}", looks.money, _amount(pay))
        days = one.days if at.is_first else Decimal(0)
        formula = days_formula(layout, at) if at.is_first else "0"
        page.write_formula(row, 5, f"={formula}", looks.count, float(days))
        for fringe, column, by_day in columns:
            if fringe.key not in one.fringes:
                continue
            if by_day:
                value = float(days * one.people)
                page.write_formula(row, column, f"=F{at.row}*D{at.row}", looks.count, value)
            else:
                formula = base_formula(layout, at, fringe, column_letter(column))
                base = _amount(bases[fringe.key][at.number][at.place])
                page.write_formula(row, column, f"={formula}", looks.money, base)


def write_detail(page: Any, layout: Layout, looks: Looks) -> None:
    """Every line: amount x times x rate x exchange, rounded once; accounts add up."""
    heads = ("Acct", "Sub", "Description", "Amount", "Unit", "X", "Rate", "FX", "Total", "Set by")
    bases = ("Base of shares", "Base of contingency", "Own acct")
    _heads(page, (*heads, *bases), (7, 7, 46, 10, 11, 5, 14, 9, 16, 28, 15, 18, 9), looks)
    page.set_column(10, 12, 14, None, {"level": 1, "hidden": True})
    rows = iter(layout.lines)
    for account in cells.printed_accounts(layout.budget):
        first, last, at = layout.accounts[account.code]
        page.write_string(first - 2, 0, account.code, looks.heading)
        page.write_string(first - 2, 2, account.title, looks.heading)
        for line in account.lines:
            _write_line(page, next(rows) - 1, line, layout, looks)
        page.write_string(at - 1, 2, f"Total {account.title}", looks.bold)
        formula = f"=SUM(I{first}:I{last})"
        page.write_formula(at - 1, 8, formula, looks.total, _amount(account.total))


def _write_line(page: Any, row: int, line: DetailLine, layout: Layout, looks: Looks) -> None:
    budget, at = layout.budget, row + 1
    for column, text in ((0, line.account), (1, line.sub), (2, line.description), (4, line.unit)):
        page.write_string(row, column, text, looks.plain)
    amount, rate = _amount_formula(line, layout), _rate_formula(line, layout)
    share = line.unit in {"of pay", "of budget"}
    look = looks.percent if share else looks.count
    if amount:
        page.write_formula(row, 3, f"={amount}", look, float(line.amount))
    else:
        page.write_number(row, 3, float(line.amount), look)
    page.write_number(row, 5, line.multiplier, looks.plain)
    if rate:
        page.write_formula(row, 6, f"={rate}", looks.money, _amount(line.rate))
    else:
        page.write_number(row, 6, _amount(line.rate), looks.money)
    page.write_number(row, 7, float(line.fx), looks.count)
    page.write_formula(
        row, 8, f"=ROUND(D{at}*F{at}*G{at}*H{at},2)", looks.money, _amount(line.total)
    )
    page.write_string(row, 9, line.expression or line.driver, looks.plain)
    if line.nature is not Nature.SHARE:
        page.write_formula(row, 10, f"=I{at}", looks.money, _amount(line.total))
    if line.own_account not in budget.contingency_excludes:
        page.write_formula(row, 11, f"=I{at}", looks.money, _amount(line.total))
    page.write_string(row, 12, line.own_account, looks.plain)


def _amount_formula(line: DetailLine, layout: Layout) -> str:
    if line.expression:
        return f"ROUND({formula_of(line.expression, layout.globals)},4)"
    if line.nature is Nature.FRINGE:
        key = line.driver.removeprefix("fringe ")
        if line.unit == "of pay":
            return f"{cells.FRINGES}!$C${layout.fringes[key]}"
        return _earners_sum(line, layout, by_day=True)
    return ""


def _rate_formula(line: DetailLine, layout: Layout) -> str:
    if line.nature is Nature.FRINGE:
        key = line.driver.removeprefix("fringe ")
        if line.unit == "of pay":
            return _earners_sum(line, layout, by_day=False)
        return f"{cells.FRINGES}!$D${layout.fringes[key]}"
    if line.nature is Nature.SHARE:
        bases = layout.column(cells.SHARE_BASE)
        without = "".join(
            f'-SUMIF({layout.column(cells.OWN)},"{code}",{bases})'
            for title, codes in layout.budget.share_excludes
            if title == line.description
            for code in codes
        )
        return f"SUM({bases}){without}"
    return ""


def _earners_sum(line: DetailLine, layout: Layout, *, by_day: bool) -> str:
    key = line.driver.removeprefix("fringe ")
    column = next(
        column
        for fringe, column, days in fringe_columns(layout)
        if fringe.key == key and days is by_day
    )
    letter, first, last = column_letter(column), HEAD + 2, layout.earners[-1].row
    accounts = f"{cells.EARNERS}!$A${first}:$A${last}"
    values = f"{cells.EARNERS}!${letter}${first}:${letter}${last}"
    return f'SUMIF({accounts},"{line.person}",{values})'


def write_top(page: Any, layout: Layout, looks: Looks) -> None:
    """One row an account, linked to the detail; blocks, contingency and grand total reckoned."""
    _heads(page, ("Acct", "Category", "Total"), (10, 60, 20), looks)
    budget, row = layout.budget, HEAD + 1
    blocks: list[str] = []
    for block in budget.blocks:
        own = [a for a in cells.printed_accounts(budget) if a.block == block]
        page.write_string(row, 1, block.upper(), looks.heading)
        first = row + 2
        for account in own:
            row += 1
            total = layout.accounts[account.code][2]
            page.write_string(row, 0, account.code, looks.plain)
            page.write_string(row, 1, account.title, looks.plain)
            page.write_formula(
                row, 2, f"={cells.DETAIL}!$I${total}", looks.money, _amount(account.total)
            )
        row += 1
        minor = sum(account.total.minor for account in own)
        formula = f"=SUM(C{first}:C{row})" if own else "=0"
        _total_row(page, row, f"Total {block}", formula, (minor, looks))
        blocks.append(f"C{row + 1}")
        row += 1
    subtotal = budget.subtotal().minor
    formula = f"={'+'.join(blocks)}"
    _total_row(page, row, "Total Above and Below the Line", formula, (subtotal, looks))
    page.write_string(row + 1, 1, "Contingency", looks.plain)
    page.write_number(row + 1, 0, float(budget.contingency_percent / 100), looks.percent)
    bases = layout.column(cells.CONTINGENCY_BASE)
    page.write_formula(
        row + 1,
        2,
        f"=ROUND(SUM({bases})*A{row + 2},2)",
        looks.money,
        _amount(budget.contingency),
    )
    formula = f"=C{row + 1}+C{row + 2}"
    _total_row(page, row + 2, "GRAND TOTAL", formula, (budget.grand_total.minor, looks))


def _total_row(page: Any, row: int, title: str, formula: str, known: tuple[int, Looks]) -> None:
    minor, looks = known
    page.write_string(row, 1, title, looks.bold)
    page.write_formula(row, 2, formula, looks.total, float(Decimal(minor) / 100))


def _heads(page: Any, titles: Sequence[str], widths: Sequence[int], looks: Looks) -> None:
    for column, (title, width) in enumerate(zip(titles, widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(HEAD, column, title, looks.head)
    page.freeze_panes(HEAD + 1, 0)


def _amount(money: Money) -> float:
    return float(Decimal(money.minor) / 100)
