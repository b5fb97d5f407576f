"""A server on loopback that charges, remembers what reached it, and fails when it is told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


class Fault(StrEnum):
    """What goes wrong with the next order."""

    REFUSES = "refuses it at the door"
    BUSY = "asks for patience"
    NO_KEY = "does not take the key"
    MODERATES = "takes it, moderates it and charges for it"
    FAILS = "takes it and fails"
    LOSES = "takes it and breaks off before it answers"
    BREAKS = "fails while it takes it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One request as it came."""

    method: str
    path: str
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is answered; ``breaks`` answers nothing."""

    body: bytes = b"{}"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    breaks: bool = False


def as_json(value: object, status: int = 200) -> Reply:
    return Reply(body=json.dumps(value).encode(), status=status)


NOT_FOUND = as_json({"error": "there is no such thing"}, 404)
PATIENCE = Reply(status=429, headers={"Retry-After": "7"}, body=b'{"error": "slow down"}')
NO_KEY = as_json({"error": "who are you?"}, 401)
REFUSED = as_json({"error": {"message": "not this"}}, 400)
BROKEN = as_json({"error": "oh"}, 500)
LOST = Reply(breaks=True)


class Peer:
    """Answers as one provider does. Subclasses say how, in ``answer``."""

    moderates = True
    """False for a server of one's own, which refuses nothing for what it shows."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.fault: Fault | None = None
        self.charged: list[int] = []
        """Cents, one entry a charge."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.daemon = True
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def invoice(self) -> int:
        """Cents."""
        return sum(self.charged)

    def answer(self, seen: Seen) -> Reply:
        raise NotImplementedError

    def placed(self) -> list[Seen]:
        """Requests that place an order."""
        raise NotImplementedError

    def plain(self, seen: Seen) -> bytes:
        """The body of a request without what only names it."""
        return seen.body

    def at_the_door(self) -> Reply | None:
        """What a fault answers before an order is taken."""
        replies = {
            Fault.REFUSES: REFUSED,
            Fault.BUSY: PATIENCE,
            Fault.NO_KEY: NO_KEY,
            Fault.BREAKS: BROKEN,
        }
        return replies.get(self.fault) if self.fault is not None else None

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


def _handler(peer: Peer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            parts = urlsplit(self.path)
            seen = Seen(
                method=self.command,
                path=parts.path,
                query=parse_qs(parts.query),
                headers={name.lower(): value for name, value in self.headers.items()},
                body=body,
            )
            peer.seen.append(seen)
            reply = peer.answer(seen)
            if reply.breaks:
                self.close_connection = True
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            self.wfile.write(reply.body)

        do_GET = do_POST = do_DELETE = do_PUT = _serve  # noqa: N815  the base class's names

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class's name
            del format, args

    return Handler
