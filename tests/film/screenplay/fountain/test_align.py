from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.screenplay.fountain.align import align


def test_what_was_put_in_place_of_something_is_one_stretch() -> None:
    stretches = list(align(["a", "b", "c"], ["a", "x", "y", "c"]))
    assert [each.is_same for each in stretches] == [True, False, True]
    assert (stretches[1].a, stretches[1].b, stretches[1].c, stretches[1].d) == (1, 2, 1, 3)


@given(st.lists(st.integers(0, 3)), st.lists(st.integers(0, 3)))
def test_stretches_cover_both_and_the_same_is_the_same(one: list[int], other: list[int]) -> None:
    left: list[int] = []
    right: list[int] = []
    for each in align(one, other):
        assert not each.is_same or one[each.a : each.b] == other[each.c : each.d]
        left += one[each.a : each.b]
        right += other[each.c : each.d]
    assert (left, right) == (one, other)
