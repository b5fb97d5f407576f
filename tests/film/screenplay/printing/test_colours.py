import pytest

from secondunit.film.screenplay.pages.locked import revision_colour
from secondunit.film.screenplay.printing.colours import next_colour, read_colour, tint_of


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("PINK", "Pink"),
        ("2nd blue", "2nd Blue"),
        ("Double  Goldenrod", "2nd Goldenrod"),
        ("third white", "3rd White"),
        ("mauve", None),
        ("", None),
        ("0th Blue", None),
        ("umpteenth blue", None),
    ],
)
def test_a_colour_is_known_however_people_write_it(said: str, name: str | None) -> None:
    assert read_colour(said) == name


def test_colours_follow_one_another_into_the_second_turn_and_beyond() -> None:
    names = [revision_colour(number) for number in range(32)]
    assert [next_colour(name) for name in names[:-1]] == names[1:]
    assert [read_colour(name) for name in names] == names


def test_paper_is_tinted_but_white_is_not() -> None:
    assert tint_of("2nd Pink") == tint_of("Pink") != ""
    assert tint_of("White") == tint_of("2nd White") == ""
