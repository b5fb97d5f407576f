import pytest
from tests.film.shots.builder import DATA, library

from secondunit.core.errors import InputError
from secondunit.film.shots.sets.library import read_set_library

TEXT = (DATA / "sets.toml").read_text(encoding="utf-8")


def test_the_library_that_ships_has_rooms_and_open_places() -> None:
    kinds = library().sets.values()
    assert sum(kind.interior for kind in kinds) >= 15
    assert sum(not kind.interior for kind in kinds) >= 12


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('["counter", 0.7', '["bath tub", 0.7', "unknown part"),
        ('wall = "cream"', 'wall = "beige"', "unknown colour"),
        ('["left", 0.6]', '["north", 0.6]', "no wall"),
        ('["cylinder", 0, 0.22', '["ring", 0, 0.22', "unknown shape"),
        ("[sets.open]", "[sets.waste]", "default set"),
    ],
)
def test_a_name_that_leads_nowhere_is_found(old: str, new: str, says: str) -> None:
    assert old in TEXT
    with pytest.raises(InputError, match=says):
        read_set_library(TEXT.replace(old, new, 1))


def test_a_field_of_the_wrong_type_is_named() -> None:
    with pytest.raises(InputError, match="width"):
        read_set_library(TEXT.replace("width = 5.4", 'width = "wide"', 1))
