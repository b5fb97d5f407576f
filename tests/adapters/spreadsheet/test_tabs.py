from __future__ import annotations

from io import BytesIO

import openpyxl
from tests.film.budget.conftest import board, elements, inputs, problem

from secondunit.adapters.formats.budget_xlsx import FORMAT
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.ports.documents import BudgetBook

__all__ = ["board", "elements", "inputs", "problem"]


def test_every_total_is_a_formula_and_no_line_carries_a_typed_total(
    inputs: EstimateInputs,
) -> None:
    data = FORMAT.write(BudgetBook(title="The Pier", status="", budget=price(inputs)))
    book = openpyxl.load_workbook(BytesIO(data))
    assert book.sheetnames == ["Top Sheet", "Detail", "Globals", "Fringes", "Earners"]
    for tab, column in (("Top Sheet", 3), ("Detail", 9)):
        values = [row[column - 1].value for row in book[tab].iter_rows(min_row=6)]
        assert all(str(value).startswith("=") for value in values if value is not None)


def test_a_shoot_that_follows_the_schedule_reads_its_days_from_the_figures(
    inputs: EstimateInputs,
) -> None:
    data = FORMAT.write(BudgetBook(title="The Pier", status="", budget=price(inputs)))
    book = openpyxl.load_workbook(BytesIO(data))
    amounts = {row[2].value: row[3].value for row in book["Detail"].iter_rows(min_row=6)}
    assert amounts["Gaffer, shoot"].startswith("=ROUND(Globals!$B$")
