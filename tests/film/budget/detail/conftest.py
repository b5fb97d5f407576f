"""The four-day board, ready to price lines with."""

from __future__ import annotations

import pytest

from secondunit.film.budget.counts import count
from secondunit.film.budget.detail.lines import Pricing
from secondunit.film.budget.estimate import EstimateInputs
from secondunit.film.budget.formula.figures import all_figures, count_figures


def pricing_of(inputs: EstimateInputs) -> Pricing:
    rates = inputs.rates
    counts = count(inputs.problem, inputs.board, inputs.elements, week_days=rates.week_days)
    counted = count_figures(inputs.problem, counts, week_days=rates.week_days)
    figures = all_figures(counted, rates.globals)
    return Pricing(
        rates=rates,
        counts=counts,
        figures={figure.name: figure.value for figure in figures},
        exchange=inputs.exchange,
    )


@pytest.fixture
def pricing(inputs: EstimateInputs) -> Pricing:
    return pricing_of(inputs)
