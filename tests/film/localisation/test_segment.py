import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.film.localisation.builder import STYLE

from secondunit.film.localisation.segment import (
    Pace,
    Setting,
    break_cost,
    rows_of,
    setting_of,
    split_speech,
)

SETTING = Setting(
    width=42,
    rows=2,
    break_before=frozenset({"and", "in"}),
    keep_with_next=frozenset({"the", "a", "mr."}),
)
ENGLISH = setting_of(STYLE, rows=2)


def test_a_break_is_best_after_a_stop_and_worst_after_an_article() -> None:
    costs = [
        break_cost("done.", "Then", SETTING),
        break_cost("well,", "then", SETTING),
        break_cost("bell", "and", SETTING),
        break_cost("iron", "bell", SETTING),
        break_cost("Mina", "Brand", SETTING),
        break_cost("the", "bell", SETTING),
    ]
    assert costs == sorted(costs)
    assert len(set(costs)) == 6


def test_the_full_stop_of_a_title_does_not_end_a_sentence() -> None:
    assert break_cost("Mr.", "Pyke", SETTING) == break_cost("the", "bell", SETTING)
    assert break_cost("no.", "Then", ENGLISH) == 0


def test_a_short_speech_stays_in_one_row() -> None:
    assert split_speech("Two sugars.", SETTING) == (("Two sugars.",),)
    assert split_speech("It took the whole town an hour to row it", SETTING) == (
        ("It took the whole town an hour to row it",),
    )


@pytest.mark.parametrize(
    "text",
    [
        ("They will have spilled their coffee |in Norway this morning"),
        ("You ring it twice, |and then you ring it as if it mattered"),
        ("I met the harbour master |and his wife Mina Brand on the road"),
    ],
)
def test_two_rows_break_where_it_hurts_least(text: str) -> None:
    upper, lower = text.split(" |")
    assert rows_of(f"{upper} {lower}".split(), ENGLISH) == (upper, lower)


def test_the_lower_row_is_the_longer_one_where_there_is_a_choice() -> None:
    rows = rows_of(["iron"] * 10, SETTING)
    assert rows is not None
    assert len(rows[0]) <= len(rows[1])


def test_an_article_never_ends_a_row_when_it_need_not() -> None:
    for rows in split_speech("He rings with the whole of his back and the bell " * 3, SETTING):
        assert not any(row.endswith((" the", " a")) for row in rows)


def test_what_is_too_long_for_a_subtitle_has_no_rows() -> None:
    assert rows_of(["bell"] * 30, SETTING) is None


def test_a_style_of_three_rows_uses_the_third() -> None:
    wide = Setting(width=10, rows=3, break_before=frozenset(), keep_with_next=frozenset())
    assert rows_of(["iron", "bell"] * 3, wide) == ("iron bell",) * 3


def test_a_slow_speech_is_broken_so_that_no_subtitle_stays_too_long() -> None:
    text = "Over there. Past the pole. Under the light."
    quick = Pace(frames=60, shortest=20, longest=168)
    slow = Pace(frames=400, shortest=20, longest=168)
    assert len(split_speech(text, SETTING, quick)) == 1
    assert len(split_speech(text, SETTING, slow)) == 3


def test_a_fast_speech_is_not_broken_into_flashes() -> None:
    text = "No. No. We stay here and wait for the boat to come round the point again, both of us."
    fast = Pace(frames=60, shortest=20, longest=168)
    assert min(sum(map(len, rows)) for rows in split_speech(text, SETTING, fast)) > 20


@given(st.text(alphabet="ab, .", min_size=1, max_size=300), st.integers(1, 900))
def test_nothing_is_lost_and_everything_fits(text: str, frames: int) -> None:
    pieces = split_speech(text, SETTING, Pace(frames=frames, shortest=20, longest=168))
    assert "".join("".join(rows) for rows in pieces).replace(" ", "") == "".join(text.split())
    assert all(len(rows) <= 2 and all(len(row) <= 42 for row in rows) for rows in pieces)


@pytest.mark.parametrize("length", [43, 85, 400])
def test_a_word_longer_than_a_row_is_cut_and_kept(length: int) -> None:
    pieces = split_speech("x" * length, SETTING)
    assert sum(len(row) for rows in pieces for row in rows) == length
