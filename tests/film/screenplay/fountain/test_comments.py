from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.screenplay.fountain.comments import SourceLine, cut_comments
from secondunit.film.screenplay.fountain.source import read_rows
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.remarks import Remarks


def cut(text: str) -> list[SourceLine]:
    return cut_comments(read_rows(text, Remarks("fountain")), Remarks("fountain"))


def warned(text: str) -> list[tuple[str, str]]:
    remarks = Remarks("fountain")
    cut_comments(read_rows(text, remarks), remarks)
    return [(finding.rule, finding.where) for finding in remarks.findings()]


def test_without_comments_lines_are_lines() -> None:
    assert [(line.text, line.row, list(line.cuts)) for line in cut("a\n\n b")] == [
        ("a", 1, []),
        ("", 2, []),
        (" b", 3, []),
    ]


def test_a_comment_takes_one_of_the_spaces_around_it_along() -> None:
    (line,) = cut("He [[why?]] runs.")
    assert line.text == "He runs."
    ((at, comment),) = line.cuts
    assert (at, comment.kind, comment.text) == (3, LineKind.NOTE, "why?")


def test_a_comment_over_lines_joins_what_stands_around_it_and_rows_go_on() -> None:
    lines = cut("a /* b\nc\nd */ e\nf")
    assert [(line.text, line.row) for line in lines] == [("a e", 1), ("f", 4)]


def test_words_behind_a_comment_count_from_their_own_row() -> None:
    (line,) = cut("/* one\ntwo */ three")
    assert (line.text, line.row) == ("three", 2)
    assert line.cuts[0][1].row == 1


def test_a_boneyard_wins_over_a_note_and_may_lie_inside_one() -> None:
    (line,) = cut("/* a [[b */ c]]")
    assert line.text == "c]]"
    (line,) = cut("[[a /* b ]] */ c]]d")
    assert [comment.text for _, comment in line.cuts] == ["a /* b ]] */ c"]
    assert line.text == "d"


def test_a_note_may_hold_a_line_of_two_spaces_but_no_empty_one() -> None:
    assert [line.text for line in cut("[[a\n  \nb]]c")] == ["c"]
    assert [line.text for line in cut("[[a\n\nb]]c")] == ["[[a", "", "b]]c"]
    assert [line.text for line in cut("[[a\n \nb]]c")] == ["[[a", " ", "b]]c"]


def test_what_is_never_closed_is_told_with_its_row() -> None:
    assert warned("a\nb [[c\n\nd") == [("screenplay.unclosed-note", "line 2")]
    assert warned("a\n\nb /* c\nd") == [("screenplay.unclosed-boneyard", "line 3")]
    assert warned("[[a]] /* b */") == []


def test_blank_lines_and_asides_are_told_apart() -> None:
    blank, aside, words = cut(" \n[[a]] \nb [[c]]")
    assert (blank.is_blank, blank.is_aside) == (True, False)
    assert (aside.is_blank, aside.is_aside) == (False, True)
    assert (words.is_blank, words.is_aside) == (False, False)


@given(st.text(alphabet="ab \n[]/*", max_size=80))
def test_no_letter_is_lost_and_rows_never_go_back(text: str) -> None:
    lines = cut(text)
    kept = "".join(line.text + "".join(comment.text for _, comment in line.cuts) for line in lines)
    assert sorted(c for c in kept if c.isalpha()) == sorted(c for c in text if c.isalpha())
    assert [line.row for line in lines] == sorted(line.row for line in lines)
    assert all(0 <= at <= len(line.text) for line in lines for at, _ in line.cuts)
