from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.adapters.egress.gates import POLICY, confirmed, make_gate
from tests.adapters.text_model.server import Heard, Says, chat, serving, table

from secondunit.adapters.egress.keys import KeyPlace, Scheme
from secondunit.adapters.text_model.answering import TextModels
from secondunit.adapters.text_model.sending import Timing
from secondunit.adapters.text_model.table import provider_terms, read_text_models
from secondunit.core.errors import (
    AnswerLost,
    AnswerUnreadable,
    NotConfigured,
    RateLimited,
    Refused,
    StudioError,
    Unavailable,
)
from secondunit.core.ids import canonical_json, read_json
from secondunit.core.money import FREE, Money
from secondunit.core.text_ask import TextReply, TextRequest
from secondunit.ports.jobs import Performed

QUESTION = TextRequest(
    key="stand-in",
    model="small",
    system="Answer.",
    prompt="What?",
    shape="thing",
    schema='{"type":"object"}',
    most_tokens=50,
)
BODY = canonical_json(QUESTION).decode()
SECRET = "sk-very-secret"


def models_of(text: str, clock: FrozenTime, *named: str, cleared: bool = False) -> TextModels:
    """Text models behind a gate; with its terms cleared, if so wanted."""
    served = read_text_models(text)
    terms = tuple(provider_terms(key, each) for key, each in served.items())
    keys = {
        key: KeyPlace(scheme=Scheme.BEARER, env=each.key_env, file=each.key_file)
        for key, each in served.items()
        if each.key_env or each.key_file
    }
    opened = make_gate(*terms, named=named, keys=keys)
    if cleared:
        opened.rights.sign(POLICY, *(confirmed(each) for each in terms))
    return TextModels(lambda _: text, lambda: opened.gate, "two-rooms", clock.timing())


