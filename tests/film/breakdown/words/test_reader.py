import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.breakdown.test_tag import LEXICON

from secondunit.adapters.tagger import answer_tokens
from secondunit.core.ids import canonical_json, read_json
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.tokens import TokenReply, TokenRequest
from secondunit.film.breakdown.words.find import GAZETTEER, Find
from secondunit.film.breakdown.words.reader import LineReader

READER = LineReader(LEXICON, ["MINA", "MRS. TULL", "HORSE TRADER"])


def _finds(text: str) -> list[Find]:
    body = canonical_json(TokenRequest(lines=(text,))).decode()
    (tokens,) = read_json(answer_tokens(body), TokenReply).lines
    return list(READER.read(text, tokens))


def _named(text: str) -> dict[str, Find]:
    return {find.name: find for find in _finds(text)}


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("A lantern hangs.", "lantern", 1),
        ("Three rusty lanterns hang.", "lantern", 3),
        ("12 lanterns hang.", "lantern", 12),
        ("A dozen lanterns hang.", "lantern", 12),
        ("0 lanterns hang.", "lantern", 1),
        ("99999999 lanterns hang.", "lantern", 10_000),
        ("Two men carry a lantern.", "lantern", 1),
        ("Fishermen wait.", "fisherman", 2),
        ("A fisherman waits.", "fisherman", 1),
    ],
)
def test_the_count_is_what_the_line_says_of_that_thing(text: str, name: str, count: int) -> None:
    assert _named(text)[name].quantity == count


def test_a_thing_is_found_where_it_stands() -> None:
    text = "She lifts the LANTERN slowly."
    find = _named(text)["lantern"]
    assert text[find.start : find.end] == "LANTERN"


def test_what_stands_in_capitals_is_surer_and_never_certain() -> None:
    quiet, loud = _named("A lantern hangs."), _named("A LANTERN hangs.")
    assert quiet["lantern"].confidence == GAZETTEER
    assert GAZETTEER < loud["lantern"].confidence <= 0.95


def test_a_noun_before_a_thing_says_what_thing_it_is() -> None:
    assert "bread" not in _named("A bread van passes.")
    assert _named("A bread van passes.")["bread van"].category is Category.VEHICLES
    assert "bread" in _named("She eats bread.")


def test_what_is_worn_is_wardrobe_whatever_it_is_otherwise() -> None:
    assert _named("She wears a watch.")["watch"].category is Category.WARDROBE
    assert _named("She steals a watch.")["watch"].category is not Category.WARDROBE


def test_a_verb_governs_no_noun_of_the_next_sentence() -> None:
    find = _named("He wears nothing. A rope hangs.")["rope"]
    assert find.category is Category.PROPS


@pytest.mark.parametrize(
    "text", ["The Horse Trader nods.", "The horse trader nods.", "HORSE nods to Mina."]
)
def test_a_name_is_never_a_thing(text: str) -> None:
    assert "horse" not in _named(text)


def test_a_thing_in_the_name_of_a_part_is_still_a_thing_by_itself() -> None:
    assert _named("He leads a horse out.")["horse"].category is Category.ANIMALS


def test_an_idiom_hides_its_words_and_no_others() -> None:
    found = _named("Hold your horses, says the lantern.")
    assert "horse" not in found
    assert "lantern" in found


def test_letters_of_another_alphabet_are_read_and_make_no_phrase() -> None:
    assert "fire" in " ".join(_named("The barn catches fire."))
    assert _finds("It catches fıre and bursts ınto flames.") is not None
    assert "fire" not in " ".join(_named("The barn catches fıre."))


PIECES = [
    *("a", "the", "three", "12", "lantern", "DOG", "horse", "blood", "van"),
    *("wears", "lifts", "falls", "explodes", "Mina", ".", ",", "’", "\n", "x"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
@settings(max_examples=80, deadline=None)
def test_whatever_is_written_a_find_is_of_words_of_the_line_and_fairly_sure(
    words: list[str],
) -> None:
    text = " ".join(words)
    for find in _finds(text):
        assert 0 <= find.start < find.end <= len(text)
        assert text[find.start : find.end].strip() == text[find.start : find.end]
        assert "Mina" not in text[find.start : find.end]
        assert 0 < find.confidence <= 0.95
        assert 1 <= find.quantity <= 10_000
        assert find.rule.partition(".")[0]


def test_no_idiom_of_the_list_is_taken_at_its_word() -> None:
    wrong = {
        idiom: [find.name for find in _finds(f"He shrugs: {idiom}, she says.")]
        for idiom in LEXICON.idioms
    }
    assert {idiom: names for idiom, names in wrong.items() if names} == {}
