import socket

import pytest
from tests.adapters.egress.peer import answers, cut_short, drips, hangs_up, listening

from secondunit.adapters.egress import client
from secondunit.adapters.egress.addresses import aim
from secondunit.adapters.egress.client import Sending, send_once
from secondunit.core.errors import AnswerLost, InputError, Unavailable
from secondunit.film.rights.model import ProviderTerms, Seller

HERE = ProviderTerms(seller=Seller(provider="here"), local=True)


def sending(url: str, body: bytes = b"", seconds: float = 5, most: int = 10_000) -> Sending:
    return Sending(
        method="POST" if body else "GET",
        target=aim(url, HERE),
        headers={"X-Kind": "test"},
        body=body,
        timeout_seconds=seconds,
        largest=most,
    )


def test_a_request_arrives_as_it_was_and_the_answer_comes_whole_whatever_its_status() -> None:
    with listening(answers(418, b"a teapot", X_Cup="full")) as peer:
        came = send_once(sending(f"{peer.url}/pour?x=1", b"tea"))
    assert (came.status, came.body, came.headers["x-cup"]) == (418, b"a teapot", "full")
    assert peer.requests[0].startswith(b"POST /pour?x=1 HTTP/1.1\r\n")
    assert peer.requests[0].endswith(b"\r\n\r\ntea")


def test_a_redirect_comes_back_and_is_not_followed() -> None:
    with (
        listening(answers()) as other,
        listening(answers(307, b"", Location=other.url)) as peer,
    ):
        assert send_once(sending(peer.url)).status == 307
    assert other.requests == []


def test_where_nobody_listens_nothing_was_sent() -> None:
    with listening(answers()) as peer:
        pass
    with pytest.raises(Unavailable, match="does not answer") as caught:
        send_once(sending(peer.url, b"x"))
    assert "nothing was sent" in caught.value.remedy


@pytest.mark.parametrize("behave", [hangs_up, cut_short])
def test_an_answer_that_breaks_off_may_have_been_carried_out(behave: object) -> None:
    assert callable(behave)
    with listening(behave) as peer, pytest.raises(AnswerLost, match="broke off"):
        send_once(sending(peer.url, b"x"))
    assert len(peer.requests) == 1


def test_an_answer_that_drips_for_ever_ends_with_its_time() -> None:
    with listening(drips(3)) as peer, pytest.raises(AnswerLost, match=r"took more than 0\.5 s"):
        send_once(sending(peer.url, b"x", seconds=0.5))


def test_an_answer_that_is_too_large_is_left() -> None:
    with (
        listening(answers(200, b"x" * 200_000)) as peer,
        pytest.raises(AnswerLost, match="answers with more"),
    ):
        send_once(sending(peer.url, b"x"))


def test_a_request_that_is_too_large_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "LARGEST_REQUEST", 3)
    with listening(answers()) as peer, pytest.raises(InputError, match="too large"):
        send_once(sending(peer.url, b"four"))
    assert peer.requests == []


def test_a_server_without_a_certificate_gets_nothing() -> None:
    with listening(answers()) as peer, pytest.raises(Unavailable, match=r"prove|answer"):
        send_once(sending(peer.url.replace("http:", "https:"), b"secret words"))
    assert b"secret words" not in peer.everything


def test_a_proxy_of_the_machine_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with listening(answers()) as peer:
        assert send_once(sending(peer.url)).status == 200


def test_the_address_looked_up_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(answers()) as peer:
        ready = sending(peer.url)
        monkeypatch.setattr(socket, "getaddrinfo", _elsewhere(socket.getaddrinfo))
        assert send_once(ready).status == 200


def _elsewhere(real: object) -> object:
    assert callable(real)

    def look(host: str, *rest: object, **more: object) -> object:
        assert host == "127.0.0.1", "the name was looked up again"
        return real(host, *rest, **more)

    return look


def test_a_request_shows_nothing_of_itself() -> None:
    with listening(answers()) as peer:
        assert "test" not in repr(sending(peer.url, b"secret words"))


def test_an_answer_that_does_not_say_how_long_it_is_cannot_be_known_to_be_whole() -> None:
    def endless(client: socket.socket, _request: bytes) -> None:
        client.sendall(b"HTTP/1.1 200 X\r\n\r\n{}")

    with listening(endless) as peer, pytest.raises(AnswerLost):
        send_once(sending(peer.url, b"x"))
