"""The cases on which readers of Fountain disagree, each as the syntax or custom has it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.model import LineKind, Side
from secondunit.film.screenplay.read import RawLine, RawScript, read_scenes

HEAD = "INT. CELLAR - DAY\n\n"


def raw(text: str) -> RawScript:
    return read_fountain(text, name="t.fountain", digest=Digest("d"))[0]


def whole(text: str) -> list[tuple[str, str]]:
    """Kinds and words of a whole script."""
    return [(line.kind.value, line.text) for line in raw(text).lines]


def lines(text: str) -> list[tuple[str, str]]:
    """Kinds and words after the heading that is put before the sample."""
    return whole(HEAD + text)[1:]


def line(text: str, index: int = 0) -> RawLine:
    return raw(HEAD + text).lines[index + 1]


def rules(text: str) -> set[str]:
    script, found = read_fountain(HEAD + text, name="t.fountain", digest=Digest("d"))
    _, more = read_scenes(script)
    return {finding.rule.removeprefix("screenplay.") for finding in (*found, *more)}


def test_a_hash_in_a_set_name_is_not_a_scene_number() -> None:
    (heading,) = raw("INT. VAULT #3 - NIGHT #12#").lines
    assert (heading.text, heading.number) == ("INT. VAULT #3 - NIGHT", "12")


def test_a_note_behind_a_scene_number_is_a_note() -> None:
    heading, note = raw("INT. BARN - DAY #1# [[blue]]").lines
    assert (heading.text, heading.number) == ("INT. BARN - DAY", "1")
    assert (note.kind, note.text) == (LineKind.NOTE, "blue")


def test_a_note_over_several_lines_behind_a_heading_leaves_the_heading_whole() -> None:
    text = "INT. BARN - DAY[[ask the farmer\n  \nabout the mare]]\n\nDust."
    assert whole(text) == [
        ("heading", "INT. BARN - DAY"),
        ("note", "ask the farmer\n  \nabout the mare"),
        ("action", "Dust."),
    ]


def test_a_heading_with_words_right_under_it_is_action_and_a_finding() -> None:
    assert lines("EXT. ORCHARD - DAY\nHe digs.") == [("action", "EXT. ORCHARD - DAY\nHe digs.")]
    assert "glued-heading" in rules("EXT. ORCHARD - DAY\nHe digs.")


def test_a_heading_with_words_right_above_it_is_action_and_a_finding() -> None:
    assert lines("He digs.\nEXT. ORCHARD - DAY\n\n") == [("action", "He digs.\nEXT. ORCHARD - DAY")]
    assert "buried-heading" in rules("He digs.\nEXT. ORCHARD - DAY\n\n")


def test_a_script_that_never_puts_an_empty_line_after_headings_is_read_by_its_habit() -> None:
    text = "".join(f"INT. ROOM {n} - DAY\nWren sits.\n\nWREN\nStill here.\n\n" for n in range(8))
    kinds = [kind for kind, _ in whole(text)]
    assert kinds == ["heading", "action", "cue", "dialogue"] * 8


def test_a_line_that_looks_like_a_heading_under_a_cue_is_dialogue() -> None:
    text = "WREN\nEXT. ORCHARD - DAY\n\n"
    assert lines(text) == [("cue", "WREN"), ("dialogue", "EXT. ORCHARD - DAY")]


@pytest.mark.parametrize("text", ["\tEXT. ORCHARD - DAY\n\nDust.", "EXT. ORCHARD - DAY  \n\nDust."])
def test_white_space_around_a_heading_does_not_hide_it(text: str) -> None:
    assert lines(text)[0] == ("heading", "EXT. ORCHARD - DAY")


def test_a_first_line_with_a_colon_may_be_a_heading_or_action() -> None:
    assert whole("EXT. ORCHARD: NIGHT - DAY\n\nDust.")[0] == (
        "heading",
        "EXT. ORCHARD: NIGHT - DAY",
    )
    assert whole("FADE IN:\n\nINT. ATTIC - DAY")[0] == ("action", "FADE IN:")


@pytest.mark.parametrize(
    ("text", "name", "extension"),
    [
        ("@McCLANE\nNo.", "McCLANE", ""),
        ("WREN (on the wire)\nNo.", "WREN", "on the wire"),
        ("WREN (V.O.) (CONT'D)\nNo.", "WREN", "V.O., CONT'D"),
        ("ÉLOÏSE\nNon.", "ÉLOÏSE", ""),
        ("ТАРАС\nНет.", "ТАРАС", ""),
        ("DR. O'NEIL JR.\nNo.", "DR. O'NEIL JR.", ""),
        ("R2D2\nNo.", "R2D2", ""),
        ("\t\tWREN\n\tNo.", "WREN", ""),
        ("सीता\nनहीं।", "सीता", ""),
        ("王明\n不。", "王明", ""),
    ],
)
def test_these_are_cues(text: str, name: str, extension: str) -> None:
    cue, said = line(text), line(text, 1)
    assert (cue.kind, cue.text, cue.extension) == (LineKind.CUE, name, extension)
    assert said.kind is LineKind.DIALOGUE


@pytest.mark.parametrize(
    "text",
    [
        "23\nBeep.",
        "23 (O.S.)\nBeep.",
        "WREN",
        "WREN\n\nNot heard.",
        "Wren (O.S.)\nNo.",
        "He runs.\nCUT TO:\nGo.",
        "राम दौड़ता है।\nवह गिरता है।",
        "WREN ^ (both)\nNo.",
    ],
)
def test_these_are_action_throughout(text: str) -> None:
    assert {kind for kind, _ in lines(text)} == {"action"}


def test_forced_action_loses_its_mark_and_is_no_cue() -> None:
    assert lines("!SCANNING\nWhere?") == [("action", "SCANNING\nWhere?")]


def test_two_spaces_keep_an_empty_line_inside_a_speech() -> None:
    text = "DEALER\nTen.\n  \nHit?"
    assert lines(text) == [("cue", "DEALER"), ("dialogue", "Ten.\n\nHit?")]


def test_empty_lines_padded_by_an_editor_still_end_speeches() -> None:
    text = "".join(f"WREN\nNumber {n}.\n    \nHe waits.\n    \n" for n in range(9))
    assert [kind for kind, _ in lines(text)] == ["cue", "dialogue", "action"] * 9


@pytest.mark.parametrize("second", ["BETA ^", "BETA^", "BETA (O.S.) ^"])
def test_dual_dialogue_has_a_left_and_a_right_side(second: str) -> None:
    found = raw(f"{HEAD}ALPHA\nOne.\n\n{second}\n(low)\nTwo.").lines[1:]
    assert [(each.text, each.side) for each in found] == [
        ("ALPHA", Side.LEFT),
        ("One.", Side.LEFT),
        ("BETA", Side.RIGHT),
        ("(low)", Side.RIGHT),
        ("Two.", Side.RIGHT),
    ]


@pytest.mark.parametrize("before", ["", "ALPHA\nOne.\n\nAction.\n\n"])
def test_a_caret_with_nobody_right_before_it_is_a_plain_cue_and_a_finding(before: str) -> None:
    found = raw(f"{HEAD}{before}BETA ^\nTwo.").lines
    assert [(each.kind, each.text) for each in found[-2:]] == [
        (LineKind.CUE, "BETA"),
        (LineKind.DIALOGUE, "Two."),
    ]
    assert {each.side for each in found} == {None}
    assert "orphan-dual" in rules(f"{before}BETA ^\nTwo.")


def test_lyrics_stand_alone_or_in_a_speech() -> None:
    assert lines("~The tide is out") == [("lyric", "The tide is out")]
    assert lines("ALL\n~The tide is out") == [("cue", "ALL"), ("lyric", "The tide is out")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> Burn to White.", ("transition", "Burn to White.")),
        ("CUT TO:", ("transition", "CUT TO:")),
        ("  SMASH CUT TO:", ("transition", "SMASH CUT TO:")),
        ("> THE END <", ("centered", "THE END")),
        (">THE END<", ("centered", "THE END")),
        ("===", ("page-break", "")),
        ("=== 10", ("page-break", "10")),
        (".SNIPER SCOPE", ("heading", "SNIPER SCOPE")),
        ("...and silence", ("action", "...and silence")),
        (". NOTHING", ("action", ". NOTHING")),
        ("!!CLOSE ON THE KEY", ("shot", "CLOSE ON THE KEY")),
        ("cut to:", ("action", "cut to:")),
        ("ALTO:", ("action", "ALTO:")),
    ],
)
def test_forced_and_plain_elements(text: str, expected: tuple[str, str]) -> None:
    assert lines(f"{text}\n\n") == [expected]


@pytest.mark.parametrize(
    ("text", "rule"),
    [("FADE OUT.", "customary-transition"), ("CUT TO: ", "space-after-transition")],
)
def test_what_custom_calls_a_transition_is_action_with_a_finding(text: str, rule: str) -> None:
    assert lines(f"{text}\n\n") == [("action", text.strip())]
    assert rule in rules(f"{text}\n\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He [[why?]] runs.", [("action", "He runs."), ("note", "why?")]),
        ("[[one\ntwo]]", [("note", "one\ntwo")]),
        ("He /* never */ runs.", [("action", "He runs."), ("boneyard", "never")]),
        ("/* gone */\n\nDust.", [("boneyard", "gone"), ("action", "Dust.")]),
        ("WREN\n[[dry]]\nNo.", [("cue", "WREN"), ("note", "dry"), ("dialogue", "No.")]),
        (
            "WREN\nNo.\n[[pause]]\nYes.",
            [("cue", "WREN"), ("dialogue", "No.\nYes."), ("note", "pause")],
        ),
    ],
)
def test_notes_and_boneyards_are_cut_out_and_kept(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert lines(text) == expected


def test_a_note_knows_where_in_the_line_it_stood() -> None:
    action, note = raw(f"{HEAD}He *slowly* [[why?]] runs.").lines[1:]
    assert action.text == "He slowly runs."
    assert note.anchor == len("He slowly ")
    assert raw("[[alone]]").lines[0].anchor is None


def test_an_unclosed_boneyard_loses_nothing_and_is_a_finding() -> None:
    assert lines("He /* runs.\n\nGo.") == [("action", "He /* runs."), ("action", "Go.")]
    assert "unclosed-boneyard" in rules("He /* runs.\n\nGo.")


def test_a_note_broken_by_an_empty_line_loses_nothing_and_is_a_finding() -> None:
    assert lines("A [[b\n\nc]] d.") == [("action", "A [[b"), ("action", "c]] d.")]
    assert "unclosed-note" in rules("A [[b\n\nc]] d.")


def test_adjacent_sections_and_synopses_are_each_their_own() -> None:
    found = raw(f"{HEAD}# A\n## B\n#C\n\n").lines[1:]
    assert [(each.kind, each.text, each.depth) for each in found] == [
        (LineKind.SECTION, "A", 1),
        (LineKind.SECTION, "B", 2),
        (LineKind.SECTION, "C", 1),
    ]
    assert lines("= One.\n= Two.\n\n") == [("synopsis", "One."), ("synopsis", "Two.")]


def test_a_heading_may_have_a_synopsis_right_under_it() -> None:
    text = "EXT. ORCHARD - DAY\n= Wren hides.\n\nDust."
    assert [kind for kind, _ in lines(text)] == ["heading", "synopsis", "action"]


def test_empty_lines_between_paragraphs_are_counted() -> None:
    first, second, third = raw(f"{HEAD}A.\n\n\n\nB.\n\nC.").lines[1:]
    assert (first.space_before, second.space_before, third.space_before) == (None, 3.0, None)


def test_action_keeps_its_indentation_and_its_line_breaks() -> None:
    assert lines("    Dear Wren,\n\tcome home.") == [("action", "    Dear Wren,\n    come home.")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("(beat)", ["parenthetical"]),
        ("No.\n(beat)\nYes.", ["dialogue", "parenthetical", "dialogue"]),
        ("(a long\naside)\nYes.", ["parenthetical", "dialogue"]),
        ("(beat)\n(longer)\nYes.", ["parenthetical", "parenthetical", "dialogue"]),
        ("(beat) Yes.", ["dialogue"]),
        ("(never closed\nYes.", ["dialogue"]),
    ],
)
def test_brackets_of_their_own_in_a_speech_are_parentheticals(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in lines(f"WREN\n{text}")] == ["cue", *kinds]


def test_brackets_outside_a_speech_are_action() -> None:
    assert lines("(Wren)\nA knife.") == [("action", "(Wren)\nA knife.")]


@pytest.mark.parametrize(
    ("text", "heading", "number"),
    [
        ("12A INT. HALL - DAY 12A", "INT. HALL - DAY", "12A"),
        ("12 OMITTED 12", "OMITTED", "12"),
        ("OMITTED", "OMITTED", ""),
        ("EXT./INT. HALL - DAY", "EXT./INT. HALL - DAY", ""),
        ("INT.-EXT. HALL - DAY", "INT.-EXT. HALL - DAY", ""),
        ("E/I HALL - DAY", "E/I HALL - DAY", ""),
        ("INT - HALL - DAY", "INT - HALL - DAY", ""),
        ("AUSSEN. HOF - TAG", "AUSSEN. HOF - TAG", ""),
        ("INT. CUISINE - JOUR", "INT. CUISINE - JOUR", ""),
        ("1-1 客厅 日 内", "客厅 日 内", "1-1"),
        ("**INT. HALL - DAY #4#**", "INT. HALL - DAY", "4"),
        ("int hall day", "int hall day", ""),
    ],
)
def test_headings_as_writers_write_them(text: str, heading: str, number: str) -> None:
    (found,) = raw(text).lines
    assert (found.kind, found.text, found.number) == (LineKind.HEADING, heading, number)


def test_a_prefix_that_the_syntax_does_not_list_is_action_and_a_finding() -> None:
    assert lines("EXT/INT. HALL - DAY\n\n") == [("action", "EXT/INT. HALL - DAY")]
    assert "unlisted-heading" in rules("EXT/INT. HALL - DAY\n\n")
    assert lines(".EXT/INT. HALL - DAY\n\n") == [("heading", "EXT/INT. HALL - DAY")]


def test_a_cue_forced_with_nothing_to_say_is_a_finding() -> None:
    assert lines("@Wren\n\n") == [("cue", "Wren")]
    assert "cue-without-dialogue" in rules("@Wren\n\n")


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\u2028", "\x85"])
def test_any_line_end_reads_the_same(ends: str) -> None:
    text = f"{HEAD}WREN\nNo.\n\nDust."
    assert whole(text.replace("\n", ends)) == whole(text)
    assert whole("\ufeff" + text) == whole(text)


def test_an_accent_written_as_two_characters_is_one() -> None:
    assert lines("E\u0301LOI\u0308SE\nNon.")[0] == ("cue", "ÉLOÏSE")


def test_rows_count_the_lines_of_the_file() -> None:
    text = "Title: T\n\n/* two\nlines */\nINT. BARN - DAY\n\nDust.\n\nWREN\n(low)\nNo."
    assert [(each.kind.value, each.row) for each in raw(text).lines] == [
        ("boneyard", 3),
        ("heading", 5),
        ("action", 7),
        ("cue", 9),
        ("parenthetical", 10),
        ("dialogue", 11),
    ]


MARKS = " \n\tABab1.!*_/[]<>#=^~@()-:\\é‖'\""
PIECES = [
    "INT. ",
    "EXT. ",
    " - DAY",
    "\n\n",
    "\n  \n",
    "#1#",
    "[[",
    "]]",
    "/*",
    "*/",
    "Title: ",
    "TO:\n",
]
SOURCE = st.lists(st.one_of(st.sampled_from(PIECES), st.text(alphabet=MARKS, max_size=12))).map(
    "".join
)


def kept(script: RawScript) -> str:
    """All that is kept of a script, wherever it went."""
    fields = [part for field in script.title_page for part in (field.key, field.value)]
    parts = [part for each in script.lines for part in (each.text, each.extension, each.number)]
    return "".join([*fields, *parts])


@settings(max_examples=300, deadline=None)
@given(SOURCE)
def test_no_letter_of_any_text_is_lost_or_doubled(text: str) -> None:
    letters = sorted(character for character in text if character.isalnum())
    found = sorted(character for character in kept(raw(text)) if character.isalnum())
    assert found == letters
    read_scenes(raw(text))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["", "  ", "WREN", "No.", "(low)", "INT. BARN - DAY", "~La", "CUT TO:"])
    )
)
def test_every_line_is_read_once_and_in_order(parts: list[str]) -> None:
    found = raw("\n".join(["Dust.", "", *parts])).lines
    words = "\n".join(each.text for each in found if each.text).split()
    assert words == " ".join(["Dust.", *parts]).replace("~", "").split()
    assert [each.row for each in found] == sorted(each.row for each in found)


@pytest.mark.parametrize(
    "hard",
    [
        "/*" * 4000,
        "_" * 6000,
        "[[" * 4000,
        "*" * 6000,
        "(" * 6000,
        "*a _b " * 2000,
        "a* b_ " * 2000,
        "[[a]]" * 4000,
        "内 " * 4000,
        "INT. " + "- " * 4000,
        "WREN " + "(a) " * 4000,
        "x: " * 4000,
        "# " * 4000,
        "#" * 8000,
        "/**/" * 4000,
    ],
)
@pytest.mark.parametrize("rows", ["{}", "{}\n\n", "{}\nSaid."])
def test_a_line_that_hangs_other_readers_is_read_like_any(hard: str, rows: str) -> None:
    found = raw(rows.format(hard)).lines
    assert found
    assert all(line.spot is not None and line.spot.end > line.spot.start for line in found)


@pytest.mark.parametrize(
    ("text", "kind", "rule", "otherwise"),
    [
        ("INT. HALL - DAY", "heading", "fountain.heading", None),
        (".HALL", "heading", "fountain.forced-heading", None),
        ("12 INT. HALL - DAY 12", "heading", "house.heading", "action"),
        ("E/I HALL - DAY", "heading", "house.heading", "action"),
        ("OMITTED", "heading", "house.omitted-heading", "action"),
        ("EXT/INT. HALL - DAY", "action", "fountain.action", "heading"),
        ("INT. HALL - DAY\nDust.", "action", "fountain.action", "heading"),
        ("FADE OUT.", "action", "fountain.action", "transition"),
        ("CUT TO: ", "action", "fountain.action", "transition"),
        ("CUT TO:", "transition", "fountain.transition", None),
        ("> Out.", "transition", "fountain.forced-transition", None),
        ("> END OF ACT ONE <", "act", "house.act", "centered"),
        ("> **Act Two** <", "act", "house.act", "centered"),
        ("> ACT NOW <", "centered", "fountain.centered", None),
        ("ACT TWO", "action", "fountain.action", "act"),
        ("!!THE KEY", "shot", "house.shot", "action"),
        ("=== 10", "page-break", "house.locked-page", "synopsis"),
        ("===", "page-break", "fountain.page-break", None),
        ("WREN\nNo.", "cue", "fountain.cue", None),
        ("@Wren\nNo.", "cue", "fountain.forced-cue", None),
        ("王明\n不。", "cue", "house.caseless-cue", "action"),
        ("!BANG", "action", "fountain.forced-action", None),
        ("[[why?]]", "note", "fountain.note", None),
    ],
)
def test_a_line_says_which_rule_made_it_and_what_the_other_reading_is(
    text: str, kind: str, rule: str, otherwise: str | None
) -> None:
    found = line(f"{text}\n\n")
    assert (found.kind.value, found.rule, found.otherwise) == (kind, rule, otherwise)
    assert (found.confidence < 1) is (otherwise not in {None, "act"})


def test_a_note_alone_between_paragraphs_takes_no_empty_line_of_its_own() -> None:
    assert [each.space_before for each in raw(f"{HEAD}A.\n\n[[why?]]\n\nB.").lines] == [None] * 4
    spaced = raw(f"{HEAD}A.\n\n\n[[why?]]\n\nB.").lines
    assert spaced[-1].space_before == 2.0
