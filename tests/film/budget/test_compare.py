from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondunit.core.errors import InputError
from secondunit.core.money import Money
from secondunit.film.budget.compare import compare, compare_sheet
from secondunit.film.budget.estimate import EstimateInputs, price


def shorter(inputs: EstimateInputs, days: int) -> EstimateInputs:
    return replace(inputs, board=replace(inputs.board, days=inputs.board.days[:days]))


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(before=st.integers(0, 4), after=st.integers(0, 4))
def test_variances_add_up_at_every_level(inputs: EstimateInputs, before: int, after: int) -> None:
    old, new = price(shorter(inputs, before)), price(shorter(inputs, after))
    found = compare(old, new)
    accounts = sum(each.variance.minor for each in found.accounts)
    contingency = old.contingency.minor - new.contingency.minor
    assert accounts + contingency == old.grand_total.minor - new.grand_total.minor
    for account in found.accounts:
        own = [line for line in found.lines if line.account == account.account]
        assert sum(line.variance.minor for line in own) == account.variance.minor


def test_the_same_budget_differs_in_nothing(inputs: EstimateInputs) -> None:
    assert compare(price(inputs), price(inputs)).lines == ()


def test_the_heaviest_line_comes_first_and_says_what_changed(inputs: EstimateInputs) -> None:
    found = compare(price(inputs), price(shorter(inputs, 3)))
    weights = [abs(line.variance.minor) for line in found.lines]
    assert weights == sorted(weights, reverse=True)
    (shoot,) = [line for line in found.lines if line.title == "Gaffer, shoot"]
    assert shoot.reason == "4 × 1 × 450.00 → 3 × 1 × 450.00"


def test_a_line_that_came_or_went_says_so(inputs: EstimateInputs) -> None:
    reasons = {
        line.title: line.reason for line in compare(price(inputs), price(shorter(inputs, 3))).lines
    }
    assert reasons["BARN: fee"] == "gone"
    reasons = {
        line.title: line.reason for line in compare(price(shorter(inputs, 3)), price(inputs)).lines
    }
    assert reasons["BARN: fee"] == "new"


def test_budgets_in_two_currencies_are_not_compared(inputs: EstimateInputs) -> None:
    budget = price(inputs)
    with pytest.raises(InputError, match="EUR"):
        compare(budget, replace(budget, currency="EUR"))


def test_the_sheet_ends_in_the_grand_totals(inputs: EstimateInputs) -> None:
    old, new = price(inputs), price(shorter(inputs, 3))
    rows = [row.cells for row in compare_sheet(compare(old, new)).rows]
    (grand,) = [cells for cells in rows if cells[1:2] == ("GRAND TOTAL",)]
    saved = Money(minor=old.grand_total.minor - new.grand_total.minor)
    assert str(saved).startswith(grand[4])
