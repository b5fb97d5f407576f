from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.screenplay.pages.wrap import count_lines, sentence_starts, wrap


def test_a_line_breaks_at_the_last_space_that_fits() -> None:
    assert wrap("one two three", 7) == [0, 8]
    assert wrap("one two three", 8) == [0, 8]


def test_spaces_at_the_end_of_a_line_take_no_room() -> None:
    assert count_lines("1234567 9    ", 9) == 1
    assert wrap("12345678    x", 8) == [0, 12]


def test_a_line_breaks_after_a_hyphen_which_may_hang_over_by_one() -> None:
    assert wrap("a soon-to-be-born son", 12) == [0, 13]
    assert wrap("well-known", 6) == [0, 5]


def test_words_joined_by_a_hard_space_stay_together() -> None:
    assert wrap("one two\xa0three", 9) == [0, 4]


def test_a_dash_of_two_hyphens_may_be_parted() -> None:
    assert wrap("123456 -- 12", 7) == [0, 8]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrap("abcdefgh", 3) == [0, 3, 6]


def test_a_line_break_in_the_text_is_kept() -> None:
    assert wrap("a\nb", 10) == [0, 2]
    assert count_lines("", 10) == 1


def test_a_sentence_ends_at_its_mark_and_closing_quotes() -> None:
    assert sentence_starts('He said "No." Then left.  Why? ') == [14, 26]
    assert sentence_starts("3.5 metres of cloth") == []


@given(st.text(alphabet="ab -\n—", max_size=120), st.integers(-2, 12))
def test_lines_ascend_and_hold_no_more_than_their_width_and_a_hyphen(text: str, width: int) -> None:
    starts = wrap(text, width)
    assert starts == sorted(set(starts))
    assert starts[0] == 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        assert len(text[start:end].rstrip()) <= max(width, 1) + 1
