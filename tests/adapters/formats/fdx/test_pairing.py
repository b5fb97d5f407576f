from tests.adapters.formats.fdx.test_compose import line

from secondunit.adapters.formats.fdx.compose import Composed
from secondunit.adapters.formats.fdx.pairing import pair, staying
from secondunit.film.screenplay.model import LineKind, Spot


def composed(text: str, place: int | None = None, kind: LineKind = LineKind.ACTION) -> Composed:
    spot = None if place is None else Spot(start=place, end=place + 1)
    return Composed(line(kind, text, spot=spot), {})


OLD = [composed(text, place) for place, text in enumerate(["a", "b", "c", "d"])]


def test_places_tell_even_where_all_words_changed() -> None:
    new = [composed("A", 0), composed("C", 2), composed("B", 1)]
    assert pair(OLD, new, same_source=True) == [0, 2, 1]


def test_from_another_source_words_tell_and_what_stands_between_is_the_same_changed() -> None:
    new = [composed("a"), composed("B"), composed("c"), composed("x", kind=LineKind.CUE)]
    assert pair(OLD, new, same_source=False) == [0, 1, 2, None]


def test_a_paragraph_said_twice_is_one_of_the_file_and_one_that_is_new() -> None:
    new = [composed("a", 0), composed("a", 0), composed("b", 1), composed("c", 2), composed("d", 3)]
    assert pair(OLD, new, same_source=True) == [0, None, 1, 2, 3]


def test_as_many_as_possible_stay_where_they_are() -> None:
    assert staying([0, 3, 1, 2]) == {0, 2, 3}
    assert staying([None, 2, None, 5]) == {1, 3}
    assert staying([]) == set()
