from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.film.screenplay.plain.labels import label_rows
from secondunit.film.screenplay.plain.rows import read_rows, script_rows
from secondunit.film.screenplay.plain.votes import Label

SCENE = """INT. BELL HOUSE - DAY

Oren rings with his whole back. The rope drops
into his fists.

          JUDE
     Did it speak?

          OREN
        (turning)
     It spoke.

CUT TO:

EXT. YARD - NIGHT

She plants herself in front of him.
"""
EXPECTED = "SAACDCPDTSA"
LETTERS = dict(zip("SACDPT", Label, strict=True))


def letters(text: str) -> str:
    found = {label: letter for letter, label in LETTERS.items()}
    return "".join(found[each.label] for each in label_rows(script_rows(read_rows(text))))


def test_a_scene_in_columns_is_told_apart() -> None:
    assert letters(SCENE) == EXPECTED


def test_the_columns_are_not_needed() -> None:
    assert letters("\n".join(row.strip() for row in SCENE.split("\n"))) == EXPECTED


def test_the_empty_rows_are_not_needed_where_columns_are() -> None:
    assert letters("\n".join(row for row in SCENE.split("\n") if row)) == EXPECTED


def test_a_cue_always_has_a_speech_and_a_speech_a_cue() -> None:
    text = "JUDE\n\nHe sits down.\n\nINT. HALL - DAY\n\nBOOM\n\nThe wall falls. " * 3
    labels = [each.label for each in label_rows(read_rows(text))]
    for above, below in pairwise(labels):
        assert above is not Label.CUE or below in {Label.DIALOGUE, Label.PARENTHETICAL}


def test_every_row_says_by_which_rule_and_how_surely() -> None:
    for each in label_rows(read_rows(SCENE)):
        assert each.rule.startswith("plain.")
        assert 0 < each.confidence <= 0.99


def test_nothing_is_labelled_as_nothing() -> None:
    assert label_rows([]) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*SCENE.split("\n"), "(", ")", "12", "\t", "((a", "é"]), max_size=40)
)
def test_any_rows_get_one_label_each(rows: list[str]) -> None:
    read = script_rows(read_rows("\n".join(rows)))
    assert [each.row for each in label_rows(read)] == read


def test_gaps_are_counted_beyond_what_stands_between_all_rows() -> None:
    assert letters(SCENE.replace("\n", "\n\n")) == EXPECTED


def test_where_every_paragraph_is_parted_a_speech_is_one_paragraph() -> None:
    speech = "JUDE\n\nDid it speak to you at all?\n\n{}\n\n"
    told = (
        "Oren nods.",
        "A beat.",
        "The bell swings over the yard and everybody in it, and over the sea beyond the wall.",
        "Somebody laughs at the back.",
    )
    text = "INT. BELL HOUSE - DAY\n\n" + "".join(speech.format(each) for each in told * 8)
    assert letters(text) == "S" + "CDA" * 32
