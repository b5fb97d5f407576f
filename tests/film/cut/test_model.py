from tests.film.cut.builder import cover, make_cut


def test_a_cut_is_as_long_as_its_clips() -> None:
    assert make_cut(cover("1A", 48), cover("1B", 7)).duration == 55
