"""What the log of calls holds: who asked for what, on which policy, what was sent, what came.

No words, no pictures, no keys: digests, counts and hosts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from secondunit.core.decision import Entry
from secondunit.core.errors import StoreError
from secondunit.core.ids import Digest, read_json
from secondunit.film.rights.model import EgressRequest

LOG = "egress"
"""Name of the chained log."""

OPENED, SENDING, CLOSED, REFUSED = "opened", "sending", "closed", "refused"
"""Kinds of its entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One request.

    Args:
        method: HTTP method.
        host: Where to, with the port.
        address: IP address it was sent to.
        byte_count: Of the body.
        body: Digest of the body.
        status: HTTP status; 0 where no whole answer came.
        answered: Bytes of the answer.
        error: What went wrong, or "".
    """

    method: str
    host: str
    address: str
    byte_count: int
    body: Digest
    status: int = 0
    answered: int = 0
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A call that was put to the rules, before it is made; also of one that was refused.

    Args:
        request: The call.
        bundle: Digest of the policy.
        register_length: Events of the register that the verdict rests on.
        denied: Ids of the rules that said no.
        warned: Ids of the rules that warned.
    """

    request: EgressRequest
    bundle: Digest
    register_length: int
    denied: tuple[str, ...] = ()
    warned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """A request whose first byte is about to leave.

    Args:
        opened: Sequence of the entry that opened the way.
        sent: The request.
    """

    opened: int
    sent: Sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A way that was closed, and all that went over it.

    Args:
        opened: Sequence of the entry that opened it.
        sent: Requests, in order.
        error: Kind of the error it ended with, or "".
    """

    opened: int
    sent: tuple[Sent, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call as the log tells it.

    Args:
        sequence: Of the entry that opened or refused it.
        at: ISO 8601 UTC.
        by: Whom it was made for.
        note: What was asked, and what the rules said.
        is_refused: Whether it was refused.
        is_closed: False for one under way, or cut off with its process: nobody knows its end.
        sent: Requests; of one that is not closed, those that had begun to leave.
        error: Kind of the error it ended with, or "".
    """

    sequence: int
    at: str
    by: str
    note: Opened
    is_refused: bool
    is_closed: bool
    sent: tuple[Sent, ...] = ()
    error: str = ""


def read_calls(entries: Sequence[Entry]) -> tuple[Call, ...]:
    """The calls in a log, oldest first.

    Raises:
        StoreError: An entry cannot be read.
    """
    calls: dict[int, Call] = {}
    for entry in entries:
        try:
            _take(entry, calls)
        except (msgspec.DecodeError, KeyError) as error:
            raise StoreError(
                f"entry {entry.sequence} of the egress log cannot be read: {error}",
                remedy="Restore the production folder from a copy.",
            ) from error
    return tuple(calls.values())


def _take(entry: Entry, calls: dict[int, Call]) -> None:
    match entry.kind:
        case "opened" | "refused":
            calls[entry.sequence] = Call(
                sequence=entry.sequence,
                at=entry.at,
                by=entry.by,
                note=read_json(entry.body, Opened),
                is_refused=entry.kind == REFUSED,
                is_closed=entry.kind == REFUSED,
            )
        case "sending":
            sending = read_json(entry.body, Sending)
            call = calls[sending.opened]
            calls[sending.opened] = replace(call, sent=(*call.sent, sending.sent))
        case _:
            closed = read_json(entry.body, Closed)
            call = calls[closed.opened]
            calls[closed.opened] = replace(
                call, is_closed=True, sent=closed.sent, error=closed.error
            )
