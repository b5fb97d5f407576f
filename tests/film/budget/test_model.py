from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.core.errors import InputError
from secondunit.core.ids import canonical_json, read_json
from secondunit.core.money import Money
from secondunit.core.sheet import Sheet
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.model import Account, Budget, DetailLine, Section
from secondunit.film.budget.reconcile import reconcile
from secondunit.film.budget.reports import detail, top_sheet


def _line(minor: int, currency: str = "USD") -> DetailLine:
    amount = Money(minor=minor, currency=currency)
    return DetailLine(
        account="2000",
        description="Gaffer",
        amount=Decimal(1),
        unit="day",
        multiplier=1,
        rate=amount,
        total=amount,
    )


def _account(*lines: DetailLine, section: Section = Section.PRODUCTION) -> Account:
    return Account(code="2000", title="Production Staff", section=section, lines=lines)


def _in_euros(inputs: EstimateInputs) -> EstimateInputs:
    return read_json(canonical_json(inputs).replace(b'"USD"', b'"EUR"'), EstimateInputs)


@given(st.lists(st.integers(-(10**12), 10**12), min_size=1), st.sampled_from(["USD", "EUR"]))
def test_an_account_is_the_exact_sum_of_its_lines_in_their_currency(
    amounts: list[int], currency: str
) -> None:
    account = _account(*(_line(minor, currency) for minor in amounts))
    assert account.total == Money(minor=sum(amounts), currency=currency)


def test_an_account_without_lines_is_at_nothing() -> None:
    assert _account().total.minor == 0


def test_an_account_in_two_currencies_is_refused() -> None:
    with pytest.raises(InputError, match="EUR and USD"):
        _ = _account(_line(1, "EUR"), _line(1, "USD")).total


def test_a_section_that_holds_nothing_is_nothing_in_the_currency_of_the_budget(
    inputs: EstimateInputs,
) -> None:
    budget = Budget(
        accounts=(_account(_line(5, "EUR")), _account(section=Section.OTHER)),
        contingency=Money(minor=0, currency="EUR"),
        grand_total=Money(minor=5, currency="EUR"),
        currency="EUR",
        shooting_days=1,
        board_cost=Money(minor=0, currency="EUR"),
    )
    assert budget.subtotal() == Money(minor=5, currency="EUR")
    assert budget.subtotal(Section.PRODUCTION) == Money(minor=5, currency="EUR")
    assert budget.subtotal(Section.OTHER) == Money(minor=0, currency="EUR")


def _figures(sheet: Sheet) -> list[tuple[str, ...]]:
    """The rows, but for the one that names the schedule by its digest."""
    return [row.cells for row in sheet.rows if not row.cells[0].startswith("Locations")]


def test_a_production_in_euros_has_the_same_budget_in_euros(inputs: EstimateInputs) -> None:
    dollars, euros = price(inputs), price(_in_euros(inputs))
    assert euros.currency == euros.grand_total.currency == "EUR"
    assert euros.grand_total.minor == dollars.grand_total.minor
    board = _in_euros(inputs).board
    for make in (top_sheet, detail):
        sheet, same = make(euros), make(dollars)
        assert _figures(sheet) == _figures(same)
        assert "EUR" in sheet.subtitle
    assert [row.cells for row in reconcile(euros, board, production="", status="").rows] == [
        row.cells for row in reconcile(dollars, inputs.board, production="", status="").rows
    ]


def test_the_accounts_and_the_contingency_are_the_grand_total(inputs: EstimateInputs) -> None:
    budget = price(inputs)
    sections = [budget.subtotal(section) for section in Section]
    assert sum(each.minor for each in sections) == budget.subtotal().minor
    assert budget.subtotal() + budget.contingency == budget.grand_total
