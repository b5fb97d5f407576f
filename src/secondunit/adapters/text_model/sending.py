"""One question to a text model's server over an open wire: patient where it is busy or away.

What was sent and lost is asked again only where it is free, on this machine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from secondunit.adapters.text_model.table import Served
from secondunit.core.errors import (
    AnswerLost,
    NotConfigured,
    RateLimited,
    Refused,
    Unavailable,
)
from secondunit.ports.gate import Outgoing, Wire

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


def send(name: str, served: Served, wire: Wire, body: bytes, timing: Timing) -> bytes:
    """Post a request and give the body of the answer.

    Args:
        name: Key of the text model, for messages.
        served: Its server.
        wire: The way that the gate opened.
        body: JSON.
        timing: Where time comes from.

    Raises:
        NotConfigured: The key, the address or the model is not right.
        RateLimited: The server asks for more patience than there is.
        Refused: The server refuses this request.
        Unavailable: The server does not answer.
        AnswerLost: It was sent, and no whole answer came.
    """
    came = _try_once(name, served, wire, body, may_repeat=served.attempts > 1 and served.stays_here)
    for attempt in range(1, served.attempts):
        if came is not None and came.status not in BUSY:
            break
        pause = FIRST_PAUSE_SECONDS * 2 ** (attempt - 1)
        if came is not None and came.after_seconds is not None:
            if came.after_seconds > served.longest_wait_seconds:
                break
            pause = came.after_seconds
        timing.pause(min(pause, served.longest_wait_seconds))
        last = attempt == served.attempts - 1
        came = _try_once(name, served, wire, body, may_repeat=served.stays_here and not last)
    if came is None:
        raise Unavailable(f"text model {name} does not answer", remedy=_restart(served))
    return _body_of(came, name, served)


def _body_of(came: _Came, name: str, served: Served) -> bytes:
    if came.status == 200:
        return came.body
    said = " ".join(came.body[:SAID].decode("utf-8", "replace").split())
    said = said[: SAID // 10]
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


def _try_once(
    name: str, served: Served, wire: Wire, body: bytes, *, may_repeat: bool
) -> _Came | None:
    """One request; None where it may be sent again.

    Raises:
        AnswerLost: It was sent, and no whole answer came.
    """
    outgoing = Outgoing(
        method="POST",
        url=f"{served.address.rstrip('/')}/chat/completions",
        headers={"Content-Type": "application/json", "Accept": "application/json"},
        body=body,
        timeout_seconds=served.timeout_seconds,
        most_bytes=LARGEST,
    )
    try:
        came = wire.send(outgoing)
    except Unavailable:
        return None
    except AnswerLost as error:
        if may_repeat:
            return None
        raise AnswerLost(f"text model {name}: {error.message}", remedy=_restart(served)) from error
    after = came.headers.get("retry-after", "")
    seconds = int(after) if after.isdecimal() else None
    return _Came(status=came.status, after_seconds=seconds, body=came.body)
