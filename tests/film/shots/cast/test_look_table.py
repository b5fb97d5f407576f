from pathlib import Path

import pytest

from secondunit.core.errors import InputError
from secondunit.film.shots.cast.look_table import read_looks
from secondunit.film.shots.model import Region, Texture

SHIPPED = (Path(__file__).parents[4] / "src/secondunit/data/looks.toml").read_text(encoding="utf-8")

WEDDING = """
[[looks]]
character = "MINA"
name = "wedding"
days = [3]
[[looks.garments]]
regions = ["torso", "legs"]
colour = [244, 240, 232]
texture = "dots"
"""


def test_the_table_that_ships_names_colours_for_every_usual_garment() -> None:
    table = read_looks(SHIPPED)
    assert set(table.usual) <= set(table.garments)
    assert table.garments["dress"] == (Region.TORSO, Region.LEGS)
    assert not table.looks


def test_a_production_gives_its_own_looks() -> None:
    (own,) = read_looks(SHIPPED + WEDDING).looks
    look = own.look()
    assert look.days == (3,)
    assert [(g.region, g.texture) for g in look.garments] == [
        (Region.TORSO, Texture.DOTS),
        (Region.LEGS, Texture.DOTS),
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"torso", "legs"', '"torso", "tail"', "tail"),
        ("[244, 240, 232]", "[244, 240, 332]", "332"),
        ('"dots"', '"zigzag"', "zigzag"),
        ("days = [3]", "days = [3", "cannot be used"),
        ('name = "wedding"', 'name = ""', "no name"),
    ],
)
def test_a_bad_look_is_refused_and_the_message_names_it(old: str, new: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_looks(SHIPPED + WEDDING.replace(old, new))


def test_two_looks_for_one_day_are_refused() -> None:
    again = WEDDING.replace("wedding", "party")
    with pytest.raises(InputError, match="story day 3"):
        read_looks(SHIPPED + WEDDING + again)
