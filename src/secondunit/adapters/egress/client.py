"""One HTTP request: no proxy, no redirect, no second try, a deadline for the whole answer.

What happened is told truly. Before the first byte of the request is on its way, a failure means
that nothing was sent; after it, nobody knows, whatever the failure looks like.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass

from secondunit.adapters.egress.addresses import Target
from secondunit.core.errors import AnswerLost, InputError, Unavailable
from secondunit.ports.gate import Incoming

LARGEST_REQUEST = 256 * 2**20
"""Bytes of the largest request sent."""

CONNECT_SECONDS = 15
"""Longest wait for a connection."""

PIECE = 65536


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One request, ready to go.

    Args:
        method: ``GET``, ``POST``, ``PUT``, ``DELETE``.
        target: Where to.
        headers: All of them, the key among them.
        body: Bytes, or empty.
        timeout_seconds: Longest wait for the whole answer.
        largest: Bytes of the largest answer read.
    """

    method: str
    target: Target
    headers: Mapping[str, str]
    body: bytes
    timeout_seconds: float
    largest: int

    def __repr__(self) -> str:
        return f"Sending({self.method} {self.target.host}, {len(self.body)} bytes)"


class _Pinned(http.client.HTTPConnection):
    """A connection to one address, whatever the host's name resolves to by now."""

    def __init__(self, target: Target, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self._target = target

    def connect(self) -> None:
        """Connect, and prove the host's certificate where there is one."""
        raw = socket.create_connection((self._target.address, self._target.port), self.timeout)
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sock = raw
        if self._target.scheme == "https":
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(raw, server_hostname=self._target.host)


def send_once(sending: Sending) -> Incoming:
    """Send a request and give the whole answer, whatever its status.

    Raises:
        InputError: The request is too large.
        Unavailable: Nobody answers, and nothing was sent.
        AnswerLost: It was sent, and no whole answer came.
    """
    if len(sending.body) > LARGEST_REQUEST:
        raise InputError(
            f"a request of {len(sending.body) >> 20} MB is too large",
            remedy=f"Send at most {LARGEST_REQUEST >> 20} MB at once.",
        )
    name = sending.target.host
    ends = time.monotonic() + sending.timeout_seconds
    connection = _Pinned(sending.target, min(CONNECT_SECONDS, sending.timeout_seconds))
    try:
        connection.connect()
    except ssl.SSLError as error:
        connection.close()
        raise Unavailable(f"{name} cannot prove who it is", remedy=_wait(name)) from error
    except OSError as error:
        connection.close()
        raise Unavailable(f"{name} does not answer", remedy=_wait(name)) from error
    watch = _watchdog(connection, ends - time.monotonic())
    try:
        return _exchange(connection, sending)
    except (OSError, http.client.HTTPException, ValueError) as error:
        late = time.monotonic() >= ends
        how = f"took more than {sending.timeout_seconds:g} s" if late else "broke off its answer"
        raise AnswerLost(
            f"{name} {how}: the request may have been carried out",
            remedy="Look the order up at the provider before anything is sent again.",
        ) from error
    finally:
        watch.cancel()
        connection.close()


def _exchange(connection: http.client.HTTPConnection, sending: Sending) -> Incoming:
    connection.request(
        sending.method, sending.target.path, sending.body or None, dict(sending.headers)
    )
    response = connection.getresponse()
    if response.length is None and not response.chunked:
        raise http.client.IncompleteRead(b"")  # its end would look the same as its breaking off
    data = bytearray()
    while piece := response.read1(PIECE):
        data += piece
        if len(data) > sending.largest:
            raise AnswerLost(
                f"{sending.target.host} answers with more than {sending.largest >> 20} MB",
                remedy="Look the order up at the provider: it may have been carried out.",
            )
    if response.length:
        raise http.client.IncompleteRead(bytes(data[:0]), response.length)
    headers = {key.lower(): value for key, value in response.getheaders()}
    return Incoming(status=response.status, headers=headers, body=bytes(data))


def _watchdog(connection: http.client.HTTPConnection, seconds: float) -> threading.Timer:
    """Cuts the connection when the time is up, however slowly an answer drips."""
    open_socket = connection.sock
    open_socket.settimeout(max(seconds, 0.001))

    def cut() -> None:
        try:
            open_socket.shutdown(socket.SHUT_RDWR)
        except OSError:  # it is closed already
            return

    timer = threading.Timer(max(seconds, 0.001), cut)
    timer.daemon = True
    timer.start()
    return timer


def _wait(name: str) -> str:
    return f"Check that {name} is up and reachable, then run again: nothing was sent."
