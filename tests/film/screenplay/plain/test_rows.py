import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.film.screenplay.plain.rows import read_rows, script_rows
from secondunit.film.screenplay.remarks import Remarks


def kept(text: str) -> list[str]:
    return [row.text for row in script_rows(read_rows(text))]


@pytest.mark.parametrize(
    "row",
    ["(CONTINUED)", "CONTINUED: (2)", "12   CONTINUED:   12", "(MORE)", "Page 12", "- 12 -",
     "=====", " " * 50 + "12.", "BLUE REVISION 3/12/97"],
)  # fmt: skip
def test_what_the_printer_put_in_is_left_out(row: str) -> None:
    assert kept(f"He sits.\n\n{row}\n\nShe stands.") == ["He sits.", "She stands."]


def test_page_numbers_that_rise_are_left_out_and_a_number_said_alone_is_kept() -> None:
    pages = "\n\n".join(f"He sits again.\n\n{number}" for number in (1, 2, 3))
    assert kept(pages) == ["He sits again."] * 3
    assert kept("HAL\n42\n\nHe sits.") == ["HAL", "42", "He sits."]


def test_a_head_that_runs_over_every_page_is_left_out() -> None:
    page = "\n".join(["    THE BELL - Second draft        {}."] + ["He rings it."] * 30)
    rows = kept("\n".join(page.format(number) for number in (2, 3, 4)))
    assert set(rows) == {"He rings it."}


def test_rows_that_end_alike_and_stand_near_are_no_running_head() -> None:
    assert kept("Test 1.\nTest 2.\nTest 3.") == ["Test 1.", "Test 2.", "Test 3."]


def test_scene_numbers_at_both_sides_stay_with_their_heading() -> None:
    row = read_rows("12A  INT. HALL - DAY           12A")[0]
    assert (row.text, row.number, row.both) == ("INT. HALL - DAY", "12A", True)


def test_a_number_that_belongs_to_the_words_stays_there() -> None:
    assert read_rows("12 men in hats come in.")[0].text == "12 men in hats come in."


def test_a_revision_star_is_taken_off() -> None:
    assert read_rows(f"{'He rings the bell.':<70}*")[0].text == "He rings the bell."


def test_rows_know_their_place_in_the_text_whatever_ends_the_lines() -> None:
    text = "A\r\n\r\n  Bé.\rC\u2028D"
    rows = read_rows(text)
    assert [text[row.start : row.end].strip() for row in rows] == ["A", "Bé.", "C", "D"]
    assert [(row.row, row.blanks, row.indent) for row in rows] == [
        (1, 0, 0),
        (3, 1, 2),
        (4, 0, 0),
        (5, 0, 0),
    ]


def test_hidden_characters_are_taken_out_and_told() -> None:
    remarks = Remarks("plain-text")
    assert read_rows("JU\u200bDE", remarks)[0].text == "JUDE"
    assert [finding.rule for finding in remarks.findings()] == ["screenplay.hidden-characters"]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="*| 12A.\t#(-INT", max_size=12))
def test_a_row_with_marks_keeps_some_whatever_is_taken_off(row: str) -> None:
    rows = read_rows(row)
    assert len(rows) == bool(row.strip())
    assert all(each.text for each in rows)
