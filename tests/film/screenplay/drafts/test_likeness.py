from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.screenplay.drafts.likeness import (
    Text,
    likeness,
    lines_only_in,
    scene_text,
    share_taken,
)

ACTION = "action"


def text(*lines: str) -> Text:
    return tuple((ACTION, line, "") for line in lines)


FIRST = text("Wren counts the boats in the harbour twice.", "One of them is missing.")
SECOND = text("A kettle boils over and nobody comes to lift it.", "The stove goes out.")


def test_the_same_words_are_wholly_alike_and_other_words_are_not() -> None:
    scores = likeness([FIRST, SECOND], [FIRST, SECOND])
    assert scores.shape == (2, 2)
    assert (scores[0, 0], scores[1, 1]) == (100, 100)
    assert scores[0, 1] < 40


def test_a_rewrite_is_nearer_to_its_source_than_to_anything_else() -> None:
    rewrite = text("Wren counts the boats in the harbour once more.", "Two of them are missing.")
    scores = likeness([FIRST, SECOND], [rewrite])
    assert scores[0, 0] > 60
    assert scores[1, 0] < 40


def test_nothing_to_compare_is_no_accident() -> None:
    assert likeness([], [FIRST]).shape == (0, 1)
    assert likeness([FIRST], []).shape == (1, 0)
    assert likeness([()], [()])[0, 0] == 100


def test_a_share_is_what_telling_lines_were_taken_by_length() -> None:
    assert share_taken(FIRST, (*SECOND, *FIRST)) == 1
    assert share_taken(FIRST, SECOND) == 0
    assert 0 < share_taken(FIRST, FIRST[:1]) < 1
    assert share_taken(text("Yes.", "No."), text("Yes.", "No.")) == 0


def test_lines_of_one_text_alone() -> None:
    assert lines_only_in((*FIRST, *SECOND), SECOND) == FIRST


def test_a_scene_is_its_printed_lines_with_white_space_evened_out() -> None:
    script = FORMAT.read(
        b"INT.  BARN - DAY #7#\n\nDust  falls. [[why?]]\n\nWREN (V.O.)\nNo.\n\nOMITTED #8#", "t"
    ).screenplay
    assert script is not None
    assert [scene_text(scene) for scene in script.scenes] == [
        (
            ("heading", "INT. BARN - DAY", ""),
            ("action", "Dust falls.", ""),
            ("cue", "WREN", "V.O."),
            ("dialogue", "No.", ""),
        ),
        (("omitted", "8", ""),),
    ]
