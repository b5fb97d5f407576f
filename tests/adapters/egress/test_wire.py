from dataclasses import replace

import pytest
from tests.adapters.egress.gates import REMOTE
from tests.adapters.egress.peer import answers, hangs_up, listening

from secondunit.adapters.egress.keys import KeyPlace, Scheme
from secondunit.adapters.egress.wire import Allowed, BoundWire
from secondunit.core.errors import (
    AnswerLost,
    InputError,
    NotConfigured,
    RightsNotCleared,
    Unavailable,
)
from secondunit.film.rights.content import Watch
from secondunit.film.rights.log import Sent
from secondunit.film.rights.model import ProviderTerms, Seller
from secondunit.ports.gate import Outgoing

HERE = ProviderTerms(seller=Seller(provider="here"), local=True)
SECRET = "sk-very-secret"
KEY = KeyPlace(scheme=Scheme.BEARER, env="ACME_KEY")


def allowed(
    terms: ProviderTerms = HERE, place: KeyPlace | None = None
) -> tuple[Allowed, list[Sent]]:
    before: list[Sent] = []
    opened = Allowed(
        terms=terms,
        place=place or KeyPlace(),
        watch=Watch(barred=("zq-canary-7",), people=(("ana", ("Ana Ruiz",)),)),
        before=before.append,
        resolver=lambda host, port: ("127.0.0.1",) if terms.local else ("93.184.216.34",),
    )
    return opened, before


def test_what_is_sent_is_noted_before_and_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACME_KEY", SECRET)
    may, before = allowed(place=KEY)
    with listening(answers(200, b"done")) as peer:
        wire = BoundWire(may)
        wire.send(Outgoing(method="POST", url=f"{peer.url}/make", body=b"{}"))
        wire.send(Outgoing(method="GET", url=f"{peer.url}/state"))
    assert [(each.byte_count, each.status) for each in before] == [(2, 0)]
    assert [(each.method, each.status, each.answered) for each in may.sent] == [
        ("POST", 200, 4),
        ("GET", 200, 4),
    ]
    assert f"authorization: bearer {SECRET}".encode() in peer.everything.lower()
    assert SECRET not in f"{may.sent} {before} {wire!r}"


def test_a_key_that_the_server_repeats_is_not_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACME_KEY", SECRET)
    with listening(answers(401, f"bad key {SECRET}".encode())) as peer:
        came = BoundWire(allowed(place=KEY)[0]).send(Outgoing(method="GET", url=peer.url))
    assert came.body.decode() == "bad key …"


def test_without_its_key_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACME_KEY", raising=False)
    with listening(answers()) as peer, pytest.raises(NotConfigured):
        BoundWire(allowed(place=KEY)[0]).send(Outgoing(method="POST", url=peer.url, body=b"x"))
    assert peer.requests == []


def test_a_closed_way_is_no_way() -> None:
    may, _ = allowed()
    may.is_open = False
    with pytest.raises(RightsNotCleared, match="closed"):
        BoundWire(may).send(Outgoing(method="GET", url="http://127.0.0.1:1/"))


@pytest.mark.parametrize(
    ("outgoing", "said"),
    [
        ({"body": b'{"prompt": "zq-canary-7"}'}, "its body"),
        ({"url": "https://api.acme.example/zq-canary-7.png"}, "its address"),
        ({"headers": {"X-Name": "zq-canary-7"}}, "its address or headers"),
        ({"body": "a\u200bb".encode()}, "hidden"),
        ({"body": b"like Ana Ruiz"}, "R16 ana"),
    ],
)
def test_words_that_must_not_leave_stop_at_the_door(outgoing: dict[str, object], said: str) -> None:
    sent = {"method": "POST", "url": "https://api.acme.example/v1", **outgoing}
    may, before = allowed(REMOTE)
    with pytest.raises(RightsNotCleared, match=said) as caught:
        BoundWire(may).send(Outgoing(**sent))  # type: ignore[arg-type]
    assert (before, may.sent) == ([], [])
    assert "zq-canary" not in caught.value.message


def test_a_host_that_is_not_the_providers_gets_neither_words_nor_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ACME_KEY", SECRET)
    may, before = allowed(REMOTE, KEY)
    with pytest.raises(RightsNotCleared, match="none of the hosts"):
        BoundWire(may).send(Outgoing(method="GET", url="https://evil.example/"))
    assert before == []


def test_a_host_of_results_gets_no_body() -> None:
    may, _ = allowed(replace(REMOTE, result_hosts=("cdn.example",)))
    with pytest.raises(RightsNotCleared, match="only for fetching"):
        BoundWire(may).send(Outgoing(method="POST", url="https://cdn.example/", body=b"x"))


def test_a_loss_and_an_absence_are_noted_apart() -> None:
    may, _ = allowed()
    wire = BoundWire(may)
    with listening(hangs_up) as peer, pytest.raises(AnswerLost):
        wire.send(Outgoing(method="POST", url=peer.url, body=b"x"))
    with pytest.raises(Unavailable):
        wire.send(Outgoing(method="POST", url=peer.url, body=b"x"))
    assert [each.error.partition(":")[0] for each in may.sent] == ["lost", "unsent"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Authorization": "Bearer mine"},
        {"Transfer-Encoding": "chunked"},
        {"X-A": "1\r\nX-B: 2"},
    ],
)
def test_headers_that_are_the_gates_own_may_not_be_set(headers: dict[str, str]) -> None:
    with pytest.raises(InputError, match="may not be set"):
        BoundWire(allowed()[0]).send(
            Outgoing(method="GET", url="http://127.0.0.1:1/", headers=headers)
        )
    with pytest.raises(InputError, match="no method"):
        BoundWire(allowed()[0]).send(Outgoing(method="CONNECT", url="http://127.0.0.1:1/"))
