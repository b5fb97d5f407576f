from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from tests.adapters.egress.gates import MemoryLog
from tests.adapters.text_model.server import Says, serving

from secondunit.adapters.egress.keys import KeyPlace
from secondunit.adapters.egress.wire import Allowed, BoundWire
from secondunit.adapters.text_model import sending
from secondunit.adapters.text_model.sending import Timing, send
from secondunit.adapters.text_model.table import Served, provider_terms
from secondunit.core.errors import AnswerLost, Unavailable
from secondunit.film.rights.content import Watch
from secondunit.ports.gate import Incoming, Outgoing

STILL = Timing(seconds=lambda: 0.0, pause=lambda _: None)


def wire_to(served: Served) -> BoundWire:
    log = MemoryLog()
    return BoundWire(
        Allowed(
            terms=provider_terms("m", served),
            place=KeyPlace(),
            watch=Watch(),
            before=lambda sent: log.sign() if sent else None,
        )
    )


@dataclass(slots=True)
class LosingWire:
    """Loses the first answers, then gives one."""

    losses: int
    sent: list[Outgoing] = field(default_factory=list)

    def send(self, outgoing: Outgoing) -> Incoming:
        self.sent.append(outgoing)
        if len(self.sent) <= self.losses:
            raise AnswerLost("it broke off", remedy="Look.")
        return Incoming(status=200, headers={}, body=b"late")


def test_an_answer_without_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "LARGEST", 1000)
    with serving(lambda _: Says(body=b"x" * 200_000)) as (address, _):
        served = Served(address=address, model="m", attempts=1)
        with pytest.raises(AnswerLost, match="answers with more"):
            send("m", served, wire_to(served), b"{}", STILL)


def test_an_answer_that_is_too_slow_is_left() -> None:
    with serving(lambda _: Says(body=b"x", slowly_seconds=1.5)) as (address, _):
        served = Served(address=address, model="m", timeout_seconds=1, attempts=1)
        with pytest.raises(AnswerLost, match="took more than 1 s"):
            send("m", served, wire_to(served), b"{}", STILL)


def test_no_proxy_of_the_machine_sees_what_stays_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with serving(lambda _: Says(body=b"here")) as (address, heard):
        served = Served(address=address, model="m")
        assert send("m", served, wire_to(served), b"{}", STILL) == b"here"
    assert len(heard.bodies) == 1


def test_what_a_service_lost_is_not_asked_twice_and_what_this_machine_lost_is() -> None:
    here, there = LosingWire(losses=1), LosingWire(losses=1)
    local = Served(address="http://127.0.0.1:1/v1", model="m", attempts=2)
    assert send("m", local, here, b"{}", STILL) == b"late"
    service = Served(address="https://models.example.com/v1", model="m", attempts=2)
    with pytest.raises(AnswerLost, match="text model m"):
        send("m", service, there, b"{}", STILL)
    assert (len(here.sent), len(there.sent)) == (2, 1)


def test_a_loss_at_the_last_try_is_told_as_a_loss() -> None:
    local = Served(address="http://127.0.0.1:1/v1", model="m", attempts=2)
    with pytest.raises(AnswerLost):
        send("m", local, LosingWire(losses=5), b"{}", STILL)


def test_a_server_that_is_not_there_is_named_with_what_to_start() -> None:
    with serving(lambda _: Says()) as (address, _):
        pass
    served = Served(address=address, model="m", attempts=1)
    with pytest.raises(Unavailable, match="does not answer") as caught:
        send("m", served, wire_to(served), b"{}", STILL)
    assert address in caught.value.remedy
