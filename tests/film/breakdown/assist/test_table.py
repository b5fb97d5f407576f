from __future__ import annotations

import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.breakdown.assist.merge import HEADINGS
from secondunit.film.breakdown.assist.table import FILE, PLACES, read_assist
from secondunit.film.breakdown.model import Category

TEXT = PackagedTables().fetch_table(FILE)


def test_the_model_is_asked_for_every_category_but_the_headings_own() -> None:
    assert set(read_assist(TEXT).categories) == set(Category) - HEADINGS


def test_nothing_a_model_finds_alone_passes_a_bulk_acceptance_of_what_is_likely() -> None:
    belief = read_assist(TEXT).belief
    assert belief.model_alone < belief.agreed
    assert belief.model_implied < belief.agreed


@pytest.mark.parametrize(
    ("change", "said"),
    [
        *[((place, ""), place) for place in PLACES],
        (("model_alone = 0.6", "model_alone = 0.95"), "belief"),
        (("model_alone = 0.6", "model_alone = 6"), "model_alone"),
        (("most_items = 80", "most_items = 0"), "most_items"),
        (("[categories]", "[categories]\nspaceships = 'x'"), "spaceships"),
        (("[prompt]", "[prompt"), FILE),
    ],
)
def test_what_is_wrong_with_the_file_is_named(change: tuple[str, str], said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_assist(TEXT.replace(*change))
    assert said in caught.value.message
    assert FILE in caught.value.message
    assert caught.value.remedy
