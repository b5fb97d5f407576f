from secondunit.film.screenplay.fountain.comments import SourceLine, cut_comments
from secondunit.film.screenplay.fountain.paragraph import Paragraph
from secondunit.film.screenplay.fountain.source import read_rows
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.remarks import Remarks


def lines(text: str) -> list[SourceLine]:
    return cut_comments(read_rows(text, Remarks("fountain")), Remarks("fountain"))


def test_lines_join_and_comments_follow_with_their_place() -> None:
    first, aside, second = lines("  *He* [[a]] runs.\n[[b]]\n> Out.[[c]] <")
    paragraph = Paragraph("*He* runs.", first)
    paragraph.add_aside(aside)
    paragraph.add("Out.", second)
    line, *notes = paragraph.close(LineKind.ACTION, "fountain.action", depth=2)
    assert (line.text, line.row, line.depth) == ("He runs.\nOut.", 1, 2)
    assert [(note.text, note.anchor, line.text[: note.anchor]) for note in notes] == [
        ("a", 3, "He "),
        ("b", 8, "He runs."),
        ("c", 13, "He runs.\nOut."),
    ]


def test_the_row_is_that_of_the_first_line() -> None:
    _, second, third = lines("a\nb\nc")
    paragraph = Paragraph("b", second)
    paragraph.add("c", third)
    assert [line.row for line in paragraph.close(LineKind.ACTION, "fountain.action")] == [2]
