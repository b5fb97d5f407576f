from __future__ import annotations

import pytest

from secondunit.adapters.paper.columns import SPLIT_SIZE, head_words, lay_out
from secondunit.core.sheet import Align, Column, Row, Sheet

WIDTH = 720.0


def a_sheet(columns: tuple[Column, ...], *cells: tuple[str, ...]) -> Sheet:
    rows = tuple(Row(cells=texts) for texts in cells)
    return Sheet(
        key="s", title="S", production="P", subtitle="", columns=columns, rows=rows, landscape=True
    )


def a_calendar(days: int) -> Sheet:
    dates = tuple(
        Column(title=f"Mon\n{day + 1}\nMay", width=4, align=Align.CENTRE) for day in range(days)
    )
    columns = (Column(title="#", width=4), Column(title="Character", width=18), *dates)
    return a_sheet(
        (*columns, Column(title="Worked", width=6)), ("1", "OLD KEEPER", *["SW"] * days, "3")
    )


def test_columns_that_fit_keep_their_shares_at_full_size() -> None:
    columns = (Column(title="A", width=10), Column(title="B", width=30))
    layout = lay_out(a_sheet(columns, ("x", "y")), WIDTH)
    assert layout.size == 8.0
    assert layout.parts[0].widths == (180.0, 540.0)


def test_a_narrow_column_grows_to_its_longest_word_and_the_page_stays_full() -> None:
    columns = (Column(title="A", width=1), Column(title="B", width=99))
    (part,) = lay_out(a_sheet(columns, ("HARBOURMASTER", "y")), WIDTH).parts
    assert part.widths[0] > 50
    assert sum(part.widths) == pytest.approx(WIDTH)


def test_money_is_never_broken() -> None:
    columns = (Column(title="A", width=99), Column(title="Total", width=1, align=Align.RIGHT))
    (part,) = lay_out(a_sheet(columns, ("x", "12 345 678.00 USD")), WIDTH).parts
    assert part.widths[1] > 70


def test_a_crowded_sheet_shrinks_before_it_is_split() -> None:
    layout = lay_out(a_calendar(30), WIDTH)
    assert len(layout.parts) == 1
    assert 6.0 <= layout.size < 8.0


def test_a_sheet_too_wide_for_six_points_continues_with_its_name_columns() -> None:
    layout = lay_out(a_calendar(90), WIDTH)
    assert layout.size == SPLIT_SIZE
    assert len(layout.parts) > 2
    for part in layout.parts:
        assert part.columns[:2] == (0, 1)
        assert sum(part.widths) <= WIDTH + 0.1
    shown = [index for part in layout.parts for index in part.columns[2:]]
    assert shown == list(range(2, 93))


def test_the_parts_of_a_split_sheet_are_of_like_size() -> None:
    sizes = [len(part.columns) for part in lay_out(a_calendar(40), WIDTH).parts]
    assert max(sizes) - min(sizes) <= 4


def test_a_title_may_break_after_hyphens_and_slashes() -> None:
    assert head_words("2026-05-04 D/N") == ["2026-", "05-", "04", "D/", "N"]
