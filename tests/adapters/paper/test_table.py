from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.adapters.paper.columns import Part
from secondunit.adapters.paper.table import Band, Cell, cut_pages, fit, set_head, set_rows, wrap
from secondunit.adapters.paper.theme import shipped_theme
from secondunit.adapters.paper.typeface import unit_width
from secondunit.core.sheet import Align, Column, Row, Sheet

WORDS = st.lists(st.text("abcXYZ-/é", min_size=1, max_size=40), min_size=1, max_size=12)


def a_band(style: str = "", lines: int = 1) -> Band:
    cell = Cell(x=0, width=100, align=Align.LEFT, lines=tuple(f"l{n}" for n in range(lines)))
    return Band(style=style, cells=(cell,), height=lines * 10.0 + 4)


@settings(deadline=None)
@given(WORDS)
def test_wrapping_loses_no_character_and_keeps_to_the_width(words: list[str]) -> None:
    lines = wrap(" ".join(words), 60, 8, bold=False)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(unit_width(line, bold=False) * 8 <= 60.001 for line in lines)


def test_line_breaks_in_a_cell_are_kept() -> None:
    assert wrap("one\n\ntwo", 200, 8, bold=False) == ["one", "", "two"]


def test_a_long_title_is_cut_with_an_ellipsis() -> None:
    short = fit("x" * 200, 100, 10, bold=True)
    assert short.endswith("…")
    assert unit_width(short, bold=True) * 10 <= 100


def test_rows_fill_pages_in_order() -> None:
    pages = cut_pages([a_band() for _ in range(10)], 60, 8)
    assert [len(page) for page in pages] == [4, 4, 2]


def test_a_heading_is_not_left_alone_at_the_foot_of_a_page() -> None:
    bands = [a_band(), a_band(), a_band(), a_band("heading"), a_band("total")]
    pages = cut_pages(bands, 60, 8)
    assert [band.style for band in pages[1]] == ["heading", "total"]


def test_a_day_break_takes_the_last_strip_of_its_day_with_it() -> None:
    bands = [*[a_band("int-day")] * 4, a_band("day-break")]
    pages = cut_pages(bands, 60, 8)
    assert [band.style for band in pages[1]] == ["int-day", "day-break"]


def test_a_row_higher_than_a_page_goes_on_over_the_next() -> None:
    pages = cut_pages([a_band(lines=30)], 100, 8)
    lines = [line for page in pages for band in page for line in band.cells[0].lines]
    assert len(pages) > 2
    assert lines == [f"l{n}" for n in range(30)]


@settings(deadline=None)
@given(st.lists(st.sampled_from(["", "heading", "total", "day-break"]), max_size=40))
def test_no_page_holds_more_than_it_can_and_no_row_is_lost(styles: list[str]) -> None:
    pages = cut_pages([a_band(style) for style in styles], 90, 8)
    assert [band.style for page in pages for band in page] == styles
    assert all(sum(band.height for band in page) <= 90 for page in pages)


def test_a_row_with_fewer_cells_spans_the_sheet() -> None:
    sheet = Sheet(
        key="s",
        title="",
        production="",
        subtitle="",
        columns=(Column(title="A/B/C"), Column(title="B"), Column(title="C")),
        rows=(Row(cells=("LUNCH",), style="banner"), Row(cells=("left", "right"))),
    )
    part = Part(columns=(0, 1, 2), widths=(100.0, 100.0, 100.0))
    banner, pair = set_rows(sheet, part, 8, shipped_theme())
    assert (banner.cells[0].width, banner.cells[0].align) == (300.0, Align.CENTRE)
    assert [cell.align for cell in pair.cells] == [Align.LEFT, Align.RIGHT]
    narrow = Part(columns=(0,), widths=(18.0,))
    assert set_head(sheet, narrow, 8).cells[0].lines == ("A/", "B/", "C")
