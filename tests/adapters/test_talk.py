from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.adapters.talk import Part, Talk, said_of
from secondunit.core.errors import (
    AnswerLost,
    AnswerUnreadable,
    Conflict,
    NotConfigured,
    NotFound,
    RateLimited,
    Refused,
    StudioError,
    Unavailable,
)
from secondunit.film.generation.accounts import Account
from secondunit.ports.gate import Incoming, Outgoing
from secondunit.ports.provider import Tools


@dataclass
class _Wire:
    """Answers every request alike, and remembers what was sent."""

    status: int = 200
    body: bytes = b"{}"
    headers: dict[str, str] = field(default_factory=dict)
    sent: list[Outgoing] = field(default_factory=list)

    def send(self, outgoing: Outgoing) -> Incoming:
        self.sent.append(outgoing)
        return Incoming(status=self.status, headers=self.headers, body=self.body)


ACCOUNT = Account(name="lab", provider="studio", address="http://127.0.0.1:1/v1/")


def talk(wire: _Wire) -> Talk:
    tools = Tools(tables=PackagedTables(), wire=wire, account=ACCOUNT)
    return Talk("studio", tools, {"X-Version": "3"})


def test_a_request_goes_under_the_address_with_the_headers_of_every_request() -> None:
    wire = _Wire()
    talk(wire).post("/orders", {"b": 1, "a": 2}, {"Idempotency-Key": "k"})
    sent = wire.sent[0]
    assert sent.url == "http://127.0.0.1:1/v1/orders"
    assert sent.body == b'{"a":2,"b":1}'
    assert dict(sent.headers)["X-Version"] == "3"
    assert dict(sent.headers)["Idempotency-Key"] == "k"


def test_a_whole_address_is_asked_as_it_is() -> None:
    wire = _Wire()
    talk(wire).get("https://results.example.com/a.mp4")
    assert wire.sent[0].url == "https://results.example.com/a.mp4"


def test_a_form_carries_fields_and_files_between_borders() -> None:
    wire = _Wire()
    file = Part(name="image", data=b"\x89PNG", file="frame.png", media_type="image/png")
    talk(wire).post_form("/edits", [Part(name="prompt", data=b"words"), file])
    sent = wire.sent[0]
    border = sent.headers["Content-Type"].partition("boundary=")[2].encode()
    assert sent.body.count(b"--" + border) == 3
    assert b'name="image"; filename="frame.png"\r\nContent-Type: image/png' in sent.body
    assert sent.body.endswith(b"--" + border + b"--\r\n")


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, Refused),
        (422, Refused),
        (401, NotConfigured),
        (402, NotConfigured),
        (403, NotConfigured),
        (404, NotConfigured),
        (409, Conflict),
        (429, RateLimited),
        (301, NotConfigured),
        (503, Unavailable),
    ],
)
def test_a_status_is_one_of_our_errors_with_a_remedy(status: int, error: type[StudioError]) -> None:
    with pytest.raises(error) as caught:
        talk(_Wire(status=status, body=b'{"error": {"message": "because"}}')).post("/x", {})
    assert caught.value.remedy


def test_what_is_asked_for_and_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        talk(_Wire(status=404)).get("/orders/1")


@pytest.mark.parametrize("body", [b"{}", b"[]", b'{"id": 3}', b'{"id": ""}'])
def test_an_order_that_was_taken_under_no_name_is_in_doubt(body: bytes) -> None:
    wire = _Wire(body=body)
    with pytest.raises(AnswerLost):
        talk(wire).placed(talk(wire).post("/orders", {}))


@pytest.mark.parametrize("status", [408, 500, 502, 504])
def test_a_failure_while_an_order_is_placed_leaves_it_in_doubt_and_one_while_asking_does_not(
    status: int,
) -> None:
    with pytest.raises(AnswerLost):
        talk(_Wire(status=status)).post("/x", {})
    with pytest.raises((Unavailable, Refused)):
        talk(_Wire(status=status)).get("/x")


@pytest.mark.parametrize(("said", "seconds"), [("7", 7), ("0", 1), ("soon", 30), ("", 30)])
def test_patience_is_as_long_as_asked_for(said: str, seconds: int) -> None:
    with pytest.raises(RateLimited) as caught:
        talk(_Wire(status=429, headers={"retry-after": said})).get("/x")
    assert caught.value.after_seconds == seconds


def test_without_an_address_or_a_way_out_there_is_no_talk() -> None:
    tools = Tools(tables=PackagedTables(), wire=_Wire(), account=Account(name="a", provider="b"))
    with pytest.raises(NotConfigured, match="no address"):
        Talk("studio", tools, {})


@pytest.mark.parametrize("body", [b"no json", b"[1]", b"\xff"])
def test_an_answer_of_another_shape_is_told(body: bytes) -> None:
    wire = _Wire(body=body)
    with pytest.raises(AnswerUnreadable):
        talk(wire).json(talk(wire).get("/x"))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"error": "no\\n money"}', "no money"),
        (b'{"error": {"message": "blocked"}}', "blocked"),
        (b'{"code": 3}', "no reason given"),
        (b"<html>down</html>", "<html>down</html>"),
    ],
)
def test_what_a_provider_said_is_one_short_line(body: bytes, said: str) -> None:
    assert said_of(Incoming(status=400, headers={}, body=body)) == said
