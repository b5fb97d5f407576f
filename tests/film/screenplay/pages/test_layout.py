import pytest

from secondunit.core.ids import Digest
from secondunit.film.screenplay.model import LineKind, Paper, Screenplay, Side
from secondunit.film.screenplay.pages.layout import TypedLine, TypedRole, lay_out_script
from secondunit.film.screenplay.read import RawLine, RawScript, read_scenes


def script(*lines: tuple[LineKind, str] | RawLine, rows: int = 54) -> Screenplay:
    raw = [
        each if isinstance(each, RawLine) else RawLine(kind=each[0], text=each[1], row=row)
        for row, each in enumerate(lines, 1)
    ]
    read, _ = read_scenes(
        RawScript(
            name="x.fountain",
            title_page=(),
            lines=tuple(raw),
            source_format="fountain",
            source_digest=Digest(""),
            paper=Paper(rows=rows),
        )
    )
    return read


def drawn(lines: tuple[TypedLine, ...]) -> list[tuple[int, float, float, str]]:
    return [(line.page, line.row, line.column, line.text) for line in lines]


SPEECH = (
    (LineKind.CUE, "OREN"),
    (LineKind.PARENTHETICAL, "(to the toast, which does not answer)"),
    (LineKind.DIALOGUE, "You were bread once. So was I."),
)


def test_each_kind_stands_in_its_column_in_tenths_of_an_inch() -> None:
    typed = lay_out_script(
        script((LineKind.HEADING, "INT. A - DAY"), *SPEECH, (LineKind.TRANSITION, "CUT TO:"))
    )
    assert drawn(typed.lines) == [
        (1, 0, 15, "INT. A - DAY"),
        (1, 2, 35, "OREN"),
        (1, 3, 29, "(to the toast, which does"),
        (1, 4, 30, "not answer)"),
        (1, 5, 25, "You were bread once. So was I."),
        (1, 7, 64, "CUT TO:"),
    ]
    assert typed.pages == 1


def test_a_speech_over_a_page_end_says_more_below_and_repeats_its_cue_above() -> None:
    filler = [(LineKind.ACTION, "Rain.")] * 3
    words = "One sentence of about one line. And a second one of the same. " * 2
    cue = RawLine(kind=LineKind.CUE, text="OREN", row=1, extension="V.O., CONT'D")
    typed = lay_out_script(script(*filler, cue, (LineKind.DIALOGUE, words.strip()), rows=10))
    added = [line for line in typed.lines if line.role is not TypedRole.TEXT]
    assert [(line.page, line.row, line.column, line.text) for line in added] == [
        (1, 9, 35, "(MORE)"),
        (2, -1, 35, "OREN (V.O.) (CONT'D)"),
    ]


def test_every_word_of_the_script_is_drawn_once_and_knows_where_it_comes_from() -> None:
    source = script((LineKind.ACTION, "word " * 400), *SPEECH, (LineKind.NOTE, "unseen"), rows=12)
    typed = lay_out_script(source)
    lines = source.lines
    for line in typed.lines:
        if line.role is TypedRole.TEXT:
            assert lines[line.line].text[line.start :].startswith(line.text)
    words = [word for line in typed.lines for word in line.text.split() if line.role == "text"]
    printed = [line for line in lines if line.kind is not LineKind.NOTE]
    assert words == [word for line in printed for word in line.text.split()]
    assert [line.page for line in typed.lines] == sorted(line.page for line in typed.lines)
    assert sum(line.opens_line for line in typed.lines) == len(printed)


def test_a_speaker_who_goes_on_is_marked_where_that_is_asked_for() -> None:
    going_on = script(*SPEECH, (LineKind.ACTION, "Smoke."), *SPEECH)
    plain, marked = (
        [line.text for line in lay_out_script(going_on, marks_continued=mark).lines]
        for mark in (False, True)
    )
    assert (plain.count("OREN"), marked.count("OREN (CONT'D)")) == (2, 1)


def test_a_double_spaced_speech_stands_on_the_lower_of_its_lines() -> None:
    said = RawLine(kind=LineKind.DIALOGUE, text="One.\nTwo.", row=1, spacing=2)
    typed = lay_out_script(script((LineKind.CUE, "OREN"), said))
    assert [line.row for line in typed.lines] == [0, 2, 4]


def test_dual_dialogue_stands_side_by_side() -> None:
    sides = [(Side.LEFT, "OREN"), (Side.RIGHT, "MINA")]
    pair = [
        RawLine(kind=kind, text=text, row=1, side=side)
        for side, name in sides
        for kind, text in ((LineKind.CUE, name), (LineKind.DIALOGUE, "Now."))
    ]
    typed = lay_out_script(script(*pair))
    assert [(line.row, line.side, line.text) for line in typed.lines] == [
        (0, Side.LEFT, "OREN"),
        (1, Side.LEFT, "Now."),
        (0, Side.RIGHT, "MINA"),
        (1, Side.RIGHT, "Now."),
    ]
    assert [line.column for line in typed.lines] == [26.875, 15, 58.125, 46.25]


def test_centred_words_stand_about_the_middle_of_the_column() -> None:
    (line,) = lay_out_script(script((LineKind.CENTERED, "THE END."))).lines
    assert line.column == 41


def test_a_place_of_its_own_is_kept() -> None:
    aside = RawLine(kind=LineKind.ACTION, text="Far in.", row=1, left=4.0)
    (line,) = lay_out_script(script(aside)).lines
    assert line.column == pytest.approx(40)


def test_an_empty_script_is_one_empty_page() -> None:
    typed = lay_out_script(script())
    assert (typed.lines, typed.pages, typed.paper.rows) == ((), 1, 54)