class FrozenTime:
    """A clock that moves only by pausing."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds

    def timing(self) -> Timing:
        return Timing(seconds=lambda: self.now, pause=self.pause)


def in_turn(*says: Says) -> Callable[[dict[str, Any]], Says]:
    waiting = list(says)
    return lambda _: waiting.pop(0) if len(waiting) > 1 else waiting[0]


def ask(*says: Says, clock: FrozenTime | None = None, **fields: Any) -> tuple[Performed, Heard]:
    clock = clock or FrozenTime()
    with serving(in_turn(*says)) as (address, heard):
        return models_of(table(address, **fields), clock).answer(BODY), heard


def test_a_question_goes_out_in_the_chat_form_with_the_schema_and_comes_back_word_for_word() -> (
    None
):
    done, heard = ask(chat('{"a": 1}'))
    (body,) = heard.bodies
    assert heard.paths == ["/v1/chat/completions"]
    assert [message["content"] for message in body["messages"]] == ["Answer.", "What?"]
    assert body["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert (body["temperature"], body["max_tokens"], body["model"]) == (0, 50, "small")
    reply = read_json(done.body, TextReply)
    assert reply == TextReply(text='{"a": 1}', finish="stop", tokens_in=1000, tokens_out=200)
    assert (done.provider, done.version, done.cost) == ("stand-in", "stand-in-1", FREE)


def test_a_server_that_knows_no_schema_is_not_sent_one() -> None:
    _, heard = ask(chat("{}"), answer_form="json_object")
    assert heard.bodies[0]["response_format"] == {"type": "json_object"}
    _, heard = ask(chat("{}"), answer_form="words")
    assert "response_format" not in heard.bodies[0]


def test_what_it_cost_is_reckoned_from_the_tokens_and_rounded_up_to_the_cent() -> None:
    done, _ = ask(chat("{}"), price_in="2.50", price_out="10.00")
    assert done.cost == Money(minor=1)  # 0.25 + 0.20 cents
    done, _ = ask(chat("{}"), price_in="250", price_out="1000")
    assert done.cost == Money(minor=45)


def test_tokens_nobody_counted_are_never_taken_for_fewer_than_they_are() -> None:
    done, _ = ask(chat("x" * 40, usage=None), price_in="0", price_out="1000")
    assert read_json(done.body, TextReply).tokens_out == 20
    assert done.cost == Money(minor=2)


def test_a_key_is_sent_from_its_variable_or_file_and_named_in_no_message(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("STAND_IN_KEY", SECRET)
    done, heard = ask(chat("{}"), key_env="STAND_IN_KEY")
    assert heard.headers[0]["authorization"] == f"Bearer {SECRET}"
    (tmp_path / "key").write_text(f"{SECRET}\n", encoding="utf-8")
    _, heard = ask(chat("{}"), key_file=str(tmp_path / "key"))
    assert heard.headers[0]["authorization"] == f"Bearer {SECRET}"
    with pytest.raises(Refused) as caught:
        ask(Says(status=400, body=f"bad key {SECRET}".encode()), key_env="STAND_IN_KEY")
    assert SECRET not in f"{caught.value.message} {caught.value.remedy} {done} {caplog.text}"


@pytest.mark.parametrize("fields", [{"key_env": "STAND_IN_NONE"}, {"key_file": "/no/such/file"}])
def test_a_key_that_is_not_there_is_said_before_anything_is_sent(fields: dict[str, Any]) -> None:
    with pytest.raises(NotConfigured, match="no usable key") as caught:
        ask(chat("{}"), **fields)
    assert caught.value.remedy == "Put the key there."


@pytest.mark.parametrize(
    ("says", "error"),
    [
        (Says(status=401), NotConfigured),
        (Says(status=403), NotConfigured),
        (Says(status=404), NotConfigured),
        (Says(status=302, headers=(("Location", "https://example.com/"),)), NotConfigured),
        (Says(status=400, body=b"no such format"), Refused),
        (Says(status=429), RateLimited),
        (Says(status=500), Unavailable),
        (Says(status=503), Unavailable),
        (Says(body=b"<html>"), AnswerUnreadable),
        (Says(body=b'{"choices": []}'), AnswerUnreadable),
        (Says(body=b'{"choices": [{"message": {"content": null}}]}'), AnswerUnreadable),
        (Says(body=b'{"choices"', cut_short=True), AnswerLost),
        (chat(None, message={"refusal": "I will not"}), Refused),
        (chat("", finish="content_filter"), Refused),
    ],
)
def test_each_way_to_fail_has_its_error_and_a_remedy(says: Says, error: type[StudioError]) -> None:
    with pytest.raises(error) as caught:
        ask(says)
    assert caught.value.remedy


def test_a_redirect_is_not_followed() -> None:
    with serving(lambda _: chat("{}")) as (elsewhere, heard), pytest.raises(NotConfigured):
        ask(Says(status=307, headers=(("Location", f"{elsewhere}/chat/completions"),)))
    assert heard.bodies == []


def test_a_busy_server_is_asked_again_after_the_time_it_names() -> None:
    clock = FrozenTime()
    busy = Says(status=429, headers=(("Retry-After", "7"),))
    done, heard = ask(busy, Says(status=503), chat("{}"), clock=clock)
    assert (len(heard.bodies), clock.pauses) == (3, [7, 2])
    assert read_json(done.body, TextReply).text == "{}"


def test_patience_has_an_end() -> None:
    clock = FrozenTime()
    with pytest.raises(RateLimited) as caught:
        ask(Says(status=429, headers=(("Retry-After", "3600"),)), clock=clock)
    assert (caught.value.after_seconds, clock.pauses) == (3600, [])
    with pytest.raises(RateLimited):
        ask(Says(status=429), clock=clock, attempts=2)
    assert clock.pauses == [1]


def test_a_server_that_is_too_slow_is_left() -> None:
    with pytest.raises(AnswerLost, match="took more than 1 s"):
        ask(Says(slowly_seconds=1.5), timeout_seconds=1, attempts=1)


def test_an_address_where_nobody_is_says_what_to_start() -> None:
    with serving(lambda _: chat("{}")) as (address, _):
        pass
    with pytest.raises(Unavailable, match="does not answer") as caught:
        models_of(table(address), FrozenTime()).answer(BODY)
    assert address in caught.value.remedy


def test_requests_of_a_minute_are_spread_over_it() -> None:
    clock = FrozenTime()
    with serving(lambda _: chat("{}")) as (address, _):
        models = models_of(table(address, a_minute=30), clock)
        for _ in range(3):
            models.answer(BODY)
    assert clock.pauses == [2, 2]


OUTSIDE = (
    '[models.stand-in]\naddress = "https://127.0.0.1.example.invalid/v1"\nmodel = "m"\n'
    'price_in = "1"\nprice_out = "1"\nattempts = 1\n'
)
SAID = 'trains_on_outputs = false\nretention_days = 0\nregions = ["eu"]\n'


@pytest.mark.parametrize("trains", ["true", "false"])
def test_nothing_is_sent_outside_that_the_production_does_not_allow(trains: str) -> None:
    text = f"{OUTSIDE}trains_on_inputs = {trains}"
    with pytest.raises(Refused) as caught:
        models_of(text, FrozenTime()).answer(BODY)
    for rule in ("G01", "R02", "R03", "R04", *(["R01"] if trains == "true" else [])):
        assert rule in caught.value.message
    assert "legal can supply terms.retention_days" in caught.value.remedy
    with pytest.raises(Refused, match="R04"):
        models_of(text, FrozenTime(), "stand-in").answer(BODY)


def test_a_service_whose_terms_are_cleared_is_asked() -> None:
    text = f"{OUTSIDE}trains_on_inputs = false\n{SAID}"
    with pytest.raises(Unavailable, match="does not answer"):
        models_of(text, FrozenTime(), "stand-in", cleared=True).answer(BODY)
    learns = text.replace("inputs = false", "inputs = true")
    with pytest.raises(Refused, match="R01"):
        models_of(learns, FrozenTime(), "stand-in", cleared=True).answer(BODY)
