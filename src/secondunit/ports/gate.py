"""The only way out of the building: asked first, recorded before and after, bound to one call."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from secondunit.film.rights.model import EgressRequest, EgressVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One HTTP request; the secret is added by the gate and is never in here.

    Args:
        method: ``GET``, ``POST``, ``DELETE``.
        url: Whole address.
        headers: Beside those of the gate.
        body: Bytes, or empty.
        timeout_seconds: Longest wait for the whole answer.
        most_bytes: Largest answer; ten minutes of video are less than what is usual.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    timeout_seconds: int = 60
    most_bytes: int = 512 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What came back.

    Args:
        status: HTTP status.
        headers: By lower-case name.
        body: All of it.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


class Wire(Protocol):
    """An open way to one provider, for one call that was allowed."""

    def send(self, outgoing: Outgoing) -> Incoming:
        """Send a request and give the whole answer, whatever its status; never twice.

        Raises:
            RightsNotCleared: The host is none of the provider's.
            NotConfigured: The key is not where the production says.
            Unavailable: Nobody answers, and nothing was sent.
            AnswerLost: It was sent, and no whole answer came: it may have been done, and charged.
        """


class Gate(Protocol):
    """Every outbound call passes here."""

    def ask(self, request: EgressRequest, words: str | None = None) -> EgressVerdict:
        """What the rules say, without sending or recording anything.

        Args:
            request: The call.
            words: The words whose digest it names, to be looked through now and kept nowhere;
                with None they are looked through when they are sent.

        Raises:
            InputError: The words are not those of the request.
            StoreError: The register cannot be read.
        """

    def open(
        self, request: EgressRequest, words: str | None = None
    ) -> AbstractContextManager[Wire]:
        """A way out for one allowed call, recorded before it opens and when it closes.

        Args:
            request: The call.
            words: As for ``ask``.

        Raises:
            InputError: The words are not those of the request.
            StoreError: The register or the log cannot be read or written: nothing leaves then.
            RightsNotCleared: A rule says no; the message names rule, datum and who can supply it.
        """
