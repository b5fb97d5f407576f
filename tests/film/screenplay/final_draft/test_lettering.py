from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.screenplay.cue import split_cue, write_cue
from secondunit.film.screenplay.final_draft.lettering import (
    Lettered,
    Run,
    align,
    place_in_runs,
    read_runs,
    read_whole,
)

BLUE = {"RevisionID": "1", "Style": ""}
FONT = {"Font": "Courier Final Draft", "Size": "12"}


def read(*runs: Run) -> Lettered:
    return read_runs(runs, FONT)


def test_revised_and_tagged_words_are_stretches_that_go_on_through_runs() -> None:
    found = read(
        ("He ", {}), ("ru", BLUE), ("ns", {**BLUE, "TagNumber": "4"}), (".", {"RevisionID": "0"})
    )
    assert found.data is not None
    assert [(s.start, s.end, s.revision) for s in found.data.revised] == [(3, 7, 1)]
    assert [(s.start, s.end, s.tag) for s in found.data.tagged] == [(5, 7, 4)]


def test_only_letters_that_differ_from_the_type_are_kept() -> None:
    plain = {**FONT, "Color": "#000000000000", "Background": "#FFFFFFFFFFFF", "Style": ""}
    assert read(("He runs.", plain)).data is None
    found = read(("He ", {}), ("runs", {**plain, "Font": "Arial", "Color": "#FF0000000000"}))
    assert found.data is not None
    assert [(s.key, s.value) for s in found.data.lettered] == [
        ("Font", "Arial"),
        ("Color", "#FF0000000000"),
    ]


def test_strikeout_and_capitals_are_emphasis() -> None:
    found = read(("a ", {}), ("bang", {"Style": "AllCaps+Strikeout"}))
    assert found.text == "a BANG"
    assert {e.style for e in found.emphasis} == {"capitals", "strikeout"}


def test_a_character_is_found_in_what_is_printed() -> None:
    runs: list[Run] = [("ß", {"Style": "AllCaps"}), ("x", {})]
    assert read_runs(runs, {}).text == "SSx"
    assert [place_in_runs(runs, {}, at) for at in range(4)] == [0, 2, 3, 3]


@given(st.text(alphabet="AB ().,'^_", max_size=20))
def test_letters_of_a_cue_keep_their_places(text: str) -> None:
    cue = split_cue(text)
    printed = write_cue(cue.name, cue.extension)
    places = align(text, printed)
    assert len(places) == len(text) + 1
    assert places == sorted(places)
    for at, letter in enumerate(text):
        if letter.isalnum():
            assert printed[places[at]] == letter


def test_a_number_is_whole_or_nothing() -> None:
    assert [read_whole(text) for text in ("7", " 12 ", "0")] == [7, 12, 0]
    assert [read_whole(text) for text in ("", "-1", "1.5", "²", "9" * 12)] == [None] * 5
