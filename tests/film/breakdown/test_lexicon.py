from tests.film.breakdown.test_tag import FRENCH, LEXICON

from secondunit.film.breakdown.lexicon import phrase_pattern
from secondunit.film.breakdown.model import Category


def test_a_head_has_the_category_of_its_section_and_a_weapon_is_a_prop() -> None:
    assert LEXICON.category("lantern") is Category.PROPS
    assert LEXICON.category("pistol") is Category.PROPS
    assert LEXICON.category("bread") is Category.PROPS
    assert FRENCH.category("lanterne") is Category.PROPS
    assert LEXICON.category("democracy") is None


def test_a_weapon_is_known_by_the_last_words_of_its_name() -> None:
    assert LEXICON.is_weapon("rusty pistol")
    assert LEXICON.is_weapon("kitchen knife")
    assert not LEXICON.is_weapon("pistol grip")
    assert FRENCH.is_weapon("fusil de chasse")


def test_a_phrase_is_found_as_whole_words_whatever_the_case_and_spacing() -> None:
    pattern = phrase_pattern(["face falls", "fire", "dog's breakfast"])
    assert pattern.search("Her FACE\nfalls.")
    assert pattern.search("A dog’s breakfast.")
    assert not pattern.search("surface falls")
    assert not phrase_pattern([]).search("anything")
