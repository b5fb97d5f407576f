from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from secondunit.core.money import Money
from secondunit.film.budget.estimate import EstimateInputs
from secondunit.film.budget.fringe import Pay, fringe_lines, price_line
from secondunit.film.budget.model import DetailLine


def a_pay(dollars: int, *fringes: str, people: int = 1, days: int = 10) -> Pay:
    return Pay(
        account="3300",
        people=people,
        earned=Money(minor=dollars * 100),
        days=Decimal(days),
        fringes=fringes,
    )


def test_a_percentage_stops_at_each_persons_ceiling(inputs: EstimateInputs) -> None:
    pays = [a_pay(10_000, "futa"), a_pay(5_000, "futa", people=2)]
    (line,) = fringe_lines(pays, inputs.rates)
    assert line.rate.minor == (7_000 + 2 * 5_000) * 100
    assert line.total.minor == 102_00
    assert line.account == "3300"


def test_a_daily_fringe_is_paid_for_each_day_of_each_person(inputs: EstimateInputs) -> None:
    (line,) = fringe_lines([a_pay(1, "crew-plan-day", people=3, days=4)], inputs.rates)
    assert (line.amount, line.unit, line.total.minor) == (Decimal(12), "day", 12 * 135_00)


def test_each_account_carries_its_own_fringes(inputs: EstimateInputs) -> None:
    pays = [a_pay(100, "medicare"), replace(a_pay(100, "medicare"), account="2000")]
    assert [line.account for line in fringe_lines(pays, inputs.rates)] == ["2000", "3300"]


def test_no_pay_no_fringe(inputs: EstimateInputs) -> None:
    assert not fringe_lines([a_pay(0, "medicare"), a_pay(100)], inputs.rates)


def test_half_a_cent_is_rounded_to_even() -> None:
    line = DetailLine(
        account="1",
        description="",
        amount=Decimal("0.5"),
        unit="week",
        multiplier=1,
        rate=Money(minor=5),
        total=Money(minor=0),
    )
    assert price_line(line).total.minor == 2
