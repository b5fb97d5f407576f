import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondunit.core.pages import format_eighths, page_words


@pytest.mark.parametrize(
    ("eighths", "text"), [(1, "1/8"), (4, "4/8"), (8, "1"), (9, "1 1/8"), (16, "2"), (0, "0")]
)
def test_lengths_are_written_as_the_trade_writes_them(eighths: int, text: str) -> None:
    assert format_eighths(eighths) == text


@given(st.integers(1, 4000))
def test_the_written_length_says_exactly_the_number_of_eighths(eighths: int) -> None:
    text = format_eighths(eighths)
    whole, _, rest = text.partition(" ") if "/" in text and " " in text else (text, "", "")
    if "/" in whole:
        whole, rest = "0", whole
    assert int(whole) * 8 + int(rest.partition("/")[0] or 0) == eighths


def test_one_page_alone_is_singular() -> None:
    assert [page_words(each) for each in (8, 4, 16)] == ["1 page", "4/8 pages", "2 pages"]
