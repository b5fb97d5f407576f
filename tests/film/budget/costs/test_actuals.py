from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondunit.core.errors import InputError
from secondunit.film.budget.costs.actuals import PostingKind, read_actuals, read_estimates
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.exchange import Exchange, Quote
from secondunit.film.budget.model import Budget

HEAD = "Date,Account,Amount,Type,Description\n"


@pytest.fixture
def budget(inputs: EstimateInputs) -> Budget:
    return price(inputs)


def test_a_ledger_is_read_with_its_columns_in_any_order(budget: Budget) -> None:
    text = HEAD + '2027-01-11,3300,"1,234.50",actual,Lenses\n2027-01-12,3301,(34.50),PO,Credit\n'
    first, second = read_actuals(text, budget, file="ledger.csv")
    assert (first.account, first.amount.minor, first.kind) == (
        "3300",
        123_450,
        PostingKind.ACTUAL,
    )
    assert (second.account, second.amount.minor, second.kind) == (
        "3300",
        -3_450,
        PostingKind.COMMITMENT,
    )
    assert second.line == 3


def test_semicolons_bring_the_decimal_comma(budget: Budget) -> None:
    text = "\ufeffaccount;date;amount\n2000;2027-01-11;1.234,50\n"
    (posting,) = read_actuals(text, budget, file="ledger.csv")
    assert posting.amount.minor == 123_450


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("2027-01-11,9999,5,actual,x", "line 3, account"),
        ("2027-02-30,3300,5,actual,x", "line 3, date"),
        ("2027-01-11,3300,12.345,actual,x", "line 3, amount"),
        ("2027-01-11,3300,NaN,actual,x", "line 3, amount"),
        ("2027-01-11,3300,,actual,x", "line 3, amount"),
        ("2027-01-11,3300,1e9,actual,x", "line 3, amount"),
        ('2027-01-11,3300,"1.234,50",actual,x', "line 3, amount"),
        ("2027-01-11,3300,5,gift,x", "line 3, kind"),
        ("2027-01-11", "line 3, amount"),
    ],
)
def test_what_cannot_be_booked_is_refused_by_line_and_field(
    budget: Budget, row: str, named: str
) -> None:
    text = HEAD + "2027-01-11,3300,5,actual,x\n" + row + "\n"
    with pytest.raises(InputError, match=named) as caught:
        read_actuals(text, budget, file="ledger.csv")
    assert caught.value.message.startswith("ledger.csv")
    assert caught.value.remedy


@pytest.mark.parametrize("text", ["", "\n\n", "date,what\n2027-01-01,5\n", "no head at all"])
def test_a_ledger_without_its_columns_is_refused(budget: Budget, text: str) -> None:
    with pytest.raises(InputError, match="ledger") as caught:
        read_actuals(text, budget, file="ledger.csv")
    assert caught.value.remedy


def test_a_foreign_posting_is_converted(budget: Budget) -> None:
    text = "account,date,amount,currency\n3300,2027-01-11,100,EUR\n"
    exchange = Exchange(
        source="bank",
        version=1,
        checked_on="2027-01-01",
        date="2027-01-01",
        base="EUR",
        quotes=(Quote(currency="USD", rate=Decimal("1.1")),),
    )
    (posting,) = read_actuals(text, budget, file="l.csv", exchange=exchange)
    assert (posting.amount.minor, posting.amount.currency) == (110_00, "USD")
    with pytest.raises(InputError, match=r"line 2, currency"):
        read_actuals(text, budget, file="l.csv")
    with pytest.raises(InputError, match=r"line 2, currency.*CHF"):
        read_actuals(text.replace("EUR", "CHF"), budget, file="l.csv", exchange=exchange)


@settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=st.text(alphabet="account,date;amount\t\n\"'0123456789-.€x\x00", max_size=120))
def test_no_file_does_more_than_be_read_or_refused(budget: Budget, text: str) -> None:
    for read in (read_actuals, read_estimates):
        try:
            read(text, budget, file="ledger.csv")
        except InputError as error:
            assert error.remedy


def test_an_estimate_may_stand_once_for_each_account(budget: Budget) -> None:
    text = "account,amount\n3300,500\n3400,0\n"
    found = read_estimates(text, budget, file="etc.csv")
    assert {code: money.minor for code, money in found.items()} == {"3300": 500_00, "3400": 0}
    with pytest.raises(InputError, match="line 4, account: 3300"):
        read_estimates(text + "3301,5\n", budget, file="etc.csv")
