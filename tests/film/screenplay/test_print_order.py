import pytest

from secondunit.film.screenplay.print_order import PrintOrder, revision_colour


def test_colours_come_round_again_as_second_ones() -> None:
    assert [revision_colour(n) for n in (0, 1, 2, 8, 9, 18)] == [
        "White",
        "Blue",
        "Pink",
        "Cherry",
        "Second White",
        "Third White",
    ]


@pytest.mark.parametrize(("page", "label"), [(1, "1"), (3, "2A"), (4, "3"), (6, "5")])
def test_pages_beyond_the_locked_ones_count_on(page: int, label: str) -> None:
    assert PrintOrder(labels=("1", "2", "2A", "3")).label(page) == label


def test_without_locked_pages_a_page_has_its_own_number() -> None:
    assert PrintOrder().label(7) == "7"
