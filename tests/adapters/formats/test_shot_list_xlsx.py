import io
import zipfile

import openpyxl
import pytest

from secondunit.adapters.formats.sheet_xlsx import FORMAT
from secondunit.adapters.formats.shot_list_xlsx import read_grids
from secondunit.core.errors import InputError
from secondunit.core.sheet import Column, Row, Sheet


def workbook(rows: list[list[object]], *, title: str = "Shots") -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in rows:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_of_another_program_is_read_cell_by_cell() -> None:
    data = workbook([["Shot", "Lens", "Note"], [], ["1A", 50, None], ["1B", 4.35, "=1+1"]])
    (grid,) = read_grids(data, "list.xlsx")
    assert grid.name == "list.xlsx, sheet Shots"
    assert [row.cells for row in grid.rows] == [
        ("Shot", "Lens", "Note"),
        ("1A", "50"),
        ("1B", "4.35"),
    ]
    assert [row.place for row in grid.rows] == ["row 1", "row 3", "row 4"]


def test_our_own_sheet_reads_back() -> None:
    sheet = Sheet(
        key="s", title="Shots", production="P", subtitle="",
        columns=(Column(title="Shot"), Column(title="Seconds")),
        rows=(Row(cells=("1A", "4.35")), Row(cells=("1B", "1,234.50"))),
    )  # fmt: skip
    (grid,) = read_grids(FORMAT.write([sheet]), "list.xlsx")
    assert [row.cells for row in grid.rows[-2:]] == [("1A", "4.35"), ("1B", "1234.5")]


def test_every_sheet_of_a_workbook_is_there() -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Second").append(["Shot", "Size"])
    out = io.BytesIO()
    book.save(out)
    assert [grid.name for grid in read_grids(out.getvalue(), "w")] == [
        "w, sheet Sheet",
        "w, sheet Second",
    ]


def _rezipped(data: bytes, change: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
    return out.getvalue()


def test_damaged_hostile_and_foreign_files_are_refused_by_name() -> None:
    good = workbook([["Shot", "Size"]])
    bomb = b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]><worksheet>&a;</worksheet>"
    for data in (
        b"Shot,Size",
        good[:200],
        _rezipped(good, {"xl/worksheets/sheet1.xml": bomb}),
        _rezipped(good, {"xl/worksheets/sheet1.xml": b"<worksheet><row"}),
        _rezipped(good, {"xl/workbook.xml": b"<workbook/>"}),
    ):
        with pytest.raises(InputError, match=r"list\.xlsx") as refused:
            read_grids(data, "list.xlsx")
        assert refused.value.remedy
