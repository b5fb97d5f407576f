import pytest
from tests.film.breakdown.test_tag import FRENCH
from tests.film.breakdown.words.lines import FRENCH_TAGGER

from secondunit.film.breakdown.words.french import verb_forms


@pytest.mark.parametrize(
    ("text", "word", "lemma", "tag"),
    [
        ("Deux policiers courent.", "policiers", "policier", "NN2"),
        ("L’échelle tombe.", "échelle", "échelle", "NN1"),
        ("Il porte un sac.", "porte", "porter", "VVZ"),
        ("La porte claque.", "porte", "porte", "NN1"),
        ("Elle prend une clé.", "prend", "prendre", "VVZ"),
        ("Un homme est projeté.", "projeté", "projeter", "VVN"),
    ],
)
def test_an_article_makes_a_noun_and_a_known_form_a_verb(
    text: str, word: str, lemma: str, tag: str
) -> None:
    tokens = {text[t.start : t.end]: (t.lemma, t.tag) for t in FRENCH_TAGGER.tag(text)}
    assert tokens[word] == (lemma, tag)


def test_an_elided_article_stands_alone_and_places_are_exact() -> None:
    text = "L'anse, qu’il tient."
    words = [text[t.start : t.end] for t in FRENCH_TAGGER.tag(text)]
    assert words == ["L'", "anse", ",", "qu’", "il", "tient", "."]


def test_the_forms_of_a_verb_come_from_its_infinitive_unless_they_are_listed() -> None:
    forms = verb_forms(FRENCH)
    assert forms["sautent"] == "sauter"
    assert forms["bondissent"] == "bondir"
    assert forms["tiennent"] == "tenir"
