from collections.abc import Sequence

from tests.adapters.formats.fdx.test_compose import line
from tests.adapters.formats.fdx.whole_script import position, read, whole_file

from secondunit.adapters.formats.fdx.content import Content, attributes_of, compose_content
from secondunit.core.ids import Digest
from secondunit.film.screenplay.final_draft.setting import Style
from secondunit.film.screenplay.model import Line, LineKind, Screenplay, Side
from secondunit.film.screenplay.read import RawLine, RawScript, read_scenes


def content_of(lines: Sequence[RawLine]) -> Content:
    raw = RawScript(
        name="t",
        title_page=(),
        lines=tuple(lines),
        source_format="fountain",
        source_digest=Digest(""),
    )
    script: Screenplay = read_scenes(raw)[0]
    return compose_content(script, {})


def raw(kind: LineKind, text: str, side: Side | None = None, anchor: int | None = None) -> RawLine:
    return RawLine(kind=kind, text=text, row=1, side=side, anchor=anchor)


def test_two_dual_dialogues_one_after_the_other_stay_two() -> None:
    pair = [
        raw(LineKind.CUE, "A", Side.LEFT),
        raw(LineKind.DIALOGUE, "One.", Side.LEFT),
        raw(LineKind.CUE, "B", Side.RIGHT),
        raw(LineKind.DIALOGUE, "Two.", Side.RIGHT),
    ]
    paragraphs = content_of([raw(LineKind.HEADING, "INT. A - DAY"), *pair, *pair]).paragraphs
    assert [len(each.inside) for each in paragraphs] == [0, 4, 4]


def test_positions_come_out_as_the_file_had_them() -> None:
    content = compose_content(read(whole_file()), {})
    assert [at for at, _ in content.locks()] == [position("EXT. YARD") - 1]  # no empty row above
    spans = {note.text: span for span, note in content.spans()}
    key = position("GOLD KEY") - 1
    assert spans["Key: Gold or brass?"] == f"{key},{key + len('GOLD KEY')}"


def test_a_note_within_words_points_at_them_and_one_at_their_end_stands_there() -> None:
    content = content_of(
        [
            raw(LineKind.HEADING, "INT. A - DAY"),
            raw(LineKind.ACTION, "He runs."),
            raw(LineKind.NOTE, "Far?", anchor=3),
            raw(LineKind.NOTE, "Done.", anchor=8),
            raw(LineKind.NOTE, "Alone."),
        ]
    )
    assert [(host, at, note.text) for host, at, note in content.ranged] == [
        (1, 3, "Far?"),
        (1, 8, "Alone."),
    ]
    assert [note.text for note in content.paragraphs[1].notes] == ["Done."]


def test_a_page_break_is_an_attribute_and_one_with_nothing_after_it_is_counted() -> None:
    content = content_of(
        [
            raw(LineKind.HEADING, "INT. A - DAY"),
            raw(LineKind.PAGE_BREAK, ""),
            raw(LineKind.ACTION, "He runs."),
            raw(LineKind.PAGE_BREAK, ""),
        ]
    )
    assert content.paragraphs[1].attributes == {"Type": "Action", "StartsNewPage": "Yes"}
    assert content.doubled == 1


def test_only_what_the_type_does_not_say_is_written_at_the_paragraph() -> None:
    element = Style(space_before=1.0, left=1.5, right=7.5)
    plain: Line = line(LineKind.ACTION, "He runs.")
    assert attributes_of(plain, "Action", element, number="", opens=False) == {"Type": "Action"}
    spaced = line(LineKind.ACTION, "He runs.", space_before=3.0, spacing=2.0, width=30)
    said = attributes_of(spaced, "Action", element, number="", opens=False)
    assert (said["SpaceBefore"], said["Spacing"], said["LeftIndent"]) == ("36", "2", "1.50")
    assert int((float(said["RightIndent"]) - 1.5) * 72 / 7.02) == 30
