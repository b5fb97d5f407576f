import re

from secondunit.adapters.formats.fdx.compose import (
    Composed,
    type_name_of,
    write_aside,
    write_note,
    write_paragraph,
    write_runs,
)
from secondunit.film.screenplay.final_draft.setting import Style
from secondunit.film.screenplay.identify import NO_ID
from secondunit.film.screenplay.line_data import LineData, NoteDetails, RevisedSpan, TaggedSpan
from secondunit.film.screenplay.model import Emphasis, Line, LineKind


def line(kind: LineKind, text: str, extension: str = "", **more: object) -> Line:
    return Line(id=NO_ID, kind=kind, text=text, row=1, extension=extension, **more)  # type: ignore[arg-type]  # the tests give fields of the right type


def test_runs_are_cut_where_styles_revisions_and_tags_change() -> None:
    data = LineData(
        revised=(RevisedSpan(start=0, end=4, revision=2),),
        tagged=(TaggedSpan(start=2, end=6, tag=7),),
    )
    bold = (Emphasis(start=4, end=6, style="bold"),)
    runs = list(write_runs(line(LineKind.ACTION, "abcdefgh", data=data, emphasis=bold)))
    assert runs == [
        '<Text RevisionID="2">ab</Text>',
        '<Text RevisionID="2" TagNumber="7">cd</Text>',
        '<Text Style="Bold" TagNumber="7">ef</Text>',
        "<Text>gh</Text>",
    ]


def test_a_cue_is_written_with_its_extension_and_a_note_at_its_character() -> None:
    note = line(LineKind.NOTE, "Who?", anchor=4)
    markup = write_paragraph(
        Composed(line(LineKind.CUE, "OREN", "V.O."), {"Type": "Character"}, notes=[note])
    )
    words = re.sub(r"\s*\n\s*", "", markup)
    assert words.startswith('<Paragraph Type="Character"><Text>OREN</Text><ScriptNote>')
    assert words.endswith("<Text> (V.O.)</Text></Paragraph>")


def test_a_line_keeps_the_name_of_its_type_only_while_it_means_its_kind() -> None:
    elements = {"Start of Act": Style(paginates_as="New Act")}
    named = LineData(type_name="Start of Act")
    act = line(LineKind.ACT, "ACT ONE", data=named)
    shot = line(LineKind.SHOT, "ACT ONE", data=named)
    assert type_name_of(act, elements, has_scenes=True) == "Start of Act"
    assert type_name_of(shot, elements, has_scenes=True) == "Shot"
    ending = line(LineKind.ACT, "END OF ACT", closes=True)
    assert type_name_of(ending, {}, has_scenes=True) == "End of Act"


def test_a_note_is_named_only_where_its_words_begin_with_the_name() -> None:
    details = LineData(type_name="ScriptNote", note=NoteDetails(name="Key", writer="Ana"))
    named = write_note(line(LineKind.NOTE, "Key: gold?", data=details), "3,4")
    assert 'Name="Key" Range="3,4" WriterName="Ana"' in named
    assert "<Text>gold?</Text>" in named
    assert "Name=" not in write_note(line(LineKind.NOTE, "gold?", data=details)).split("Writer")[0]


def test_a_boneyard_is_a_note_that_says_so_and_a_summary_is_its_own_element() -> None:
    assert 'Type="Boneyard"' in write_aside(line(LineKind.BONEYARD, "Old words."))
    assert write_aside(line(LineKind.SYNOPSIS, "They meet.")).startswith("<Summary>")
