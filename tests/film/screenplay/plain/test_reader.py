from secondunit.core.ids import Digest
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.plain.reader import read_plain_text
from secondunit.film.screenplay.read import RawScript

COVER = """                  THE BELL

                 written by

                 A. Writer

                 May 2026


"""
SCRIPT = """          INT. BELL HOUSE - DAY

          Oren rings with his whole back. Every inch of stone is
          scratched with tallies: two hundred years of tides. At each
          stroke the dust jumps.

                                   OREN
                    Did it speak? It must have spoken,
                    or the coffee would be in
                                   (MORE)

          The Bell - Rev. 3/12/97                             2.

                                   OREN (CONT'D)
                    their cups.

                                   JUDE
                              (from the door, with a
                              tray)
                    It spoke.

                                                  CUT TO:

          12A  EXT. YARD - NIGHT                          12A

          He sits.
"""


def read(text: str) -> RawScript:
    return read_plain_text(text, name="t.txt", digest=Digest("d"))[0]


def kinds(raw: RawScript) -> list[tuple[str, str]]:
    return [(line.kind.value, line.text) for line in raw.lines]


def test_rows_broken_to_fit_a_page_are_paragraphs_again() -> None:
    assert kinds(read(SCRIPT)) == [
        ("heading", "INT. BELL HOUSE - DAY"),
        (
            "action",
            "Oren rings with his whole back. Every inch of stone is scratched with tallies: two "
            "hundred years of tides. At each stroke the dust jumps.",
        ),
        ("cue", "OREN"),
        (
            "dialogue",
            "Did it speak? It must have spoken, or the coffee would be in their cups.",
        ),
        ("cue", "JUDE"),
        ("parenthetical", "(from the door, with a tray)"),
        ("dialogue", "It spoke."),
        ("transition", "CUT TO:"),
        ("heading", "EXT. YARD - NIGHT"),
        ("action", "He sits."),
    ]


def test_a_scene_number_stays_with_its_heading() -> None:
    headings = [line for line in read(SCRIPT).lines if line.kind is LineKind.HEADING]
    assert [line.number for line in headings] == ["", "12A"]


def test_every_line_says_where_it_stands_by_which_rule_and_how_surely() -> None:
    for line in read(SCRIPT).lines:
        assert line.spot is not None
        first, last = line.text.split()[0], line.text.split()[-1]
        there = SCRIPT[line.spot.start : line.spot.end]
        assert first in there
        assert last in there
        assert line.rule.startswith("plain.")
        assert 0 < line.confidence <= 1


def test_the_title_page_is_read_and_no_scene_of_it_is_made() -> None:
    raw = read(COVER + SCRIPT)
    assert {field.key: field.value for field in raw.title_page} == {
        "Title": "THE BELL",
        "Credit": "written by",
        "Author": "A. Writer",
        "Draft date": "May 2026",
    }
    assert raw.lines[0].text == "INT. BELL HOUSE - DAY"


def test_action_before_the_first_heading_is_no_title_page() -> None:
    raw = read("Black. A bell, far off, rings four times.\n\nFADE IN:\n\n" + SCRIPT)
    assert raw.title_page == ()
    assert raw.lines[0].kind is LineKind.ACTION


def test_what_was_left_out_is_told() -> None:
    _, findings = read_plain_text(SCRIPT, name="t.txt", digest=Digest("d"))
    assert "screenplay.print-left-out" in {finding.rule for finding in findings}


def test_contd_is_no_part_of_a_name() -> None:
    raw = read("INT. HALL - DAY\n\nOREN\nYes.\n\nHe waits.\n\nOREN (CONT'D)\nNo.\n")
    cues = [(line.text, line.extension) for line in raw.lines if line.kind is LineKind.CUE]
    assert cues == [("OREN", ""), ("OREN", "CONT'D")]
