import pytest
from tests.film.shots.exchange.lists import columns

from secondunit.core.errors import InputError
from secondunit.film.shots.exchange.columns import COLUMNS, TERMS, read_columns
from secondunit.film.shots.exchange.sheet import HEADS
from secondunit.film.shots.model import Framing, Move, Size


def test_every_column_that_is_written_is_read_back_or_passed_over() -> None:
    read = {columns().column(head.title) for head in HEADS} - {""}
    assert read == set(COLUMNS)
    assert all(columns().column(h.title) or columns().is_passed(h.title) for h in HEADS)


def test_every_term_is_read_by_its_own_name() -> None:
    for column, shape in TERMS.items():
        for term in shape:
            assert columns().term(column, term.value.upper()) is term


def test_the_words_of_the_trade_mean_our_terms() -> None:
    assert columns().term("size", "Close-Up") is Size.CLOSE
    assert columns().term("framing", "O.T.S.") is Framing.OVER_SHOULDER
    assert columns().term("move", "Dolly in") is Move.PUSH_IN
    assert columns().term("size", "gigantic") is None


def test_a_table_that_names_no_term_or_column_is_refused_with_those_there_are() -> None:
    good = 'source="x"\nversion="1"\nchecked_on="2026-01-01"\n[passed]\nheads=[]\n'
    with pytest.raises(InputError, match=r"words\.size\.HUGE"):
        read_columns(good + '[heads]\nsize=["size"]\n[words.size]\nHUGE=["huge"]\n')
    with pytest.raises(InputError, match=r"heads\.colour"):
        read_columns(good + '[heads]\ncolour=["colour"]\n[words]\n')
    with pytest.raises(InputError, match="cannot be used"):
        read_columns("heads = 3")
