from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from secondunit.adapters.formats.sheet_xlsx import FORMAT, Number, read_number, tab_name
from secondunit.core.sheet import Align, Column, Row, Sheet


def a_sheet(*rows: Row, title: str = "Top Sheet") -> Sheet:
    return Sheet(
        key="s",
        title=title,
        production="THE COVE",
        subtitle="8 days",
        columns=(
            Column(title="Acct"),
            Column(title="Category"),
            Column(title="Total", align=Align.RIGHT),
        ),
        rows=rows,
        status="PROPOSED & open",
        notes=("a note",),
    )


def read(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data))


def test_money_and_counts_are_numbers_and_text_stays_text() -> None:
    page = read(FORMAT.write([a_sheet(Row(cells=("1100", "=1+1", "12,340.05")))])).active
    assert [cell.value for cell in page[6]] == [1100, "=1+1", 12340.05]
    assert page["B6"].data_type == "s"
    assert page["C6"].number_format == "#,##0.00"


@pytest.mark.parametrize("text", ["12A", "1 4/8", "007", "1, 2", "1.2.3", "1,23", "", "2026-05-04"])
def test_what_is_not_plainly_a_number_is_text(text: str) -> None:
    assert read_number(text) is None


def test_percent_currency_and_sign_are_understood() -> None:
    assert read_number("10 %") == Number(value=0.1, format="0 %")
    assert read_number("-1,250.00 USD") == Number(value=-1250.0, format='#,##0.00" USD"')
    assert read_number("0.5") == Number(value=0.5, format="0.0")


def test_heads_stay_in_sight_and_print_on_every_page() -> None:
    page = read(FORMAT.write([a_sheet(Row(cells=("1", "a", "2")))])).active
    assert page.freeze_panes == "A6"
    assert page.print_title_rows == "$5:$5"
    assert [cell.value for cell in page[5]] == ["Acct", "Category", "Total"]
    assert page["A1"].value == "THE COVE · Top Sheet"
    assert page["A3"].value == "PROPOSED & open"


def test_strips_are_coloured_and_banners_span_the_sheet() -> None:
    rows = (Row(cells=("1", "a", "b"), style="ext-day"), Row(cells=("LUNCH",), style="banner"))
    page = read(FORMAT.write([a_sheet(*rows)])).active
    assert page["B6"].fill.fgColor.rgb == "FFFFF173"
    assert [str(merged) for merged in page.merged_cells.ranges] == ["A7:C7"]
    assert page["A9"].value == "a note"


def test_each_sheet_has_a_tab_with_a_lawful_name_of_its_own() -> None:
    titles = ["A/B: [x]?", "a b   x", "History", "", "Day Out of Days for the Whole Cast, May"]
    book = read(FORMAT.write([a_sheet(title=title) for title in titles]))
    names = book.sheetnames
    assert len({name.casefold() for name in names}) == 5
    assert all(0 < len(name) <= 31 for name in names)


def test_a_taken_name_gets_a_number() -> None:
    assert tab_name("Budget", {"budget", "budget 2"}) == "Budget 3"


def test_equal_sheets_give_equal_bytes_and_a_fixed_date() -> None:
    sheets = [a_sheet(Row(cells=("1", "a", "2")))]
    data = FORMAT.write(sheets)
    assert data == FORMAT.write(sheets)
    assert read(data).properties.created.year == 2000


def test_nothing_and_too_much_are_still_workbooks() -> None:
    assert read(FORMAT.write([])).sheetnames == ["Empty"]
    page = read(FORMAT.write([a_sheet(Row(cells=("x" * 40_000, "\ud800\x07", "")))])).active
    assert len(page["A6"].value) == 32_767
