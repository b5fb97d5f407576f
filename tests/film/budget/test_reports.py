from __future__ import annotations

from pathlib import Path

import pytest

from secondunit.core.sheet import Sheet
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.model import Budget
from secondunit.film.budget.reports import detail, top_sheet

GOLDEN = Path(__file__).parents[2] / "golden" / "budget"


@pytest.fixture
def budget(inputs: EstimateInputs) -> Budget:
    return price(inputs)


def as_text(sheet: Sheet) -> str:
    rows = [" | ".join(column.title for column in sheet.columns)]
    rows += [f"{row.style or 'plain':8}{' | '.join(row.cells)}".rstrip() for row in sheet.rows]
    return "\n".join([sheet.title, sheet.subtitle, *rows, *sheet.notes]) + "\n"


@pytest.mark.parametrize("name", ["top-sheet", "budget-detail"])
def test_the_sheets_of_the_four_day_board_are_as_agreed(budget: Budget, name: str) -> None:
    (sheet,) = [s for s in (top_sheet(budget), detail(budget)) if s.key == name]
    assert as_text(sheet) == (GOLDEN / f"{name}.txt").read_text("utf-8")


def cents(text: str) -> int:
    return int(text.replace(",", "").replace(".", "")) if text else 0


def test_the_top_sheet_adds_up_as_printed(budget: Budget) -> None:
    rows = top_sheet(budget).rows
    accounts = sum(cents(row.cells[2]) for row in rows if not row.style and row.cells[0])
    figures = {row.cells[1]: cents(row.cells[2]) for row in rows if len(row.cells) == 3}
    parts = [
        figures[f"Total {title}"]
        for title in ("Above the Line", "Production", "Post-Production", "Other")
    ]
    assert sum(parts) == accounts == figures["Total Above and Below the Line"]
    assert sum(parts[1:]) == figures["Total Below the Line"]
    assert accounts + figures["Contingency"] == figures["GRAND TOTAL"]


def test_the_detail_adds_up_as_printed(budget: Budget) -> None:
    rows = detail(budget).rows
    lines = sum(cents(row.cells[6]) for row in rows if not row.style)
    assert lines + budget.contingency.minor == budget.grand_total.minor
    assert cents(rows[-1].cells[6]) == budget.grand_total.minor


def test_sheets_carry_production_and_status(budget: Budget) -> None:
    sheet = top_sheet(budget, production="THE PIER", status="PROPOSED · 1 decision open")
    assert (sheet.production, sheet.status) == ("THE PIER", "PROPOSED · 1 decision open")
