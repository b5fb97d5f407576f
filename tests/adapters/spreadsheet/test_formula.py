from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.adapters.spreadsheet.reckoner import Reckoner

from secondunit.adapters.spreadsheet.formula import formula_of
from secondunit.film.budget.formula.evaluate import evaluate

UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

CELLS = {"shoot_days": "Globals!$B$1", "nights": "Globals!$B$2"}


def reckoned(expression: str, days: int, nights: int) -> Decimal:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Globals"
    page["B1"], page["B2"] = days, nights
    page["C1"] = f"=ROUND({formula_of(expression, CELLS)},4)"
    out = BytesIO()
    book.save(out)
    value: Decimal = Reckoner(out.getvalue()).value("Globals", "C1")
    return value


@pytest.mark.parametrize(
    "expression",
    [
        "shoot_days * 1.5 - nights / 7",
        "ceil(shoot_days * 0.3) + floor(nights / 2)",
        "max(shoot_days, nights, 3) - min(shoot_days, nights)",
        "round(shoot_days / 3, 2)",
        "if(nights > 2, shoot_days, -nights)",
        "(nights <= 3) * 5 + (shoot_days <> nights)",
        "-(-shoot_days)",
        "ceil(0 - nights / 3)",
    ],
)
@UNTIMED
@given(days=st.integers(0, 90), nights=st.integers(0, 40))
def test_a_formula_comes_to_what_the_expression_comes_to(
    expression: str, days: int, nights: int
) -> None:
    figures = {"shoot_days": Decimal(days), "nights": Decimal(nights)}
    wanted = evaluate(f"round({expression}, 4)", figures)
    assert reckoned(expression, days, nights) == wanted
