"""The four-day board, ready to price lines with."""

from __future__ import annotations

import pytest

from secondunit.film.budget.counts import count
from secondunit.film.budget.detail.lines import Pricing
from secondunit.film.budget.estimate import EstimateInputs
from secondunit.film.budget.formula.globals import all_globals, count_globals


def pricing_of(inputs: EstimateInputs) -> Pricing:
    rates = inputs.rates
    counts = count(inputs.problem, inputs.board, inputs.elements, week_days=rates.week_days)
    counted = count_globals(inputs.problem, counts, week_days=rates.week_days)
    known = all_globals(counted, rates.globals)
    return Pricing(
        rates=rates,
        counts=counts,
        globals={each.name: each.value for each in known},
        exchange=inputs.exchange,
    )


@pytest.fixture
def pricing(inputs: EstimateInputs) -> Pricing:
    return pricing_of(inputs)
