"""One HTTP request to a text model's server: no proxy, no redirect, a deadline, patient retries."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from secondunit.adapters.text_model.table import Served
from secondunit.core.errors import (
    AnswerUnreadable,
    NotConfigured,
    RateLimited,
    Refused,
    Unavailable,
)

LARGEST = 8 * 1024 * 1024
"""Bytes of the largest answer read."""

BUSY = frozenset({429, 502, 503, 504})
"""Statuses after which the same request may succeed."""

FIRST_PAUSE_SECONDS = 1

SAID = 3000
"""Bytes of a refusal that are read; a tenth of them is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Where time comes from.

    Args:
        seconds: A clock that only goes forward.
        pause: Waits that many seconds.
    """

    seconds: Callable[[], float]
    pause: Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Came:
    status: int
    after_seconds: int | None
    body: bytes


def send(name: str, served: Served, key: str, body: bytes, timing: Timing) -> bytes:
    """Post a request and give the body of the answer.

    Args:
        name: Key of the text model, for messages.
        served: Its server.
        key: Its secret, or ""; in no message.
        body: JSON.
        timing: Where time comes from.

    Raises:
        NotConfigured: The key, the address or the model is not right.
        RateLimited: The server asks for more patience than there is.
        Refused: The server refuses this request.
        Unavailable: The server does not answer.
        AnswerUnreadable: The answer is too large or breaks off.
    """
    came = _try_once(name, served, key, body, timing)
    for attempt in range(1, served.attempts):
        if came is not None and came.status not in BUSY:
            break
        pause = FIRST_PAUSE_SECONDS * 2 ** (attempt - 1)
        if came is not None and came.after_seconds is not None:
            if came.after_seconds > served.longest_wait_seconds:
                break
            pause = came.after_seconds
        timing.pause(min(pause, served.longest_wait_seconds))
        came = _try_once(name, served, key, body, timing)
    if came is None:
        raise Unavailable(f"text model {name} does not answer", remedy=_restart(served))
    return _body_of(came, name, served, key)


def _body_of(came: _Came, name: str, served: Served, key: str) -> bytes:
    if came.status == 200:
        return came.body
    said = " ".join(came.body[:SAID].decode("utf-8", "replace").split())
    said = (said.replace(key, "…") if key else said)[: SAID // 10]
    if came.status == 429:
        raise RateLimited(
            f"text model {name} asks for patience",
            after_seconds=came.after_seconds or served.longest_wait_seconds,
            remedy="Run the command again later: what was answered is kept.",
        )
    if came.status in {401, 403}:
        raise NotConfigured(
            f"text model {name} does not take the key ({came.status})",
            remedy="Set key_env or key_file in text_models.toml, and the key itself.",
        )
    if came.status == 404 or 300 <= came.status < 400:
        raise NotConfigured(
            f"text model {name} is not at its address ({came.status}): {said}",
            remedy="Correct address and model in text_models.toml.",
        )
    if came.status < 500:
        raise Refused(
            f"text model {name} refuses the request ({came.status}): {said}",
            remedy="Set answer_form to what its server knows, or use another model.",
        )
    raise Unavailable(f"text model {name} fails ({came.status})", remedy=_restart(served))


def _restart(served: Served) -> str:
    return f"Start its server at {served.address}, or name “none” in production.toml; run again."


def _try_once(name: str, served: Served, key: str, body: bytes, timing: Timing) -> _Came | None:
    """One request; None where nobody answers at the address.

    Raises:
        AnswerUnreadable: The answer is too large or breaks off.
        Unavailable: The deadline passed, or the server is not who it should be.
    """
    connection = _connect(served)
    ends = timing.seconds() + served.timeout_seconds
    too_long = f"text model {name} took more than {served.timeout_seconds} s"
    try:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if key:
            headers["Authorization"] = f"Bearer {key}"
        path = f"{urlsplit(served.address).path.rstrip('/')}/chat/completions"
        connection.request("POST", path, body, headers)
        response = connection.getresponse()
        data = b""
        while chunk := response.read1(65536):
            data += chunk
            if len(data) > LARGEST:
                raise AnswerUnreadable(
                    f"the answer of text model {name} is larger than {LARGEST // 1024**2} MB",
                    remedy="Check what its address serves.",
                )
            if timing.seconds() > ends:
                raise Unavailable(too_long, remedy=_restart(served))
        after = response.getheader("Retry-After", "")
        seconds = int(after) if after.isdecimal() else None
        return _Came(status=response.status, after_seconds=seconds, body=data)
    except TimeoutError as error:
        raise Unavailable(too_long, remedy=_restart(served)) from error
    except ssl.SSLError as error:
        raise Unavailable(
            f"text model {name} cannot prove who it is", remedy=_restart(served)
        ) from error
    except http.client.IncompleteRead as error:
        raise AnswerUnreadable(
            f"the answer of text model {name} breaks off", remedy="Run the command again."
        ) from error
    except (OSError, http.client.HTTPException, socket.gaierror):
        return None
    finally:
        connection.close()


def _connect(served: Served) -> http.client.HTTPConnection:
    parts = urlsplit(served.address)
    host, seconds = parts.hostname or "", served.timeout_seconds
    if parts.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, parts.port, timeout=seconds, context=context)
    return http.client.HTTPConnection(host, parts.port, timeout=seconds)
