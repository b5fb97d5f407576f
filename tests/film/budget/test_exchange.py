from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from secondunit.core.errors import InputError
from secondunit.film.budget.exchange import FILE, read_exchange

TEXT = (Path(__file__).parents[3] / "src" / "secondunit" / "data" / FILE).read_text("utf-8")


def test_a_cross_rate_is_reckoned_over_the_base() -> None:
    exchange = read_exchange(TEXT)
    assert exchange.rate("EUR", "USD") == Decimal("1.0389")
    assert exchange.rate("GBP", "USD") == Decimal("1.252925")
    assert exchange.rate("USD", "USD") == 1
    assert exchange.date in exchange.note("GBP", "USD")


def test_a_currency_without_a_quote_is_named_with_the_date() -> None:
    with pytest.raises(InputError, match="2024-12-31 quotes no CHF") as caught:
        read_exchange(TEXT).rate("CHF", "USD")
    assert "CHF" in caught.value.remedy or "rate" in caught.value.remedy


@pytest.mark.parametrize(
    ("old", "new"),
    [("rate = 1.0389", "rate = 0"), ('base = "EUR"', ""), ("[[quotes]]", "[[quotes]")],
)
def test_a_wrong_table_is_refused(old: str, new: str) -> None:
    with pytest.raises(InputError) as caught:
        read_exchange(TEXT.replace(old, new, 1))
    assert caught.value.remedy
