import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.screenplay.script_strategies import raw, script, scripts

from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.fountain.writer import write_script
from secondunit.film.screenplay.losses import list_losses
from secondunit.film.screenplay.model import Emphasis, LineKind, Screenplay, Side, TitleField
from secondunit.film.screenplay.read import RawLine, read_scenes


def read(text: str) -> Screenplay:
    return read_scenes(read_fountain(text, name="t", digest=Digest("d"))[0])[0]


def lost(wanted: Screenplay) -> list[str]:
    return [loss.message for loss in list_losses(wanted, read(write_script(wanted)), "Fountain")]


@settings(max_examples=400, deadline=None)
@given(scripts())
def test_what_fountain_can_hold_reads_back_the_same(wanted: Screenplay) -> None:
    assert lost(wanted) == []


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.builds(
            RawLine,
            kind=st.sampled_from(LineKind),
            text=st.text(alphabet="Aa 1.!@#~>=<*_[]()/\\^:\n", max_size=12),
            row=st.just(1),
            side=st.sampled_from([None, None, Side.LEFT, Side.RIGHT]),
            number=st.sampled_from(["", "1"]),
            extension=st.sampled_from(["", "V.O.", "(("]),
        ),
        max_size=6,
    )
)
def test_whatever_is_written_is_read_back_the_same_or_listed_as_lost(lines: list[RawLine]) -> None:
    wanted = script(lines)
    kept = read(write_script(wanted))
    found = [(line.kind, line.text.strip()) for line in kept.opening]
    is_same = found == [(line.kind, line.text.strip()) for line in wanted.opening]
    assert list_losses(wanted, kept, "Fountain") or is_same


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (raw(LineKind.HEADING, "INT. HALL - DAY", number="4"), "INT. HALL - DAY #4#"),
        (raw(LineKind.HEADING, "Somewhere"), ".Somewhere"),
        (raw(LineKind.ACTION, "INT. HALL - DAY"), "!INT. HALL - DAY"),
        (raw(LineKind.ACTION, "BANG\nand gone"), "!BANG\nand gone"),
        (raw(LineKind.ACTION, "    @home\n>here"), "    !@home\n!>here"),
        (raw(LineKind.ACTION, "CUT TO:"), "!CUT TO:"),
        (raw(LineKind.CENTERED, "THE END"), "> THE END <"),
        (raw(LineKind.TRANSITION, "CUT TO:"), "CUT TO:"),
        (raw(LineKind.TRANSITION, "Burn to white."), "> Burn to white."),
        (raw(LineKind.LYRIC, "The tide"), "~The tide"),
        (raw(LineKind.SHOT, "THE KEY"), "!!THE KEY"),
        (raw(LineKind.SECTION, "Act", depth=2), "## Act"),
        (raw(LineKind.SYNOPSIS, "They meet."), "= They meet."),
        (raw(LineKind.PAGE_BREAK, ""), "==="),
        (raw(LineKind.PAGE_BREAK, "10"), "=== 10"),
        (raw(LineKind.NOTE, "why?\n\nhow?"), "[[why?\n  \nhow?]]"),
        (raw(LineKind.BONEYARD, "gone"), "/* gone */"),
        (raw(LineKind.CUE, "Wren"), "@Wren"),
    ],
)
def test_marks_stand_where_they_are_needed(line: RawLine, text: str) -> None:
    first = raw(LineKind.ACTION, "Dust.")
    assert write_script(script([first, line])) == f"Dust.\n\n{text}\n"


def test_a_speech_is_written_as_people_type_it() -> None:
    lines = [
        raw(LineKind.CUE, "ALPHA", extension="V.O.", side=Side.LEFT),
        raw(LineKind.PARENTHETICAL, "(low)", side=Side.LEFT),
        raw(LineKind.DIALOGUE, "One.\n\nTwo.", side=Side.LEFT),
        raw(LineKind.CUE, "McBETA", side=Side.RIGHT),
        raw(LineKind.DIALOGUE, "Both.", side=Side.RIGHT),
    ]
    text = "ALPHA (V.O.)\n(low)\nOne.\n  \nTwo.\n\n@McBETA ^\nBoth.\n"
    assert write_script(script(lines)) == text
    assert lost(script(lines)) == []


def test_a_title_page_stands_first() -> None:
    fields = (TitleField(key="Title", value="RIGHT\nEAR"), TitleField(key="Author", value="A. W."))
    text = write_script(script([raw(LineKind.HEADING, "INT. HALL - DAY")], fields))
    assert text == "Title:\n    RIGHT\n    EAR\nAuthor: A. W.\n\nINT. HALL - DAY\n"


def test_a_first_line_with_a_colon_is_kept_from_being_a_title_page() -> None:
    wanted = script([raw(LineKind.ACTION, "Title: nobody knows.")])
    assert write_script(wanted) == "!Title: nobody knows.\n"


def test_what_fountain_cannot_hold_is_listed_by_kind() -> None:
    wanted = script(
        [
            raw(LineKind.ACT, "THE SEA"),
            raw(LineKind.ACT, "THE LAND"),
            raw(LineKind.GENERAL, "Rules of the game"),
            raw(LineKind.ACTION, "Dust.", width=20),
        ]
    )
    assert lost(wanted) == [
        "Fountain does not hold act lines, which read back as centered: 2 times",
        "Fountain does not hold general lines, which read back as action: 1 time",
        "Fountain does not hold the width of a paragraph: 1 time",
    ]


def test_a_note_in_a_heading_that_must_be_forced_is_kept() -> None:
    style = Emphasis(start=0, end=7, style="italic")
    lines = [
        raw(LineKind.HEADING, "KITCHEN (FLASHBACK)", emphasis=(style,)),
        raw(LineKind.NOTE, "why?", anchor=19),
        raw(LineKind.NOTE, "alone"),
    ]
    written = write_script(script(lines))
    assert written == ".KITCHEN (FLASHBACK)[[why?]]\n\n[[alone]]\n"
    assert [line.text for line in read(written).lines if line.kind is LineKind.NOTE] == [
        "why?",
        "alone",
    ]
