from __future__ import annotations

from pathlib import Path

import pytest

from secondunit.core.errors import InputError
from secondunit.film.budget.charts.chart import FILE, read_charts
from secondunit.film.budget.model import Nature

TEXT = (Path(__file__).parents[4] / "src" / "secondunit" / "data" / FILE).read_text("utf-8")


def test_the_shipped_charts_are_a_theatrical_and_a_european_one() -> None:
    charts = read_charts(TEXT)
    assert [chart.key for chart in charts.charts] == ["theatrical", "cnc"]
    assert len({a.category for a in charts.chart("cnc").accounts}) == 10


def test_a_chart_nobody_has_is_named_with_those_there_are() -> None:
    with pytest.raises(InputError, match="mars") as caught:
        read_charts(TEXT).chart("mars")
    assert "cnc" in caught.value.remedy


def test_an_account_holds_its_kinds_and_natures() -> None:
    charges = next(a for a in read_charts(TEXT).chart("cnc").accounts if a.code == "40")
    assert charges.holds("lighting", Nature.FRINGE)
    assert not charges.holds("lighting", Nature.LABOUR)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('code = "1100"', 'code = "1200"', "1200"),
        ('key = "cnc"', 'key = "theatrical"', "theatrical"),
        ("kinds =", "kind =", "kind"),
        ('section = "other"', 'section = "nowhere"', "nowhere"),
    ],
)
def test_a_wrong_chart_is_refused_by_name(old: str, new: str, named: str) -> None:
    with pytest.raises(InputError, match=named) as caught:
        read_charts(TEXT.replace(old, new, 1))
    assert caught.value.remedy
