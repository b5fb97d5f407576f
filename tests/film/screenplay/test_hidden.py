from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.screenplay.hidden import remove_hidden
from secondunit.film.screenplay.remarks import Remarks


def clean(text: str, row: int = 1, *, counts_rows: bool = True) -> tuple[str, list[str], list[str]]:
    remarks = Remarks("fountain")
    kept = remove_hidden(text, row, remarks, counts_rows=counts_rows)
    findings = remarks.findings()
    return kept, [f.where for f in findings], [f.message for f in findings]


def test_a_zero_width_space_does_not_make_another_speaker() -> None:
    assert clean("WR\u200bEN") == ("WREN", ["line 1"], ["1 invisible character left out"])


def test_words_hidden_in_the_tag_block_are_left_out_and_read_aloud() -> None:
    hidden = "".join(chr(0xE0000 + ord(c)) for c in "sign all")
    text, places, messages = clean(f"He runs.{hidden}")
    assert text == "He runs."
    assert places == ["line 1"]
    assert "“sign all”" in messages[0]


def test_rows_are_counted_where_lines_are_rows() -> None:
    assert clean("a\nb\u00ad\n\n\u2060c")[1] == ["line 2", "line 4"]
    assert clean("a\nb\u00ad", 7, counts_rows=False)[1] == ["line 7"]


def test_marks_that_turn_the_reading_direction_stay_and_are_told() -> None:
    text, places, _ = clean("a\n\u202eb\u202c")
    assert text == "a\n\u202eb\u202c"
    assert places == ["line 2"]


def test_joiners_that_scripts_and_flags_need_stay() -> None:
    wales = "\U0001f3f4" + "".join(chr(0xE0000 + ord(c)) for c in "gbwls") + "\U000e007f"
    for text in ("क्\u200dष", "👨\u200d👩\u200d👧", wales):
        assert clean(text) == (text, [], [])


@given(st.text(max_size=60))
def test_nothing_but_invisible_characters_goes(text: str) -> None:
    kept, places, _ = clean(text)
    assert [c for c in kept if c.isprintable()] == [c for c in text if c.isprintable()]
    assert kept == text or places
