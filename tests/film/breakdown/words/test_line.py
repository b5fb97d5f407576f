import pytest
from tests.film.breakdown.words.lines import english, french

from secondunit.film.breakdown.words.line import singulars


@pytest.mark.parametrize(
    ("language", "plural", "singular"),
    [
        ("en", "knives", "knife"),
        ("en", "boxes", "box"),
        ("en", "berries", "berry"),
        ("en", "policemen", "policeman"),
        ("en", "wine glasses", "wine glass"),
        ("fr", "chevaux", "cheval"),
        ("fr", "bateaux", "bateau"),
        ("fr", "journaux", "journal"),
    ],
)
def test_a_plural_has_its_singular_among_its_forms(
    language: str, plural: str, singular: str
) -> None:
    assert singular in list(singulars(plural, language))


def _head(line_text: str, word: str, *, of: str = "en") -> str:
    line = english(line_text) if of == "en" else french(line_text)
    index = next(n for n, w in enumerate(line.words) if w.text == word)
    head = line.head_at(index)
    return head.name if head else ""


def test_the_longest_compound_is_the_head_whatever_its_number_and_hyphens() -> None:
    assert _head("Two fire engines pass.", "fire") == "fire engine"
    assert _head("A walkie-talkie crackles.", "walkie-talkie") == "walkie talkie"
    assert _head("A doctor’s bag.", "doctor") == "doctor's bag"


def test_the_first_word_of_a_french_compound_carries_the_number() -> None:
    assert _head("Deux sacs de sport.", "sacs", of="fr") == "sac de sport"
    assert _head("Une boîte d’allumettes.", "boîte", of="fr") == "boîte d'allumettes"


def test_a_comma_or_a_name_or_an_idiom_parts_a_compound() -> None:
    assert _head("A fire, engines.", "fire") == "fire"
    assert english("Hold the horses.", "the horses").head_at(2) is None


def test_what_stands_before_and_after_ends_with_the_sentence() -> None:
    line = english("A rope. A lantern hangs.")
    index = next(n for n, w in enumerate(line.words) if w.text == "lantern")
    assert [w.text for w in line.before(index, 5)] == ["A"]
    assert [w.text for w in line.after(index, 5)] == ["hangs"]
    assert line.opens(0)
    assert not line.opens(index)
