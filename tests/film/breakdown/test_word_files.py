from collections import Counter

import pytest
from tests.film.breakdown.test_tag import FRENCH, LEXICON

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.breakdown.word_files import GAZETTEERS, IMPLIED, WORDS, read_lexicon

FETCH = PackagedTables().fetch_table


def test_the_lists_that_ship_are_of_a_useful_size() -> None:
    assert 3_000 < len(LEXICON.heads) < 6_000
    assert len(FRENCH.heads) > 1_500
    assert len(LEXICON.nouns) > 15_000
    assert len(LEXICON.idioms) >= 300
    assert LEXICON.people.numbers["dozen"] == 12


def test_every_category_a_department_reads_for_has_words() -> None:
    for lexicon in (LEXICON, FRENCH):
        sections = Counter(lexicon.heads.values())
        assert min(sections.values()) >= 10
        assert {"props", "weapons", "wardrobe", "vehicles", "animals", "set-dressing"} < set(
            sections
        )


def test_every_implied_need_cites_a_rule_in_words() -> None:
    assert len(LEXICON.implied) >= 18
    assert all(len(need.rule.split()) > 4 for need in LEXICON.implied)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (WORDS["en"], "[grammar]", "[grammar", "breakdown.toml"),
        (WORDS["en"], "two=2", "two=many", "many"),
        (WORDS["en"], "[people]", "[folk]", "people"),
        (GAZETTEERS["en"], "[wardrobe]", "[hats]", "hats"),
        (GAZETTEERS["en"], 'plants = """', 'plants = 3 #"""', "gazetteer"),
        (IMPLIED, 'category = "animal-wrangler"', 'category = "keeper"', "keeper"),
        (IMPLIED, "when = ", "wen = ", "wen"),
    ],
)
def test_a_broken_list_names_the_file_and_what_is_wrong(
    file: str, old: str, new: str, said: str
) -> None:
    def fetch(name: str) -> str:
        text = FETCH(name)
        return text.replace(old, new, 1) if name == file else text

    with pytest.raises(InputError, match=said) as raised:
        read_lexicon("en", fetch)
    assert file in str(raised.value)
    assert raised.value.remedy


def test_a_language_without_words_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="tlh"):
        read_lexicon("tlh", FETCH)
