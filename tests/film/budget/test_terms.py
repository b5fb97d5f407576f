from __future__ import annotations

from dataclasses import replace

from secondunit.film.budget.entries import Group
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.model import Section
from secondunit.film.budget.terms import DRIVERS


def test_an_account_knows_its_section(inputs: EstimateInputs) -> None:
    assert inputs.rates.section_of("1400") is Section.ABOVE_THE_LINE
    assert inputs.rates.section_of("9999") is None


def test_unconfirmed_entries_are_counted(inputs: EstimateInputs) -> None:
    rates = inputs.rates
    confirmed = replace(
        rates,
        crew=tuple(replace(post, verify=False) for post in rates.crew),
        allowances=(),
        fringes=rates.fringes[:1],
        shares=(),
        lines=(),
    )
    assert confirmed.unconfirmed == 2
    assert rates.unconfirmed > len(rates.allowances)


def test_every_driver_of_an_allowance_has_a_figure(inputs: EstimateInputs) -> None:
    figures = {figure.name for figure in price(inputs).globals}
    assert {name for name in DRIVERS.values() if name != "1"} <= figures


def test_a_group_is_off_with_the_group_it_is_part_of(inputs: EstimateInputs) -> None:
    groups = (
        Group(key="abroad", title="Abroad", on=False),
        Group(key="ferry", title="Ferry", parent="abroad"),
        Group(key="rain", title="Rain cover"),
    )
    rates = replace(inputs.rates, groups=groups)
    assert [rates.is_on(keys) for keys in ((), ("rain",), ("ferry",), ("rain", "ferry"))] == [
        True,
        True,
        False,
        False,
    ]
