from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondunit.core.money import Money
from secondunit.film.budget.detail.fringe import fringe_bases, fringe_lines, fringe_terms
from secondunit.film.budget.estimate import EstimateInputs
from secondunit.film.budget.model import Earner, FringeTerms

UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def an_earner(
    dollars: int, *fringes: str, people: int = 1, days: int = 10, person: str = ""
) -> Earner:
    return Earner(
        account="3300",
        person=person or f"somebody at {dollars}",
        people=people,
        earned=Money(minor=dollars * 100),
        days=Decimal(days),
        fringes=fringes,
        years=((2027, days),),
    )


def plan(ceiling: int, *, by_year: bool = False) -> FringeTerms:
    return FringeTerms(
        key="plan",
        title="Plan",
        percent=Decimal(10),
        per_day=Money(minor=0),
        ceiling=Money(minor=ceiling * 100),
        by_year=by_year,
    )


def test_a_percentage_stops_at_each_persons_ceiling(inputs: EstimateInputs) -> None:
    earners = [an_earner(10_000, "futa"), an_earner(5_000, "futa", people=2)]
    (line,) = fringe_lines(earners, inputs.rates)
    assert line.rate.minor == (7_000 + 2 * 5_000) * 100
    assert line.total.minor == 102_00
    assert line.account == "3300"


def test_a_person_with_two_posts_has_one_ceiling() -> None:
    first = an_earner(6_000, "plan", person="Kim")
    second = replace(an_earner(3_000, "plan", person="Kim"), account="1200")
    assert [base.minor for base in fringe_bases([first, second], plan(7_000))] == [
        6_000_00,
        1_000_00,
    ]


def test_a_ceiling_by_the_year_begins_anew_on_the_first_of_january() -> None:
    over = replace(an_earner(20_000, "plan"), years=((2026, 5), (2027, 5)))
    assert [base.minor for base in fringe_bases([over], plan(7_000))] == [7_000_00]
    assert [base.minor for base in fringe_bases([over], plan(7_000, by_year=True))] == [14_000_00]


@UNTIMED
@given(st.lists(st.integers(0, 500_000), max_size=6), st.integers(0, 300_000))
def test_no_base_is_above_pay_or_ceiling(pays: list[int], ceiling: int) -> None:
    earners = [an_earner(pay, "plan", person=str(n)) for n, pay in enumerate(pays)]
    for one, base in zip(earners, fringe_bases(earners, plan(ceiling)), strict=True):
        assert base.minor == min(one.earned.minor, ceiling * 100)


def test_a_daily_fringe_is_paid_for_each_day_of_each_person(inputs: EstimateInputs) -> None:
    (line,) = fringe_lines([an_earner(1, "crew-plan-day", people=3, days=4)], inputs.rates)
    assert (line.amount, line.unit, line.total.minor) == (Decimal(12), "day", 12 * 135_00)


def test_each_account_carries_its_own_fringes(inputs: EstimateInputs) -> None:
    earners = [an_earner(100, "medicare"), replace(an_earner(100, "medicare"), account="2000")]
    lines = fringe_lines(earners, inputs.rates)
    assert [(line.account, line.sub) for line in lines] == [("2000", "2099"), ("3300", "3399")]


def test_no_pay_no_fringe(inputs: EstimateInputs) -> None:
    assert not fringe_lines([an_earner(0, "medicare"), an_earner(100)], inputs.rates)


def test_the_terms_of_the_shipped_table_know_their_ceilings(inputs: EstimateInputs) -> None:
    terms = {each.key: each for each in fringe_terms(inputs.rates)}
    assert terms["futa"].by_year
    assert not terms["performer-plan"].by_year
    assert terms["performer-plan"].ceiling == Money(minor=232_000_00)
