import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.screenplay.pages.locked import (
    REVISION_COLOURS,
    LockedScene,
    label_pages,
    number_between,
    number_scenes,
    revision_colour,
)


def numbers(locked: list[str], draft: list[str | None]) -> list[str]:
    return [each.number for each in number_scenes(locked, draft)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("12", "13", "12A"),
        ("12A", "13", "12B"),
        ("12", "12A", "A12A"),
        ("12A", "12B", "A12B"),
        ("A12A", "12A", "B12A"),
        ("12", "A12A", "AA12A"),
        ("A12A", "B12A", "AB12A"),
        (None, "1", "A1"),
        (None, "A1", "AA1"),
        ("12H", "13", "12J"),
        ("12Z", "13", "12AA"),
        ("120", None, "121"),
        (None, None, "1"),
        ("2-14", "2-15", "2-14A"),
    ],
)
def test_a_new_scene_is_lettered_between_its_neighbours(
    before: str | None, after: str | None, expected: str
) -> None:
    assert number_between(before, after) == expected


def test_a_number_nobody_can_read_still_gets_a_neighbour() -> None:
    assert number_between("prologue", "") == "prologueA"


def test_new_scenes_in_a_row_are_lettered_in_order() -> None:
    assert numbers(["12", "13"], ["12", None, None, "13", None]) == [
        "12",
        "12A",
        "12B",
        "13",
        "14",
    ]


def test_a_number_that_is_gone_is_kept_as_omitted_where_it_was() -> None:
    assert number_scenes(["1", "2", "3"], ["1", None, "3"]) == (
        LockedScene(number="1", scene=0),
        LockedScene(number="2", scene=None),
        LockedScene(number="2A", scene=1),
        LockedScene(number="3", scene=2),
    )
    assert numbers(["1", "2"], ["2"]) == ["1", "2"]


def test_a_moved_scene_keeps_its_number_and_no_number_comes_twice() -> None:
    assert numbers(["1", "2", "3"], ["3", None, "1", "2"]) == ["3", "3A", "1", "2"]
    assert numbers(["1", "1A", "2"], ["1A", "1", None, "2"]) == ["1A", "1", "1B", "2"]


@given(st.lists(st.sampled_from(["locked", "new"]), max_size=30), st.data())
def test_locked_numbers_never_change_and_all_are_different(
    kinds: list[str], data: st.DataObject
) -> None:
    locked = [str(index) for index in range(1, 1 + kinds.count("locked"))]
    left = iter(locked)
    draft = [next(left) if kind == "locked" else None for kind in kinds]
    first = number_scenes(locked, draft)
    assert [each.number for each in first if each.number in set(locked)] == locked
    # Lock again, then add more between any two.
    again = [each.number for each in first]
    gaps = data.draw(st.lists(st.integers(0, len(again)), max_size=6, unique=True))
    more: list[str | None] = list(again)
    for gap in sorted(gaps, reverse=True):
        more.insert(gap, None)
    second = [each.number for each in number_scenes(again, more)]
    assert [number for number in second if number in set(again)] == again
    assert len(set(second)) == len(second) == len(more)


def test_pages_that_grow_are_lettered_and_those_that_go_are_carried() -> None:
    assert label_pages(["12", "12A", "13"], [2, 1, 1]) == ("12", "A12A", "12A", "13")
    assert label_pages(["1", "2", "3", "4"], [1, 0, 0, 1]) == ("1-3", "4")
    assert label_pages(["1", "2"], [1, 2]) == ("1", "2", "3")


def test_revisions_go_through_the_colours_and_then_begin_again() -> None:
    assert [revision_colour(n) for n in range(3)] == ["White", "Blue", "Pink"]
    assert REVISION_COLOURS[5:] == ("Goldenrod", "Buff", "Salmon", "Cherry", "Tan")
    assert [revision_colour(n) for n in (10, 11, 20, 30)] == [
        "2nd White",
        "2nd Blue",
        "3rd White",
        "4th White",
    ]
