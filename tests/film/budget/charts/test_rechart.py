from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from secondunit.core.errors import InputError
from secondunit.film.budget.charts.chart import FILE, Charts, read_charts
from secondunit.film.budget.charts.rechart import rechart
from secondunit.film.budget.estimate import EstimateInputs, price
from secondunit.film.budget.model import Nature
from secondunit.film.budget.reports import top_sheet


@pytest.fixture
def charts() -> Charts:
    data = Path(__file__).parents[4] / "src" / "secondunit" / "data" / FILE
    return read_charts(data.read_text("utf-8"))


@pytest.mark.parametrize("key", ["theatrical", "cnc"])
def test_every_line_and_every_cent_is_in_the_other_chart(
    inputs: EstimateInputs, charts: Charts, key: str
) -> None:
    budget = price(inputs)
    other = rechart(budget, charts.chart(key))
    assert other.grand_total == budget.grand_total
    assert other.subtotal() == budget.subtotal()
    before = Counter((line.account, line.description, line.total) for line in budget.lines)
    after = Counter((line.origin, line.description, line.total) for line in other.lines)
    assert before == after


def test_the_european_chart_keeps_social_charges_in_a_chapter_of_their_own(
    inputs: EstimateInputs, charts: Charts
) -> None:
    other = rechart(price(inputs), charts.chart("cnc"))
    (charges,) = [account for account in other.accounts if account.code == "40"]
    fringes = [line for line in other.lines if line.nature is Nature.FRINGE]
    assert fringes
    assert list(charges.lines) == fringes
    banners = [row.cells[0] for row in top_sheet(other).rows if row.style == "heading"]
    assert "4. SOCIAL CHARGES" in banners


def test_an_account_without_a_kind_is_named_when_no_account_takes_it(
    inputs: EstimateInputs, charts: Charts
) -> None:
    chart = charts.chart("cnc")
    strict = replace(chart, accounts=tuple(a for a in chart.accounts if "*" not in a.kinds))
    with pytest.raises(InputError, match="of account 6800"):
        rechart(price(inputs), strict)
