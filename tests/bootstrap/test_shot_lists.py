import pytest

from secondunit.bootstrap.shot_lists import read_grids, require_suffix, write_sheet
from secondunit.core.errors import InputError
from secondunit.core.sheet import Column, Row, Sheet

SHEET = Sheet(
    key="s", title="Shots", production="P", subtitle="",
    columns=(Column(title="Shot"), Column(title="Size")), rows=(Row(cells=("1A", "MS")),),
)  # fmt: skip


def test_a_list_goes_out_and_comes_back_in_both_formats() -> None:
    for suffix in (".csv", ".xlsx"):
        (grid,) = read_grids(write_sheet(SHEET, suffix), f"l{suffix}", suffix)
        assert grid.rows[-1].cells == ("1A", "MS")


def test_another_suffix_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match=r"\.ods") as refused:
        require_suffix(".ods")
    assert ".xlsx" in refused.value.remedy
