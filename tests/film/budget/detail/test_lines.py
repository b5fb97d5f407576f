from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from secondunit.core.errors import InputError
from secondunit.film.budget.detail.lines import (
    Pricing,
    allowance_lines,
    crew_lines,
    free_lines,
    share_lines,
)
from secondunit.film.budget.entries import FreeLine, Group, Share
from secondunit.film.budget.exchange import Exchange, Quote
from secondunit.film.budget.model import Phase


def written(amount: str, rate: str = "100", **more: Any) -> FreeLine:
    return replace(
        FreeLine(account="2500", description="Barge", amount=amount, rate=rate, source="quote"),
        **more,
    )


def with_lines(pricing: Pricing, *lines: FreeLine) -> Pricing:
    return replace(pricing, rates=replace(pricing.rates, lines=lines))


def test_crew_is_paid_for_preparation_shoot_and_wrap(pricing: Pricing) -> None:
    lines, earners = crew_lines(pricing)
    designer = [line for line in lines if line.description.startswith("Production designer")]
    assert [(line.description, line.amount, line.share, line.phase) for line in designer] == [
        ("Production designer, preparation", Decimal(6), "", Phase.PREP),
        ("Production designer, shoot", Decimal(4), "crew", Phase.SHOOT),
        ("Production designer, wrap", Decimal(1), "", Phase.WRAP),
    ]
    (director,) = [line for line in lines if line.description == "Director, shoot"]
    assert (director.amount, director.unit, director.share) == (Decimal("0.8"), "week", "")
    paid = sum(one.earned.minor * one.people for one in earners)
    assert paid == sum(line.total.minor for line in lines)


def test_several_alike_are_multiplied(pricing: Pricing) -> None:
    lines, _ = crew_lines(pricing)
    (drivers,) = [line for line in lines if line.description == "Driver, shoot"]
    assert (drivers.multiplier, drivers.total.minor) == (8, 8 * 4 * 380_00)


def test_allowances_follow_their_drivers_and_keep_their_least(pricing: Pricing) -> None:
    lines = {line.description: line for line in allowance_lines(pricing)}
    assert lines["Properties, purchase and rental"].amount == 2
    assert lines["Editor"].amount == 1
    assert lines["Editor"].expression == "max(pages * 0.15, 1)"
    assert lines["Studio teacher"].driver == "minor-day"
    assert "Greenery" not in lines


def test_a_written_line_is_reckoned_from_the_schedule(pricing: Pricing) -> None:
    found, _ = free_lines(
        with_lines(pricing, written("location_days[PIER] + 0.5", times="2", rate="1000.25"))
    )
    assert (found[0].amount, found[0].total.minor) == (Decimal("3.5"), 7_001_75)


def test_a_location_the_board_has_left_costs_nothing_and_is_no_error(pricing: Pricing) -> None:
    figures = {**pricing.globals, "location_days[PIER]": Decimal(0)}
    entry = written("location_days[PIER]")
    assert free_lines(with_lines(replace(pricing, globals=figures), entry)) == ([], [])


def test_a_line_over_an_unknown_figure_names_line_account_and_remedy(pricing: Pricing) -> None:
    with pytest.raises(InputError, match=r"“Barge”, account 2500.*shot_days") as caught:
        free_lines(with_lines(pricing, written("shot_days")))
    assert "shoot_days" in caught.value.remedy


def test_the_x_column_counts_whole_things(pricing: Pricing) -> None:
    with pytest.raises(InputError, match=r"comes to 0\.5"):
        free_lines(with_lines(pricing, written("1", times="0.5")))


def test_a_foreign_rate_is_converted_by_the_dated_table(pricing: Pricing) -> None:
    exchange = Exchange(
        source="bank",
        version=1,
        checked_on="2026-11-01",
        date="2026-11-01",
        base="EUR",
        quotes=(Quote(currency="USD", rate=Decimal("1.10")),),
    )
    lined = with_lines(pricing, written("3", rate="99.99", currency="EUR"))
    with pytest.raises(InputError, match="EUR into USD"):
        free_lines(lined)
    (line,), _ = free_lines(replace(lined, exchange=exchange))
    assert (line.rate.currency, line.total.currency, line.total.minor) == ("EUR", "USD", 329_97)


def test_a_group_that_is_off_takes_its_lines_and_its_parts_with_it(pricing: Pricing) -> None:
    groups = (
        Group(key="wales", title="Wales", on=False),
        Group(key="ferry", title="F", parent="wales"),
    )
    rates = replace(pricing.rates, groups=groups, lines=(written("1", groups=("ferry",)),))
    assert free_lines(replace(pricing, rates=rates)) == ([], [])
    on = replace(rates, groups=(replace(groups[0], on=True), groups[1]))
    assert len(free_lines(replace(pricing, rates=on))[0]) == 1


def test_a_share_is_taken_of_all_lines_but_those_it_excludes(pricing: Pricing) -> None:
    lines, _ = crew_lines(pricing)
    share = Share(
        account="6700", description="Insurance", percent=Decimal(2), source="", excludes=("1300",)
    )
    (insurance,) = share_lines(lines, replace(pricing.rates, shares=(share,)))
    bearing = sum(line.total.minor for line in lines if line.account != "1300")
    assert insurance.rate.minor == bearing
    assert insurance.total.minor == (bearing * 2 + 50) // 100
