from __future__ import annotations

import pytest
from tests.adapters.text_model.server import Says, serving

from secondunit.adapters.text_model import sending
from secondunit.adapters.text_model.sending import Timing, send
from secondunit.adapters.text_model.table import Served
from secondunit.core.errors import AnswerUnreadable, Unavailable


def test_an_answer_without_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "LARGEST", 1000)
    timing = Timing(seconds=lambda: 0.0, pause=lambda _: None)
    with serving(lambda _: Says(body=b"x" * 200_000)) as (address, _):
        served = Served(address=address, model="m")
        with pytest.raises(AnswerUnreadable, match="larger than"):
            send("m", served, "", b"{}", timing)


def test_an_answer_that_trickles_past_the_deadline_is_left() -> None:
    ticks = iter(range(0, 10_000, 40))
    timing = Timing(seconds=lambda: float(next(ticks)), pause=lambda _: None)
    with serving(lambda _: Says(body=b"x" * 2_000_000)) as (address, _):
        served = Served(address=address, model="m", timeout_seconds=100)
        with pytest.raises(Unavailable, match="more than 100 s"):
            send("m", served, "", b"{}", timing)


def test_no_proxy_of_the_machine_sees_what_stays_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    timing = Timing(seconds=lambda: 0.0, pause=lambda _: None)
    with serving(lambda _: Says(body=b"here")) as (address, heard):
        assert send("m", Served(address=address, model="m"), "", b"{}", timing) == b"here"
    assert len(heard.bodies) == 1
