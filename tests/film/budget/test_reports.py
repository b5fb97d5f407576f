from __future__ import annotations

import os
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
def test_the_golden_sheets_of_the_four_day_board_are_as_agreed(budget: Budget, name: str) -> None:
    (sheet,) = [s for s in (top_sheet(budget), detail(budget)) if s.key == name]
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("SECONDUNIT_GOLDEN") == "write":
        golden.write_text(as_text(sheet), "utf-8")
    assert as_text(sheet) == golden.read_text("utf-8")


def cents(text: str) -> int:
    return int(text.replace(",", "").replace(".", "")) if text else 0


def test_the_top_sheet_adds_up_as_printed(budget: Budget) -> None:
    rows = top_sheet(budget).rows
    accounts = sum(cents(row.cells[2]) for row in rows if row.cells[0].isdigit())
    figures = {row.cells[1]: cents(row.cells[2]) for row in rows if len(row.cells) == 4}
    parts = [
        figures[f"Total {title}"]
        for title in ("Above the Line", "Production", "Post-Production", "Other")
    ]
    assert sum(parts) == accounts == figures["Total Above and Below the Line"]
    assert sum(parts[1:]) == figures["Total Below the Line"]
    (contingency,) = [value for title, value in figures.items() if "Contingency" in title]
    assert accounts + contingency == figures["GRAND TOTAL"]


def test_a_top_sheet_says_what_it_was_made_for_and_who_signs(budget: Budget) -> None:
    text = as_text(top_sheet(budget))
    for wanted in ("Mon 11 Jan 2027", "4 shooting days, 1 at night", "PIER", "Producer, date"):
        assert wanted in text


def test_a_sub_account_of_several_lines_has_its_total(budget: Budget) -> None:
    rows = [row.cells for row in detail(budget).rows]
    (at,) = [n for n, cells in enumerate(rows) if cells[1:2] == ("Gaffer: total",)]
    own = [cents(cells[6]) for cells in rows[:at] if cells[0] == rows[at][0]]
    assert len(own) == 3
    assert sum(own) == cents(rows[at][6])


def test_the_detail_adds_up_as_printed(budget: Budget) -> None:
    rows = detail(budget).rows
    lines = sum(cents(row.cells[6]) for row in rows if not row.style)
    assert lines + budget.contingency.minor == budget.grand_total.minor
    assert cents(rows[-1].cells[6]) == budget.grand_total.minor


def test_sheets_carry_production_and_status(budget: Budget) -> None:
    sheet = top_sheet(budget, production="THE PIER", status="PROPOSED · 1 decision open")
    assert (sheet.production, sheet.status) == ("THE PIER", "PROPOSED · 1 decision open")
