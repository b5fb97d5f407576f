import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.standard import FILE, category_of, read_standards

TEXT = PackagedTables().fetch_table(FILE)
STANDARDS = read_standards(TEXT)


def test_every_category_has_an_id_of_its_own_in_both_standards() -> None:
    assert set(STANDARDS) == set(Category)
    assert len({standard.uci for standard in STANDARDS.values()}) == len(Category)
    ids = [i for s in STANDARDS.values() for i in (s.fdx_id, *s.also) if i]
    assert len(ids) == len(set(ids)) >= len(Category) - 1


def test_a_category_is_known_by_any_id_a_version_of_final_draft_gives_it() -> None:
    assert category_of("05c556eb-6bc1-4a3a-b09f-f8b5ba1b6afa", STANDARDS) is Category.PROPS
    for fdx_id in ("c86eae40-3b01-41c3-a7de-6859e6ec971d", "4a84b619-62f9-4c04-8e46-bf2cd0b7f582"):
        assert category_of(fdx_id, STANDARDS) is Category.ART_DEPARTMENT
    assert category_of("", STANDARDS) is None
    assert category_of("nonsense", STANDARDS) is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[category.props]", "[category.probs]", "probs"),
        ("uci = 104", 'uci = "104"', "int"),
        ("[category.props]\n", "[category.props\n", FILE),
    ],
)
def test_a_broken_table_names_what_is_wrong(old: str, new: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_standards(TEXT.replace(old, new))


def test_a_table_without_a_category_names_it() -> None:
    start = TEXT.index("[category.location]")
    with pytest.raises(InputError, match="location"):
        read_standards(TEXT[:start])
