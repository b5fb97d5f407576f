from __future__ import annotations

import pytest

from secondunit.adapters.text_model.chat import price, read_chat, write_chat
from secondunit.adapters.text_model.table import AnswerForm, Served
from secondunit.core.errors import AnswerUnreadable
from secondunit.core.money import Money
from secondunit.core.text_ask import TextReply, TextRequest

QUESTION = TextRequest(
    key="k", model="m", system="s", prompt="p", shape="n", schema="{}", most_tokens=9
)


def test_the_same_question_is_the_same_bytes() -> None:
    one, other = (write_chat(QUESTION, AnswerForm.JSON_SCHEMA) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b'{"choices": [{"message": {}}]}'])
def test_an_answer_of_another_form_names_the_model(data: bytes) -> None:
    with pytest.raises(AnswerUnreadable, match="text model k"):
        read_chat(data, QUESTION)


@pytest.mark.parametrize(
    ("tokens", "cents"), [((0, 0), 0), ((1, 0), 1), ((1_000_000, 0), 300), ((1_000_000, 1), 301)]
)
def test_a_price_is_rounded_up_to_the_cent(tokens: tuple[int, int], cents: int) -> None:
    served = Served(address="", model="m", price_in=3, price_out=15)  # type: ignore[arg-type]  # whole dollars
    reply = TextReply(text="", tokens_in=tokens[0], tokens_out=tokens[1])
    assert price(reply, served) == Money(minor=cents)
