from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.film.budget.incentives.conftest import a_budget, a_line

from secondunit.core.errors import InputError
from secondunit.film.budget.exchange import Exchange
from secondunit.film.budget.incentives.assess import Assessment, Terms, assess
from secondunit.film.budget.incentives.program import Programs
from secondunit.film.budget.model import Budget, Nature, Section, Shoot

P, A = Section.PRODUCTION, Section.ABOVE_THE_LINE


def run(
    programs: Programs, key: str, budget: Budget, *uplifts: str, exchange: Exchange | None = None
) -> Assessment:
    program = replace(programs.program(key), audit_fee=Decimal(0))
    terms = Terms(programs=programs, uplifts=uplifts, exchange=exchange)
    return assess(budget, program, terms)


@pytest.mark.parametrize(("key", "net"), [("uk-iftc", 4_770_000), ("uk-avec", 3_060_000)])
def test_the_worked_example_of_gov_uk(programs: Programs, key: str, net: int) -> None:
    """15 million of core spend, all in the UK: 4.77 million against 3.06 million."""
    found = run(programs, key, a_budget(("camera", P, (a_line(15_000_000),))))
    assert found.net.minor == net * 100
    assert found.qualifying.minor == 12_000_000_00


def test_the_credit_of_the_iftc_tapers_above_15_and_ends_above_23_5_million(
    programs: Programs,
) -> None:
    larger = run(programs, "uk-iftc", a_budget(("camera", P, (a_line(23_500_000),))))
    assert larger.gross.minor == 6_360_000_00
    too_large = run(programs, "uk-iftc", a_budget(("camera", P, (a_line(23_500_001),))))
    assert (too_large.gross.minor, too_large.net.minor) == (0, 0)
    assert "23,500,000.00 GBP" in too_large.findings[0].message


def test_uk_core_below_80_percent_is_the_base_itself(programs: Programs) -> None:
    lines = (a_line(6_000_000, place="london"), a_line(4_000_000, place="abroad"))
    found = run(programs, "uk-avec", a_budget(("camera", P, lines)))
    assert (found.core.minor, found.local.minor) == (10_000_000_00, 6_000_000_00)
    assert found.gross.minor == 2_040_000_00


def test_story_and_bond_are_no_core_spend_and_say_so(programs: Programs) -> None:
    budget = a_budget(("story", A, (a_line(500_000),)), ("camera", P, (a_line(1_000_000),)))
    found = run(programs, "uk-avec", budget)
    assert found.core.minor == 1_000_000_00
    assert "not core spend" in found.lines[0].reason


def test_visual_effects_stand_outside_the_80_percent_at_their_own_rate(
    programs: Programs,
) -> None:
    budget = a_budget(
        ("camera", P, (a_line(8_000_000),)),
        ("visual-effects", Section.POST_PRODUCTION, (a_line(2_000_000),)),
    )
    found = run(programs, "uk-avec", budget, "vfx")
    assert [(each.base.minor, each.amount.minor) for each in found.earned] == [
        (6_400_000_00, 2_176_000_00),
        (2_000_000_00, 780_000_00),
    ]


def test_georgia_pays_20_percent_and_10_more_for_the_logo(programs: Programs) -> None:
    budget = a_budget(("camera", P, (a_line(1_000_000, currency="USD"),)), currency="USD")
    plain, logo = (run(programs, "us-ga", budget, *with_) for with_ in ((), ("logo",)))
    assert (plain.gross.minor, logo.gross.minor) == (200_000_00, 300_000_00)
    assert logo.net.minor == 264_000_00


def test_georgia_counts_pay_up_to_500_000_a_person(programs: Programs) -> None:
    pay = a_line(2_000_000, nature=Nature.LABOUR, person="star", currency="USD")
    more = a_line(100_000, nature=Nature.LABOUR, person="star", currency="USD")
    found = run(programs, "us-ga", a_budget(("cast", A, (pay, more)), currency="USD"))
    assert [line.qualifying.minor for line in found.lines] == [500_000_00, 0]
    assert "a person" in found.lines[0].reason


def test_georgia_asks_for_half_a_million(programs: Programs) -> None:
    budget = a_budget(("camera", P, (a_line(499_999, currency="USD"),)), currency="USD")
    found = run(programs, "us-ga", budget)
    assert found.gross.minor == 0
    assert "500,000.00 USD" in found.findings[0].message


def test_california_leaves_out_above_the_line_and_refunds_90_of_100(programs: Programs) -> None:
    budget = a_budget(
        ("cast", A, (a_line(1_000_000, currency="USD"),)),
        ("lighting", P, (a_line(30_000_000, currency="USD"),)),
        currency="USD",
    )
    found = run(programs, "us-ca-independent", budget)
    assert found.gross.minor == 7_000_000_00
    assert found.net.minor == 6_300_000_00


def test_new_york_counts_above_the_line_up_to_40_percent_of_the_rest(programs: Programs) -> None:
    budget = a_budget(
        ("cast", A, (a_line(1_000_000, currency="USD"),)),
        ("lighting", P, (a_line(1_000_000, currency="USD"),)),
        currency="USD",
    )
    found = run(programs, "us-ny", budget)
    assert found.gross.minor == 420_000_00


def test_a_shoot_before_the_program_began_earns_nothing(programs: Programs) -> None:
    budget = a_budget(("camera", P, (a_line(15_000_000),)))
    early = replace(budget, shoot=Shoot(first="2024-03-31", last="2024-05-01"))
    found = run(programs, "uk-iftc", early)
    assert found.gross.minor == 0
    assert "2024-04-01" in found.findings[0].message


def test_the_cash_comes_after_post_and_costs_interest_until_then(programs: Programs) -> None:
    found = run(programs, "uk-avec", a_budget(("camera", P, (a_line(1_000_000),))))
    months = programs.post_months + 9
    assert found.cash_date == "2028-07-26"
    wanted = found.net.minor * programs.interest_percent * months / 1200
    assert abs(found.financing.minor - wanted) <= 1
    assert found.after_financing == found.net - found.financing


def test_a_program_in_another_currency_is_measured_by_the_dated_table(
    programs: Programs, exchange: Exchange
) -> None:
    budget = a_budget(("camera", P, (a_line(29_000_000, currency="USD"),)), currency="USD")
    with pytest.raises(InputError, match="GBP"):
        run(programs, "uk-iftc", budget)
    found = run(programs, "uk-iftc", budget, exchange=exchange)
    cap = Decimal(15_000_000) * exchange.rate("GBP", "USD") * Decimal("0.8")
    assert found.qualifying.minor == int(cap * 100)


def test_an_unknown_uplift_is_refused(programs: Programs) -> None:
    with pytest.raises(InputError, match="snow") as caught:
        run(programs, "us-ga", a_budget(("camera", P, (a_line(1),))), "snow")
    assert "logo" in caught.value.remedy
