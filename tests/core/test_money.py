from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.core.errors import InputError
from secondunit.core.money import FREE, Money, Paid, paid, total

AMOUNTS = st.integers(-(10**12), 10**12)


@given(st.lists(AMOUNTS))
def test_a_total_is_exact(minors: list[int]) -> None:
    assert total(Money(minor=minor) for minor in minors).minor == sum(minors)


@given(AMOUNTS, AMOUNTS)
def test_what_is_added_can_be_taken_away(one: int, other: int) -> None:
    assert Money(minor=one) + Money(minor=other) - Money(minor=other) == Money(minor=one)


def test_two_currencies_are_never_added() -> None:
    with pytest.raises(InputError, match="EUR"):
        Money(minor=1) + Money(minor=1, currency="EUR")


def test_a_share_is_rounded_half_even_to_the_cent() -> None:
    assert Money(minor=25).part(Decimal("0.1")) == Money(minor=2)
    assert Money(minor=35).part(Decimal("0.1")) == Money(minor=4)


def test_amounts_are_written_with_thousands_and_cents() -> None:
    assert str(Money(minor=123456789)) == "1,234,567.89 USD"
    assert str(-Money(minor=5, currency="EUR")) == "-0.05 EUR"
    assert str(FREE) == "0.00 USD"


def test_what_was_paid_is_summed_currency_by_currency_and_never_across() -> None:
    amounts = [FREE, Money(minor=250, currency="EUR"), Money(minor=100), Money(minor=50)]
    spent = paid([*amounts, Money(minor=1, currency="EUR")])
    assert str(spent) == "2.51 EUR + 1.50 USD"
    assert str(paid([FREE, FREE])) == "0.00 USD"
    assert not paid([FREE])
    assert paid([]) == Paid()
