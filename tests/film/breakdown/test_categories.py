import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.breakdown.categories import FILE, read_categories
from secondunit.film.breakdown.model import Category

TEXT = PackagedTables().fetch_table(FILE)
TABLE = read_categories(TEXT)


def test_every_category_is_known_to_the_world_by_a_number_of_its_own() -> None:
    numbers = [each.number for each in TABLE.known.values()]
    assert len(set(numbers)) == len(list(Category))
    assert TABLE.of_number(104) is Category.PROPS
    assert TABLE.of_number(500) is None


def test_a_tag_is_known_by_its_id_then_by_its_name_and_never_by_its_number() -> None:
    assert TABLE.of_tag("05c556eb-6bc1-4a3a-b09f-f8b5ba1b6afa", "Accessoires") is Category.PROPS
    assert TABLE.of_tag("c86eae40-3b01-41c3-a7de-6859e6ec971d", "Art Department") is (
        Category.ART_DEPARTMENT
    )
    assert TABLE.of_tag("", "animal wranglers") is Category.ANIMAL_WRANGLER
    assert TABLE.of_tag("7", "Horse Department") is None


def test_a_missing_category_is_named() -> None:
    with pytest.raises(InputError, match=r"categories\.toml: no entry for location"):
        read_categories(TEXT.partition("[categories.location]")[0])
    with pytest.raises(InputError, match=r"categories\.toml"):
        read_categories("[categories.props]\nname = 1\n")
