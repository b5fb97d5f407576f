from __future__ import annotations

from dataclasses import replace

from secondunit.film.budget.estimate import EstimateInputs
from secondunit.film.budget.model import Section


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
    )
    assert confirmed.unconfirmed == 2
    assert rates.unconfirmed > len(rates.allowances)
