"""A server of text models on loopback, which answers as it is told and remembers what it got."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """One HTTP answer."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    slowly_seconds: float = 0.0
    cut_short: bool = False


@dataclass(slots=True)
class Heard:
    """What the server got, in order."""

    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


def chat(text: str | None, **more: Any) -> Says:
    """A chat completion that says a text."""
    message = {"role": "assistant", "content": text, **more.pop("message", {})}
    body = {
        "id": "c-1",
        "object": "chat.completion",
        "model": "stand-in-1",
        "choices": [{"index": 0, "message": message, "finish_reason": more.pop("finish", "stop")}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 200},
        **more,
    }
    return Says(body=json.dumps(body).encode())


@contextmanager
def serving(answer: Callable[[dict[str, Any]], Says]) -> Iterator[tuple[str, Heard]]:
    """A running server; gives its address and what it hears."""
    heard = Heard()
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                heard.bodies.append(body)
                heard.headers.append({key.lower(): value for key, value in self.headers.items()})
                heard.paths.append(self.path)
                says = answer(body)
            time.sleep(says.slowly_seconds)
            self.send_response(says.status)
            for name, value in says.headers:
                self.send_header(name, value)
            length = len(says.body) + (10 if says.cut_short else 0)
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(says.body)

        def log_message(self, *args: object) -> None:
            del args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]  # a client that went away
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1", heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def table(address: str, **fields: str | int) -> str:
    """A ``text_models.toml`` of one model, ``stand-in``."""
    rows = [f'address = "{address}"', 'model = "small"']
    rows += [f"{name} = {json.dumps(value)}" for name, value in fields.items()]
    return "[models.stand-in]\n" + "\n".join(rows)
