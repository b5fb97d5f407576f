"""A provider on loopback that remembers every byte it got and misbehaves as it is told."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Peer:
    """What it got, and where it is."""

    url: str
    requests: list[bytes] = field(default_factory=list)

    @property
    def everything(self) -> bytes:
        return b"\n".join(self.requests)


Behave = Callable[[socket.socket, bytes], None]


def answers(status: int = 200, body: bytes = b"{}", **headers: str) -> Behave:
    """A whole answer."""

    def behave(client: socket.socket, _request: bytes) -> None:
        heads = "".join(f"{key.replace('_', '-')}: {value}\r\n" for key, value in headers.items())
        client.sendall(
            f"HTTP/1.1 {status} X\r\n{heads}Content-Length: {len(body)}\r\n\r\n".encode() + body
        )

    return behave


def drips(seconds: float) -> Behave:
    """One byte of a header at a time, for ever."""

    def behave(client: socket.socket, _request: bytes) -> None:
        ends = time.monotonic() + seconds
        client.sendall(b"HTTP/1.1 200 X\r\nX-Slow: ")
        while time.monotonic() < ends:
            client.sendall(b"x")
            time.sleep(0.05)

    return behave


def hangs_up(client: socket.socket, _request: bytes) -> None:
    """Takes the request and goes away."""
    del client


def cut_short(client: socket.socket, _request: bytes) -> None:
    """Half an answer."""
    client.sendall(b"HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nhalf")


@contextmanager
def listening(behave: Behave) -> Iterator[Peer]:
    """The peer, running."""
    server = socket.create_server(("127.0.0.1", 0))
    peer = Peer(url=f"http://127.0.0.1:{server.getsockname()[1]}")

    def serve() -> None:
        while True:
            try:
                client, _ = server.accept()
            except OSError:
                return
            with client:
                client.settimeout(5)
                try:
                    request = _read(client)
                    peer.requests.append(request)
                    behave(client, request)
                except OSError:
                    continue

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield peer
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join(5)


def _read(client: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = client.recv(65536)
        if not piece:
            return data
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        body += client.recv(65536)
    return head + b"\r\n\r\n" + body
