from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondunit.core.money import Money
from secondunit.film.budget.costs.actuals import Posting, PostingKind
from secondunit.film.budget.costs.report import cost_sheet, report_costs
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.model import Budget, Section


@pytest.fixture
def budget(inputs: EstimateInputs) -> Budget:
    return price(inputs)


def posting(account: str, minor: int, *, kind: str = "actual", date: str = "2027-01-11") -> Posting:
    return Posting(account=account, date=date, amount=Money(minor=minor), kind=PostingKind(kind))


def test_before_anything_is_spent_the_film_will_cost_its_budget(budget: Budget) -> None:
    report = report_costs(budget, [])
    grand = report.sum_of(contingency=True)
    assert grand.final == grand.budget == budget.grand_total
    assert grand.variance.minor == 0


def test_an_account_that_is_spent_out_needs_nothing_and_is_over(budget: Budget) -> None:
    planned = next(a for a in budget.accounts if a.code == "3300").total.minor
    report = report_costs(
        budget, [posting("3300", planned), posting("3300", 100_00, kind="commitment")]
    )
    (camera,) = [each for each in report.accounts if each.code == "3300"]
    assert (camera.to_complete.minor, camera.variance.minor) == (0, -100_00)


def test_an_estimate_that_is_given_stands_and_is_marked(budget: Budget) -> None:
    report = report_costs(budget, [], estimates={"3300": Money(minor=1)})
    (camera,) = [each for each in report.accounts if each.code == "3300"]
    assert camera.final.minor == 1
    (row,) = [row for row in cost_sheet(report).rows if row.cells[0] == "3300"]
    assert row.cells[6] == "0.01 *"


def test_what_is_charged_to_an_empty_account_shows_though_nothing_was_budgeted(
    budget: Budget,
) -> None:
    empty = next(a.code for a in budget.accounts if not a.lines)
    report = report_costs(budget, [posting(empty, 500)])
    (row,) = [each for each in report.accounts if each.code == empty]
    assert (row.budget.minor, row.variance.minor) == (0, -500)


def test_period_and_closing_date_choose_the_postings(budget: Budget) -> None:
    ledger = [
        posting("3300", 1, date="2027-01-04"),
        posting("3300", 10, date="2027-01-11"),
        posting("3300", 100, date="2027-01-18"),
    ]
    report = report_costs(budget, ledger, since="2027-01-11", through="2027-01-15")
    (camera,) = [each for each in report.accounts if each.code == "3300"]
    assert (camera.period.minor, camera.actual.minor) == (10, 11)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1400", "2000", "3300", "5000", "6800"]),
            st.integers(-(10**8), 10**8),
            st.sampled_from(["actual", "commitment"]),
        )
    )
)
def test_every_column_adds_up(budget: Budget, rows: list[tuple[str, int, str]]) -> None:
    report = report_costs(budget, [posting(a, m, kind=k) for a, m, k in rows])
    whole = report.sum_of()
    parts = [report.sum_of(section) for section in Section]
    for name in ("budget", "actual", "committed", "to_complete", "final", "variance"):
        assert getattr(whole, name).minor == sum(getattr(part, name).minor for part in parts)
    assert whole.cost.minor == sum(minor for _, minor, _ in rows)
    assert whole.variance == whole.budget - whole.final
