from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondunit.core.money import Money
from secondunit.film.budget.detail.pay import earned_by_year, earner, span_years
from secondunit.film.budget.model import DetailLine

UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

LINE = DetailLine(
    account="3300",
    description="Loader, shoot",
    amount=Decimal(3),
    unit="day",
    multiplier=2,
    rate=Money(minor=100_01),
    total=Money(minor=600_06),
    person="Loader",
)


def test_preparation_before_the_new_year_is_earned_in_the_old_one() -> None:
    assert span_years(["2027-01-05", "2027-01-06"], before=4, after=2) == {2026: 2, 2027: 6}


def test_each_of_several_earns_an_equal_part() -> None:
    one = earner([LINE, replace(LINE, total=Money(minor=200_02))], 5, [(2027, 4)])
    assert (one.people, one.earned.minor) == (2, 400_04)


@UNTIMED
@given(st.integers(0, 10**9), st.lists(st.integers(1, 90), min_size=1, max_size=3))
def test_pay_by_year_adds_up_to_pay(minor: int, days: list[int]) -> None:
    line = replace(LINE, multiplier=1, total=Money(minor=minor))
    years = [(2026 + number, count) for number, count in enumerate(days)]
    one = earner([line], 5, years)
    assert sum(pay.minor for _, pay in earned_by_year(one)) == minor
