import pytest

from secondunit.adapters.formats.shot_list_csv import read_grid
from secondunit.core.errors import InputError


def test_commas_semicolons_and_tabs_are_read_alike() -> None:
    for mark in (",", ";", "\t"):
        grid = read_grid(
            mark.join(["Shot", "Size"]).encode() + b"\n\n1A" + mark.encode() + b"MS", "l"
        )
        assert [row.cells for row in grid.rows] == [("Shot", "Size"), ("1A", "MS")]
        assert [row.place for row in grid.rows] == ["line 1", "line 3"]


def test_what_was_kept_from_running_as_a_formula_reads_as_it_was() -> None:
    grid = read_grid(b"Shot,Description\n1A,'=HYPERLINK(1)\n1B,'tis", "l")
    assert [row.cells[1] for row in grid.rows[1:]] == ["=HYPERLINK(1)", "'tis"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'Shot,Size\n1A,"MS', "cannot be read as CSV"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "list.csv"),
        (b"Shot,Size\n" + b"1A,MS\n" * 20_001, "more than 20,000 rows"),
    ],
)
def test_what_is_no_list_is_refused_by_name(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=r"list\.csv") as refused:
        read_grid(data, "list.csv")
    assert said in refused.value.message
    assert refused.value.remedy
