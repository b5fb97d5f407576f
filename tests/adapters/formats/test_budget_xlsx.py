from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.adapters.spreadsheet.reckoner import Reckoner
from tests.film.budget.conftest import board, elements, inputs, problem

from secondunit.adapters.formats.budget_xlsx import FORMAT
from secondunit.film.budget.charts.chart import FILE as CHARTS
from secondunit.film.budget.charts.chart import read_charts
from secondunit.film.budget.charts.rechart import rechart
from secondunit.film.budget.entries import FreeLine, NamedExpression
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.model import Budget
from secondunit.ports.documents import BudgetBook

__all__ = ["board", "elements", "inputs", "problem"]

DATA = Path(__file__).parents[3] / "src" / "secondunit" / "data"


def workbook(budget: Budget) -> bytes:
    return FORMAT.write(BudgetBook(title="The Pier", status="PROPOSED", budget=budget))


def cents(value: Decimal) -> int:
    minor = value * 100
    assert minor == int(minor)
    return int(minor)


def check_agrees(budget: Budget, book: bytes) -> None:
    """Every line, account, block, contingency and grand total, reckoned from the formulas."""
    reckoner = Reckoner(book)
    detail = reckoner.book["Detail"]
    lines = []
    for row in range(6, detail.max_row + 1):
        if detail.cell(row, 13).value is not None:
            lines.append(cents(reckoner.value("Detail", f"I{row}")))
    assert lines == [line.total.minor for line in budget.lines]
    top = {
        row[1].value: cents(reckoner.value("Top Sheet", f"C{row[2].row}"))
        for row in reckoner.book["Top Sheet"].iter_rows(min_row=6)
        if row[2].value is not None
    }
    for account in budget.accounts:
        if account.lines:
            assert top[account.title] == account.total.minor
    assert top["Contingency"] == budget.contingency.minor
    assert top["Total Above and Below the Line"] == budget.subtotal().minor
    assert top["GRAND TOTAL"] == budget.grand_total.minor


def with_everything(inputs: EstimateInputs) -> EstimateInputs:
    """Globals on globals, all functions, a person with two posts."""
    first, second, *rest = inputs.rates.crew
    rates = replace(
        inputs.rates,
        globals=(
            *inputs.rates.globals,
            NamedExpression(name="heads", value="round(base / 3, 2) + max(1, min(nights, 5))"),
            NamedExpression(name="base", value="if(nights > 0, 50, 40) - -2"),
        ),
        lines=(
            FreeLine(
                account="2500",
                description="Barge",
                amount="ceil(heads * shoot_days / 7) + floor(pages / 3)",
                rate="123.45",
                source="quote",
            ),
            FreeLine(
                account="1300",
                description="Director's fee",
                amount="1",
                rate="260000",
                fringes=("director-plan", "medicare", "oasdi"),
                source="deal",
                person="Kim",
            ),
        ),
        crew=(replace(first, person="Kim"), second, *rest),
    )
    return replace(inputs, rates=rates)


def test_a_workbook_reckons_every_level_to_the_same_cent(inputs: EstimateInputs) -> None:
    budget = price(with_everything(inputs))
    check_agrees(budget, workbook(budget))


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    order=st.permutations([0, 1, 2, 3]),
    kept=st.integers(0, 4),
    percent=st.decimals("0", "20", places=2),
    year=st.sampled_from(["2026", "2027"]),
)
def test_so_it_does_for_any_board_percentage_and_turn_of_the_year(
    inputs: EstimateInputs, order: list[int], kept: int, percent: Decimal, year: str
) -> None:
    days = tuple(
        replace(
            inputs.board.days[place],
            scenes=inputs.board.days[source].scenes,
            date=f"{year}-12-{28 + place}",
        )
        for place, source in enumerate(order[:kept])
    )
    everything = with_everything(inputs)
    budget = price(
        replace(
            everything,
            board=replace(inputs.board, days=days),
            rates=replace(everything.rates, contingency_percent=percent),
        )
    )
    check_agrees(budget, workbook(budget))


def test_so_it_does_in_another_chart(inputs: EstimateInputs) -> None:
    charts = read_charts((DATA / CHARTS).read_text("utf-8"))
    budget = rechart(price(with_everything(inputs)), charts.chart("cnc"))
    check_agrees(budget, workbook(budget))


def test_a_changed_figure_and_a_changed_fringe_reach_the_grand_total(
    inputs: EstimateInputs,
) -> None:
    budget = price(inputs)
    book = openpyxl.load_workbook(BytesIO(workbook(budget)))
    for row in book["Globals"].iter_rows(min_row=6):
        if row[0].value == "shoot_days":
            row[1].value = 5
    for row in book["Fringes"].iter_rows(min_row=6):
        if row[0].value == "medicare":
            row[2].value = 0.02
    changed = BytesIO()
    book.save(changed)
    reckoner = Reckoner(changed.getvalue())
    (grand,) = [
        reckoner.value("Top Sheet", f"C{row[2].row}")
        for row in reckoner.book["Top Sheet"].iter_rows(min_row=6)
        if row[1].value == "GRAND TOTAL"
    ]
    assert cents(grand) > budget.grand_total.minor + 10_000_00


def test_values_stand_in_the_file_for_those_who_do_not_reckon(inputs: EstimateInputs) -> None:
    budget = price(inputs)
    book = openpyxl.load_workbook(BytesIO(workbook(budget)), data_only=True)
    values = {row[1].value: row[2].value for row in book["Top Sheet"].iter_rows(min_row=6)}
    assert round(values["GRAND TOTAL"] * 100) == budget.grand_total.minor


def test_a_description_is_never_a_formula(inputs: EstimateInputs) -> None:
    people = tuple(replace(p, name="=1+1") for p in inputs.problem.people)
    budget = price(replace(inputs, problem=replace(inputs.problem, people=people)))
    book = openpyxl.load_workbook(BytesIO(workbook(budget)))
    formulas = [cell for row in book["Detail"].iter_rows() for cell in row if cell.column == 3]
    assert all(cell.data_type != "f" for cell in formulas)


def test_equal_budgets_give_equal_bytes(inputs: EstimateInputs) -> None:
    assert workbook(price(inputs)) == workbook(price(inputs))
