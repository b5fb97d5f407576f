"""A provider of takes that charges the moment an order arrives: a server of its own process.

Its manners are drawn from the key of the order, so that a run can be repeated: some answers are
lost after the charge, some orders are moderated and charged all the same, some fail for nothing,
some come late, and now and then it asks for patience. Kept apart from everything it measures: it
knows no ledger and no engine.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import multiprocessing
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from typing import Any

from secondunit.core.errors import AnswerLost, NotFound, RateLimited, Unavailable
from secondunit.core.ids import Digest
from secondunit.core.money import Money
from secondunit.film.generation.model import Capabilities, Lookup, Order
from secondunit.ports.provider import Delivered, OrderState, Outcome

TIMEOUT = 5.0


def draw(key: str, what: str) -> float:
    """A number from 0 to 1 that belongs to a key."""
    return int(hashlib.sha256(f"{what}:{key}".encode()).hexdigest()[:12], 16) / 16**12


def lookup_of(key: str) -> Lookup:
    """How an order can be found again: by key, by tag, or not at all."""
    drawn = draw(key, "lookup")
    return Lookup.KEY if drawn < 0.6 else Lookup.TAG if drawn < 0.9 else Lookup.NONE


def price_of(key: str) -> int:
    """Cents: known before the order is placed."""
    return 5 + int(draw(key, "price") * 60)


@dataclass
class Books:
    """What the peer knows.

    Args:
        plain: True for a peer that never loses, refuses or delays anything.
    """

    plain: bool
    invoice: list[tuple[str, int]] = field(default_factory=list)
    orders: dict[str, str] = field(default_factory=dict)
    looked: dict[str, int] = field(default_factory=dict)
    busy: set[str] = field(default_factory=set)
    arrived: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def place(self, key: str) -> tuple[int, Mapping[str, object], bool]:
        """Status, answer, and whether the answer is lost on its way."""
        with self.lock:
            self.arrived.append(time.time())
            if not self.plain and key not in self.busy and draw(key, "busy") < 0.04:
                self.busy.add(key)
                return 429, {}, False
            known = [handle for handle, had in self.orders.items() if had == key]
            if known and lookup_of(key) is Lookup.KEY:
                return 200, {"handle": known[0]}, False
            handle = f"o{len(self.orders) + 1}"
            self.orders[handle] = key
            failed = not self.plain and draw(key, "ends") > 0.97
            self.invoice.append((key, 0 if failed else price_of(key)))
            lost = not self.plain and not known and draw(key, "lost") < 0.08
            return 200, {"handle": handle}, lost

    def look(self, handle: str) -> tuple[int, Mapping[str, object]]:
        """Status and answer."""
        with self.lock:
            key = self.orders.get(handle)
            if key is None:
                return 404, {}
            self.looked[handle] = self.looked.get(handle, 0) + 1
            if not self.plain and self.looked[handle] <= int(draw(key, "late") * 3):
                return 200, {"state": "running"}
            ends = 0.0 if self.plain else draw(key, "ends")
            state = "failed" if ends > 0.97 else "refused" if ends > 0.9 else "done"
            return 200, {"state": state, "cost": 0 if state == "failed" else price_of(key)}


def serve(pipe: Connection, *, plain: bool) -> None:
    """Be the peer until the process ends; says its port first."""
    books = Books(plain)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

        def answer(self, status: int, body: Mapping[str, object]) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            status, body, lost = books.place(json.loads(self.rfile.read(length))["key"])
            if lost:
                self.close_connection = True
                return
            self.answer(status, body)

        def do_GET(self) -> None:
            what, _, name = self.path.strip("/").partition("/")
            if what == "key":
                found = [handle for handle, had in books.orders.items() if had == name]
                self.answer(200, {"handle": found[0] if found else None})
            elif what == "order":
                self.answer(*books.look(name))
            elif what == "invoice":
                self.answer(200, {"charges": books.invoice, "arrived": books.arrived})

    class Server(ThreadingHTTPServer):
        request_queue_size = 128

        def handle_error(self, request: object, client_address: object) -> None:
            """A caller that died in the middle is what this is about."""

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    pipe.send(server.server_address[1])
    server.serve_forever()


class PeerServer:
    """The peer in a process of its own."""

    def __init__(self, *, plain: bool = False) -> None:
        context = multiprocessing.get_context("fork")
        here, there = context.Pipe()
        self._process = context.Process(target=serve, args=(there,), kwargs={"plain": plain})
        self._process.start()
        self.port: int = here.recv()

    def invoice(self) -> tuple[list[tuple[str, int]], list[float]]:
        """Every charge with its cents, and when orders arrived."""
        found: dict[str, list[Any]] = call(self.port, "GET", "/invoice")[1]
        return [(str(key), int(cents)) for key, cents in found["charges"]], found["arrived"]

    def close(self) -> None:
        self._process.kill()
        self._process.join()


def call(port: int, method: str, path: str, body: object = None) -> tuple[int, dict[str, Any]]:
    """One request.

    Raises:
        Unavailable: Nobody answers, and nothing was sent.
        AnswerLost: It was sent, and no answer came.
    """
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    try:
        connection.connect()
    except OSError as error:
        raise Unavailable("the peer is away") from error
    try:
        data = json.dumps(body).encode() if body is not None else None
        connection.request(method, path, data)
        came = connection.getresponse()
        return came.status, json.loads(came.read())
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise AnswerLost("the peer's answer was lost") from error
    finally:
        connection.close()


class PeerProvider:
    """The provider port on the peer."""

    def __init__(self, port: int, capabilities: Capabilities) -> None:
        self._port = port
        self._capabilities = capabilities

    def capabilities(self) -> Capabilities:
        return self._capabilities

    def estimate(self, order: Order) -> Money:
        del order
        return Money(minor=0)

    def submit(self, order: Order, key: str, media: Mapping[Digest, bytes]) -> str:
        del order, media
        status, body = call(self._port, "POST", "/order", {"key": key})
        if status == 429:
            raise RateLimited("slower", after_seconds=0)
        return str(body["handle"])

    def find(self, key: str) -> str | None:
        found = self._get(f"/key/{key}")[1]["handle"]
        return None if found is None else str(found)

    def poll(self, handle: str) -> OrderState:
        return self.outcome(handle).state

    def outcome(self, handle: str) -> Outcome:
        status, body = self._get(f"/order/{handle}")
        if status == 404:
            raise NotFound(f"no order {handle}")
        state = OrderState(str(body["state"]))
        cost = Money(minor=int(str(body.get("cost", 0))))
        return Outcome(state=state, cost=cost, moderated=state is OrderState.REFUSED, exact=True)

    def fetch(self, handle: str) -> Delivered:
        cost = self.outcome(handle).cost
        data = b"take " + handle.encode()
        return Delivered(data=data, media_type="image/png", frames=1, cost=cost, milliseconds=1)

    def cancel(self, handle: str) -> None:
        del handle

    def _get(self, path: str) -> tuple[int, dict[str, Any]]:
        """A question that costs nothing: a lost answer is no answer.

        Raises:
            Unavailable: No answer came.
        """
        try:
            return call(self._port, "GET", path)
        except AnswerLost as error:
            raise Unavailable("the peer's answer was lost") from error
