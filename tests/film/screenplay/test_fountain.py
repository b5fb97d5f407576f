"""The cases on which readers of Fountain disagree, each as the specification or custom has it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain import read_fountain
from secondunit.film.screenplay.model import LineKind, Side
from secondunit.film.screenplay.read import RawLine, RawScript, read_scenes

HEAD = "INT. CELLAR - DAY\n\n"


def raw(text: str) -> RawScript:
    return read_fountain(text, name="t.fountain", digest=Digest("d"))[0]


def lines(text: str, *, bare: bool = False) -> list[tuple[str, str]]:
    """Kinds and texts after the heading that stands before the sample."""
    found = raw(text if bare else HEAD + text).lines
    return [(line.kind.value, line.text) for line in (found if bare else found[1:])]


def line(text: str, index: int = 0) -> RawLine:
    return raw(HEAD + text).lines[index + 1]


def rules(text: str) -> set[str]:
    script, found = read_fountain(HEAD + text, name="t.fountain", digest=Digest("d"))
    _, more = read_scenes(script)
    return {finding.rule.removeprefix("screenplay.") for finding in (*found, *more)}


def test_a_hash_in_a_set_name_is_not_a_scene_number() -> None:
    heading = raw("INT. VAULT #3 - NIGHT #12#\n\nDust.").lines[0]
    assert (heading.text, heading.number) == ("INT. VAULT #3 - NIGHT", "12")


def test_a_note_behind_a_scene_number_is_a_note() -> None:
    found = raw("INT. HOUSE - DAY #1# [[blue]]\n\nDust.").lines
    assert (found[0].text, found[0].number) == ("INT. HOUSE - DAY", "1")
    assert any(each.kind is LineKind.NOTE and each.text == "blue" for each in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EXT. YARD - DAY\nHe digs.", ["action", "action"]),
        ("He digs.\nEXT. YARD - DAY\n\n", ["action"]),
    ],
)
def test_a_heading_needs_an_empty_line_on_both_sides(text: str, expected: list[str]) -> None:
    assert "heading" not in [kind for kind, _ in lines(text)]


def test_a_line_that_looks_like_a_heading_under_a_cue_is_dialogue() -> None:
    assert lines("WREN\nEXT. YARD - DAY\n\n") == [("cue", "WREN"), ("dialogue", "EXT. YARD - DAY")]


@pytest.mark.parametrize("text", ["\tEXT. YARD - DAY\n\nDust.", "EXT. YARD - DAY  \n\nDust."])
def test_white_space_around_a_heading_does_not_hide_it(text: str) -> None:
    assert lines(text)[0] == ("heading", "EXT. YARD - DAY")


def test_a_first_line_with_a_colon_may_be_a_heading_or_action() -> None:
    assert lines("EXT. YARD: NIGHT - DAY\n\nDust.", bare=True)[0][0] == "heading"
    assert ("action", "FADE IN:") in lines("FADE IN:\n\nINT. X - DAY\n\nDust.", bare=True) or (
        "transition",
        "FADE IN:",
    ) in lines("FADE IN:\n\nINT. X - DAY\n\nDust.", bare=True)


@pytest.mark.parametrize(
    ("text", "name", "extension"),
    [
        ("@McCLANE\nNo.", "McCLANE", ""),
        ("WREN (on the wire)\nNo.", "WREN", "on the wire"),
        ("ÉLOÏSE\nNon.", "ÉLOÏSE", ""),
        ("ТАРАС\nНет.", "ТАРАС", ""),
        ("DR. O'NEIL JR.\nNo.", "DR. O'NEIL JR.", ""),
        ("R2D2\nNo.", "R2D2", ""),
    ],
)
def test_these_are_cues(text: str, name: str, extension: str) -> None:
    cue = line(text)
    assert (cue.kind, cue.text, cue.extension) == (LineKind.CUE, name, extension)
    assert line(text, 1).kind is LineKind.DIALOGUE


@pytest.mark.parametrize("text", ["23\nBeep.", "WREN", "He runs.\nCUT TO:\nGo."])
def test_these_are_action_throughout(text: str) -> None:
    assert {kind for kind, _ in lines(text)} == {"action"}


def test_a_forced_action_loses_its_mark_and_is_no_cue() -> None:
    assert lines("!SCANNING\nWhere?")[0] == ("action", "SCANNING\nWhere?") or lines(
        "!SCANNING\nWhere?"
    )[:1] == [("action", "SCANNING")]


def test_two_spaces_keep_a_blank_line_inside_a_speech() -> None:
    assert lines("DEALER\nTen.\n  \nHit?")[1] == ("dialogue", "Ten.\n\nHit?")


def test_dual_dialogue_has_a_left_and_a_right_side() -> None:
    found = raw(f"{HEAD}ALPHA\nOne.\n\nBETA ^\nTwo.").lines[1:]
    assert [(each.text, each.side) for each in found] == [
        ("ALPHA", Side.LEFT),
        ("One.", Side.LEFT),
        ("BETA", Side.RIGHT),
        ("Two.", Side.RIGHT),
    ]
    assert line("ALPHA\nOne.\n\nBETA^\nTwo.", 2).text == "BETA"


def test_a_caret_without_a_left_side_is_a_cue_and_a_finding() -> None:
    assert line("BETA ^\nTwo.").text == "BETA"
    assert line("BETA ^\nTwo.").side is None
    assert rules("BETA ^\nTwo.") != rules("BETA\nTwo.")


def test_lyrics_stand_alone_or_in_a_speech() -> None:
    assert lines("~The tide is out")[0] == ("lyric", "The tide is out")
    assert lines("ALL\n~The tide is out")[1] == ("lyric", "The tide is out")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> Burn to White.\n\n", ("transition", "Burn to White.")),
        ("He runs.\n\nCUT TO:\n\n", ("transition", "CUT TO:")),
        ("> THE END <\n\n", ("centered", "THE END")),
        ("===\n\n", ("page-break", "")),
        (".SNIPER SCOPE\n\nDust.", ("heading", "SNIPER SCOPE")),
        ("...and silence\n\n", ("action", "...and silence")),
    ],
)
def test_forced_and_plain_elements(text: str, expected: tuple[str, str]) -> None:
    assert expected in [
        (kind, words if kind != "page-break" else "") for kind, words in lines(text)
    ]


@pytest.mark.parametrize(
    ("text", "printed", "kind", "kept"),
    [
        ("He [[why?]] runs.", "He runs.", "note", "why?"),
        ("[[one\ntwo]]", "", "note", "one\ntwo"),
        ("He /* never */ runs.", "He runs.", "boneyard", "never"),
        ("/* gone */\n\nDust.", "Dust.", "boneyard", "gone"),
    ],
)
def test_notes_and_boneyard_are_cut_out_and_kept(
    text: str, printed: str, kind: str, kept: str
) -> None:
    found = lines(text)
    action = " ".join(" ".join(words.split()) for each, words in found if each == "action")
    assert action == printed
    assert kept in [words.strip() for each, words in found if each == kind]


def test_an_unclosed_boneyard_loses_nothing_and_is_a_finding() -> None:
    text = "He /* runs.\n\nGo."
    assert "Go." in " ".join(words for _, words in lines(text))
    assert rules(text) != rules("He runs.\n\nGo.")


def test_adjacent_sections_and_synopses_are_each_their_own() -> None:
    assert [k for k, _ in lines("# A\n## B\n\n")] == ["section", "section"]
    assert lines("= One.\n= Two.\n\n") == [("synopsis", "One."), ("synopsis", "Two.")]
    assert [each.depth for each in raw(f"{HEAD}# A\n## B\n\n").lines[1:]] == [1, 2]


def test_a_title_page_keeps_rows_and_unknown_keys() -> None:
    fields = {
        f.key: f.value for f in raw("Title: A\n    B\nLook: Noir\n\nINT. X - DAY\n\nD.").title_page
    }
    assert fields == {"Title": "A\nB", "Look": "Noir"}


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\u2028", "\x85"])
def test_any_line_end_reads_the_same(ends: str) -> None:
    text = f"{HEAD}WREN\nNo.\n\nDust."
    assert raw(text.replace("\n", ends)).lines == raw(text).lines
    assert raw("\ufeff" + text).lines == raw(text).lines


@pytest.mark.parametrize(
    ("text", "plain", "styles"),
    [
        ("2*3*4", "2*3*4", []),
        ("snake_case_name", "snake_case_name", []),
        ("a *b* c", "a b c", ["italic"]),
        ("a **b** c", "a b c", ["bold"]),
        ("a _b_ c", "a b c", ["underline"]),
        (r"a \*b\* c", "a *b* c", []),
        ("a * b", "a * b", []),
    ],
)
def test_emphasis_is_kept_beside_the_words(text: str, plain: str, styles: list[str]) -> None:
    found = line(text)
    assert found.text == plain
    assert [each.style for each in found.emphasis] == styles


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=" \n\tABab.!*_/[]<>#=^~@()-:é‖'\"", max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    script, _ = read_fountain(text, name="t", digest=Digest("d"))
    read_scenes(script)


@pytest.mark.parametrize("hard", ["/*" * 4000, "_" * 6000, "[[" * 4000, "*" * 6000, "(" * 6000])
def test_no_line_is_slow_to_read(hard: str) -> None:
    began = time.process_time()
    raw(HEAD + hard)
    assert time.process_time() - began < 1.0
