from __future__ import annotations

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.film.breakdown.assist.builder import claim, says

from secondunit.film.breakdown.assist.reply import Claim, ReadReply, read_reply, reply_schema
from secondunit.film.breakdown.model import Category


def test_the_schema_is_that_of_our_own_dataclass_closed_and_complete() -> None:
    schema = json.loads(reply_schema([Category.PROPS, Category.STUNTS]))
    item = schema["properties"]["items"]["items"]
    assert set(item["properties"]) == {field.name for field in fields(Claim)}
    assert set(item["required"]) == set(item["properties"])
    assert schema["additionalProperties"] is item["additionalProperties"] is False
    assert item["properties"]["category"]["enum"] == ["props", "stunts"]
    assert "$ref" not in reply_schema([Category.PROPS])


def test_an_answer_is_read_with_or_without_words_around_it() -> None:
    text = says(claim("lantern", "props", "lantern"))
    plain = read_reply(text)
    assert (len(plain.claims), plain.malformed, plain.readable) == (1, 0, True)
    assert read_reply(f"Sure!\n```json\n{text}\n```") == plain


def test_one_bad_item_does_not_sink_the_others() -> None:
    good = json.loads(says(claim("lantern", "props", "lantern")))["items"]
    text = json.dumps({"items": [*good, {"element": "x"}, 7, {**good[0], "line": "two"}]})
    reply = read_reply(text)
    assert (len(reply.claims), reply.malformed) == (1, 3)


@pytest.mark.parametrize("text", ["", "I cannot", "{", '{"items": 3}', "[]", '{"items": [{"a'])
def test_what_is_no_answer_is_unreadable(text: str) -> None:
    assert read_reply(text) == ReadReply(readable=False)


def test_an_answer_nested_without_end_is_unreadable() -> None:
    assert not read_reply('{"items": ' + "[" * 100_000 + "}").readable


@given(st.text())
def test_no_text_at_all_is_an_error(text: str) -> None:
    assert read_reply(text).malformed >= 0
