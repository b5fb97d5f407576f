from __future__ import annotations

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from secondunit.adapters.formats.sheet_csv import FORMAT, harmless
from secondunit.core.sheet import Column, Row, Sheet

CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def a_sheet(*rows: tuple[str, ...]) -> Sheet:
    return Sheet(
        key="s",
        title="One-Line Schedule",
        production="THE COVE",
        subtitle="White draft",
        columns=(Column(title="Sc."), Column(title="Page\ncount")),
        rows=tuple(Row(cells=cells) for cells in rows),
        status="PROPOSED",
    )


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_one_sheet_is_its_heads_and_rows_alone() -> None:
    assert FORMAT.write([a_sheet(("1", "A, “b”"))]) == (
        b'\xef\xbb\xbfSc.,Page count\r\n1,"A, \xe2\x80\x9cb\xe2\x80\x9d"\r\n'
    )


def test_several_sheets_are_blocks_under_their_titles() -> None:
    rows = read(FORMAT.write([a_sheet(("1", "2")), a_sheet()]))
    title = ["THE COVE", "One-Line Schedule", "White draft", "PROPOSED"]
    assert rows == [title, ["Sc.", "Page count"], ["1", "2"], [], title, ["Sc.", "Page count"]]


def test_a_banner_is_filled_up_with_empty_fields() -> None:
    assert read(FORMAT.write([a_sheet(("LUNCH",))]))[1] == ["LUNCH", ""]


def test_formulas_are_neutralised_and_numbers_left_alone() -> None:
    assert harmless("=HYPERLINK(1)") == "'=HYPERLINK(1)"
    assert harmless("@SUM(A1)") == "'@SUM(A1)"
    assert harmless("-2+3+cmd|' /C calc'!A0") == "'-2+3+cmd|' /C calc'!A0"
    assert harmless("  =1") == "'  =1"
    assert [harmless(text) for text in ("-1,250.00 USD", "+3", "-", "1-2")] == [
        "-1,250.00 USD",
        "+3",
        "-",
        "1-2",
    ]


@given(st.lists(st.tuples(CELL, CELL), max_size=6))
def test_what_was_written_is_read_back(rows: list[tuple[str, str]]) -> None:
    back = read(FORMAT.write([a_sheet(*rows)]))[1:]
    assert back == [[harmless(first), harmless(second)] for first, second in rows]
