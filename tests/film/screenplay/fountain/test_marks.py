import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.screenplay.emphasis import read_emphasis
from secondunit.film.screenplay.fountain.marks import (
    merge_emphasis,
    write_comment,
    write_rows,
    write_words,
)
from secondunit.film.screenplay.identify import NO_ID
from secondunit.film.screenplay.model import Emphasis, Line, LineKind


def line(text: str, *spans: tuple[int, int, str], kind: LineKind = LineKind.ACTION) -> Line:
    emphasis = tuple(Emphasis(start=start, end=end, style=style) for start, end, style in spans)
    return Line(id=NO_ID, kind=kind, text=text, row=1, emphasis=emphasis)


def note(text: str, anchor: int) -> Line:
    return Line(id=NO_ID, kind=LineKind.NOTE, text=text, row=1, anchor=anchor)


@pytest.mark.parametrize(
    ("found", "row"),
    [
        (line("a b c", (2, 3, "bold")), "a **b** c"),
        (line("a b c", (2, 3, "bold"), (2, 3, "italic")), "a ***b*** c"),
        (line("a b c", (0, 5, "underline"), (2, 3, "italic")), "_a *b* c_"),
        (line("2*3*4 and snake_case"), "2*3*4 and snake_case"),
        (line("a *b* c"), r"a \*b\* c"),
        (line("*9765*", (0, 6, "bold")), r"**\*9765\***"),
        (line("un-be-lievable", (3, 5, "italic")), "un-*be*-lievable"),
    ],
)
def test_styles_are_marked_and_what_looks_like_a_mark_is_kept_from_being_one(
    found: Line, row: str
) -> None:
    assert write_rows(found) == [row]


def test_a_style_over_rows_is_marked_in_each() -> None:
    assert write_rows(line("one\ntwo", (0, 7, "bold"))) == ["**one**", "**two**"]


def test_a_style_that_fountain_cannot_mark_leaves_the_words_whole() -> None:
    assert write_rows(line("unbelievable", (2, 9, "italic"))) == ["unbelievable"]


@pytest.mark.parametrize(
    ("text", "anchor", "row"),
    [
        ("He runs.", 3, "He [[why?]]runs."),
        ("He runs.", 8, "He runs.[[why?]]"),
        ("a  b", 2, "a [[why?]]  b"),
        ("    Dear Wren", 0, "[[why?]]     Dear Wren"),
        ("He runs.", 99, "He runs.[[why?]]"),
    ],
)
def test_a_comment_goes_back_to_where_it_stood(text: str, anchor: int, row: str) -> None:
    assert write_rows(line(text), [note("why?", anchor)]) == [row]


def test_a_forced_row_has_its_mark_behind_its_indentation() -> None:
    assert write_rows(line("  #one\ntwo"), forced=[0]) == ["  !#one", "two"]


@pytest.mark.parametrize(
    ("kind", "text", "written"),
    [
        (LineKind.NOTE, "a\n\nb", "[[a\n  \nb]]"),
        (LineKind.NOTE, "[a]", "[[ [a] ]]"),
        (LineKind.NOTE, "a]]b", "[[a] ]b]]"),
        (LineKind.BONEYARD, "a*/b", "/* a* /b */"),
    ],
)
def test_nothing_in_a_comment_closes_it(kind: LineKind, text: str, written: str) -> None:
    assert write_comment(line(text, kind=kind)) == written


def test_styles_are_said_in_one_way() -> None:
    text = "one two three"
    spans = [Emphasis(start=0, end=4, style="bold"), Emphasis(start=4, end=8, style="bold")]
    assert merge_emphasis(text, spans) == (Emphasis(start=0, end=7, style="bold"),)


@given(st.text(alphabet="ab *_\\", max_size=12))
def test_words_without_styles_read_back_as_they_are(text: str) -> None:
    found = read_emphasis(write_words(text))
    assert (found.text, found.emphasis) == (text, ()) or "\\" in text
