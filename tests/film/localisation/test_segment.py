import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.film.localisation.segment import Setting, break_cost, rows_of, split_speech

SETTING = Setting(
    width=42,
    rows=2,
    break_before=frozenset({"and", "in"}),
    keep_with_next=frozenset({"the", "a", "mr"}),
)


def test_a_break_is_best_after_a_stop_and_worst_after_an_article() -> None:
    costs = [
        break_cost("done.", "Then", SETTING),
        break_cost("well,", "then", SETTING),
        break_cost("bell", "and", SETTING),
        break_cost("iron", "bell", SETTING),
        break_cost("the", "bell", SETTING),
    ]
    assert costs == sorted(costs)
    assert len(set(costs)) == 5


def test_a_short_speech_stays_in_one_row() -> None:
    assert split_speech("Two sugars.", SETTING) == (("Two sugars.",),)


def test_two_rows_break_where_it_hurts_least() -> None:
    words = [
        "They",
        "will",
        "have",
        "spilled",
        "their",
        "coffee",
        "in",
        "Norway",
        "this",
        "morning",
    ]
    rows = rows_of(words, SETTING)
    assert rows is not None
    assert rows[1].startswith("in Norway")


def test_an_article_never_ends_a_row_when_it_need_not() -> None:
    for rows in split_speech("He rings with the whole of his back and the bell " * 3, SETTING):
        assert not any(row.endswith((" the", " a")) for row in rows)


@given(st.text(alphabet="ab, .", min_size=1, max_size=300))
def test_nothing_is_lost_and_everything_fits(text: str) -> None:
    pieces = split_speech(text, SETTING)
    assert "".join("".join(rows) for rows in pieces).replace(" ", "") == "".join(text.split())
    assert all(len(rows) <= 2 and all(len(row) <= 42 for row in rows) for rows in pieces)


@pytest.mark.parametrize("length", [43, 85, 400])
def test_a_word_longer_than_a_row_is_cut_and_kept(length: int) -> None:
    pieces = split_speech("x" * length, SETTING)
    assert sum(len(row) for rows in pieces for row in rows) == length
