import pytest
from tests.film.breakdown.test_tag import LEXICON

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.breakdown.lexicon import WORDS_FILE, phrase_pattern, read_lexicon
from secondunit.film.breakdown.model import Category

WORDS = PackagedTables().fetch_table(WORDS_FILE)


def test_the_lists_that_ship_are_of_a_useful_size() -> None:
    assert len(LEXICON.heads) > 300
    assert len(LEXICON.nouns) > 15_000
    assert len(LEXICON.idioms) >= 80
    assert LEXICON.heads["lantern"] is Category.PROPS
    assert LEXICON.numbers["dozen"] == 12


def test_every_weapon_is_a_prop_too() -> None:
    assert [w for w in LEXICON.weapons if w not in LEXICON.heads and w not in LEXICON.nouns] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("words = [", "breakdown.toml"),
        (WORDS.replace("wardrobe = ", "hats = "), "hats"),
        (WORDS.replace('category = "animal-wrangler"', 'category = "keeper"'), "keeper"),
        (WORDS.replace("two=2", "two=many"), "many"),
    ],
)
def test_a_broken_list_names_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_lexicon(text, "")


def test_a_phrase_is_found_as_whole_words_whatever_the_case_and_spacing() -> None:
    pattern = phrase_pattern(["face falls", "fire"])
    assert pattern.search("Her FACE\nfalls.")
    assert not pattern.search("surface falls")
    assert not phrase_pattern([]).search("anything")
