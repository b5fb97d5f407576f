import pytest

from secondunit.core.finding import Severity
from secondunit.film.screenplay.check import check_heading, check_lines, check_numbers
from secondunit.film.screenplay.heading import read_heading
from secondunit.film.screenplay.identify import NO_ID
from secondunit.film.screenplay.model import Line, LineKind
from secondunit.film.screenplay.remarks import Remarks


def line(kind: LineKind, text: str, row: int = 1) -> Line:
    return Line(id=NO_ID, kind=kind, text=text, row=row)


HEADING = line(LineKind.HEADING, "INT. BARN - DAY")


def rules(*lines: Line) -> list[str]:
    remarks = Remarks("fountain")
    check_lines(lines, remarks)
    return [finding.rule.removeprefix("screenplay.") for finding in remarks.findings()]


def test_a_script_needs_words_and_headings() -> None:
    assert rules() == ["empty"]
    assert rules(line(LineKind.ACTION, "  ")) == ["empty"]
    assert rules(line(LineKind.ACTION, "Dust.")) == ["no-headings"]
    assert rules(HEADING) == []


@pytest.mark.parametrize("after", [(), (line(LineKind.ACTION, "Dust."),)])
def test_a_cue_says_something(after: tuple[Line, ...]) -> None:
    assert rules(HEADING, line(LineKind.CUE, "WREN"), *after) == ["cue-without-dialogue"]


def test_a_note_between_cue_and_dialogue_is_no_silence() -> None:
    note, said = line(LineKind.NOTE, "dry"), line(LineKind.DIALOGUE, "No.")
    assert rules(HEADING, line(LineKind.CUE, "WREN"), note, said) == []


def test_a_speech_has_a_speaker() -> None:
    assert rules(HEADING, line(LineKind.DIALOGUE, "No.")) == ["no-cue"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("INT. BARN - DAY", []),
        ("BARN - DAY", ["no-int-ext"]),
        ("INT. BARN", ["no-time"]),
        ("INT. - DAY", ["no-set"]),
        ("int. barn - day", ["lower-case-heading"]),
        ("INT. McCLANE'S BARN - DAY", []),
    ],
)
def test_what_a_heading_leaves_open_is_said(text: str, expected: list[str]) -> None:
    remarks = Remarks("fountain")
    check_heading(line(LineKind.HEADING, text), read_heading(text), remarks)
    assert [f.rule.removeprefix("screenplay.") for f in remarks.findings()] == expected


def test_numbers_stand_once_and_on_every_scene_or_none() -> None:
    remarks = Remarks("fountain")
    check_numbers([(1, "1"), (5, ""), (9, "2a"), (13, "2A")], remarks)
    assert [(f.rule, f.where) for f in remarks.findings()] == [
        ("screenplay.no-number", "line 5"),
        ("screenplay.duplicate-number", "line 13"),
    ]
    bare = Remarks("fountain")
    check_numbers([(1, ""), (5, "")], bare)
    assert bare.findings() == ()


def test_only_what_leaves_nothing_to_work_with_blocks() -> None:
    remarks = Remarks("fountain")
    check_lines([HEADING, line(LineKind.CUE, "WREN", 3)], remarks)
    check_heading(HEADING, read_heading("BARN"), remarks)
    assert Severity.ERROR not in {finding.severity for finding in remarks.findings()}
