import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.screenplay.fountain.source import (
    Edit,
    Node,
    byte_length,
    decode,
    partition,
    patch,
    read_rows,
)
from secondunit.film.screenplay.remarks import Remarks

ENCODINGS = ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


def test_a_change_touches_the_bytes_it_names_and_no_others() -> None:
    edits = [Edit(start=0, end=3, data=b"Two"), Edit(start=4, end=4, data=b"more ")]
    assert patch(b"one day\r\n", edits) == b"Two more day\r\n"
    assert patch(b"one", []) == b"one"


def test_what_lies_inside_another_is_cut_out_of_it() -> None:
    outer, inner = Node(kind="action", start=2, end=9), Node(kind="note", start=4, end=6)
    assert partition(12, [outer, inner]) == (
        Node(kind="blank", start=0, end=2),
        Node(kind="action", start=2, end=4),
        inner,
        Node(kind="action", start=6, end=9),
        Node(kind="blank", start=9, end=12),
    )


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\x85", "\u2028"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_each_row_knows_its_bytes_in_any_dress(encoding: str, ends: str, mark: str) -> None:
    texts = ["Café 🎬", "", "  jamais", "fin"]
    data = (mark + ends.join(texts)).encode(encoding)
    rows = read_rows(decode(data, encoding), Remarks("fountain"), encoding)
    assert rows.texts == texts
    spans = zip(rows.starts, rows.ends, strict=False)
    assert [data[start:end].decode(encoding) for start, end in spans] == texts
    assert data[rows.byte(0, 5) :].decode(encoding).startswith("🎬")


def test_a_place_in_a_row_is_found_past_what_cannot_be_seen() -> None:
    text = unicodedata.normalize("NFD", "é\u200bé [[né]] x")
    rows = read_rows(text, Remarks("fountain"))
    column = rows.texts[0].index("[[")
    assert rows.texts == ["éé [[né]] x"]
    assert text.encode()[rows.byte(0, column) :].startswith(b"[[")
    assert text.encode()[rows.byte(0, column + 6) :] == b" x"


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("utf-8", b"a\xff\xfeb"),
        ("cp1252", b"a\x81\x85b"),
        ("utf-16-le", b"a\x00\x00\xd8b\x00"),
        ("utf-32-le", b"a\x00\x00\x00\xff\xff\xff\xffb\x00\x00\x00"),
    ],
)
def test_damage_keeps_its_bytes_and_never_reaches_the_text(encoding: str, data: bytes) -> None:
    text = decode(data, encoding)
    assert byte_length(text, encoding) == len(data)
    (row,) = read_rows(text, Remarks("fountain"), encoding).texts
    assert row.encode() and "\ufffd" in row


@given(st.text(max_size=60))
def test_rows_follow_one_another_to_the_end_of_any_text(text: str) -> None:
    rows = read_rows(text, Remarks("fountain"))
    assert rows.starts == sorted(rows.starts)
    assert rows.starts[-1] == byte_length(text, "utf-8")
    for index, row in enumerate(rows.texts):
        columns = [rows.byte(index, at) for at in range(len(row) + 1)]
        assert columns == sorted(columns)
        assert all(rows.starts[index] <= at <= rows.ends[index] for at in columns)
