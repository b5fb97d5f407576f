"""Talk with a provider over its wire: requests as JSON or forms, answers, errors of ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from secondunit.core.errors import (
    AnswerLost,
    AnswerUnreadable,
    Conflict,
    NotConfigured,
    NotFound,
    RateLimited,
    Refused,
    StudioError,
    Unavailable,
)
from secondunit.core.ids import canonical_json, digest_bytes
from secondunit.film.generation.accounts import Account
from secondunit.ports.gate import Incoming, Outgoing, Wire
from secondunit.ports.provider import Tools

ShapeT = TypeVar("ShapeT")

SAID = 300
"""Characters of a refusal that are shown."""

PATIENCE_SECONDS = 30
"""Wait where a provider asks for patience and does not say how long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One field of a form; with a file name it is a file."""

    name: str
    data: bytes
    file: str = ""
    media_type: str = ""


class Talk:
    """One provider's end of a wire.

    Args:
        provider: Key of the provider, for messages.
        tools: Its wire and account.
        headers: Sent with every request.
        explain: What a failure is said to be.

    Raises:
        NotConfigured: There is no wire or no address.
    """

    def __init__(
        self,
        provider: str,
        tools: Tools,
        headers: Mapping[str, str],
        explain: Callable[[Incoming], str] | None = None,
    ) -> None:
        account = tools.account
        if account is None or not account.address or tools.wire is None:
            raise NotConfigured(
                f"{provider} has no address to be reached at",
                remedy=f"Add [accounts.{provider}] with an address to tables/accounts.toml.",
            )
        self.account: Account = account
        self._provider = provider
        self._wire: Wire = tools.wire
        self._headers = dict(headers)
        self._explain = explain or said_of

    def get(self, path: str) -> Incoming:
        """Ask for something; asking again does no harm.

        Raises:
            NotFound: It is not there.
            ProviderError: As the status says.
        """
        return self.send("GET", path)

    def post(self, path: str, body: object, headers: Mapping[str, str] | None = None) -> Incoming:
        """Send JSON.

        Raises:
            ProviderError: As the status says; AnswerLost where nobody knows whether it was done.
        """
        sent = {"Content-Type": "application/json", **(headers or {})}
        return self.send("POST", path, canonical_json(body), sent)

    def post_form(
        self, path: str, parts: Sequence[Part], headers: Mapping[str, str] | None = None
    ) -> Incoming:
        """Send a form with files.

        Raises:
            ProviderError: As the status says; AnswerLost where nobody knows whether it was done.
        """
        border = digest_bytes(b"".join(part.data for part in parts))[:32]
        body = b"".join(_part(border, part) for part in parts) + f"--{border}--\r\n".encode()
        sent = {"Content-Type": f"multipart/form-data; boundary={border}", **(headers or {})}
        return self.send("POST", path, body, sent)

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
    ) -> Incoming:
        """One request, never twice.

        Args:
            method: ``GET``, ``POST``, ``DELETE``.
            path: Under the address of the account, or a whole address.
            body: Bytes, or empty.
            headers: Beside those of every request.

        Raises:
            NotFound: It is not there.
            ProviderError: As the status says; AnswerLost where nobody knows whether it was done.
        """
        whole = path if "://" in path else self.account.address.rstrip("/") + path
        answer = self._wire.send(
            Outgoing(
                method=method,
                url=whole,
                headers={**self._headers, **(headers or {})},
                body=body,
                timeout_seconds=self.account.timeout_seconds,
            )
        )
        if 200 <= answer.status < 300:
            return answer
        raise self._error(answer, places=method == "POST")

    def json(self, answer: Incoming) -> Mapping[str, Any]:
        """The body of an answer as a JSON object.

        Raises:
            AnswerUnreadable: It is none.
        """
        return self.shaped(answer, dict[str, Any])

    def placed(self, answer: Incoming, name: str = "id") -> str:
        """The provider's own name of an order that it just took.

        Raises:
            AnswerLost: The answer names none, so that nobody knows what was taken.
        """
        try:
            given = self.json(answer).get(name)
        except AnswerUnreadable as error:
            given, cause = None, error.message
        else:
            cause = f"it has no “{name}”"
        if not isinstance(given, str) or not given:
            raise AnswerLost(
                f"{self._provider} took the order and did not say under which name: {cause}",
                remedy="It is looked up, or waits for a person; it is not ordered again.",
            )
        return given

    def shaped(self, answer: Incoming, shape: type[ShapeT]) -> ShapeT:
        """The body of an answer as JSON of a shape.

        Raises:
            AnswerUnreadable: It has not that shape.
        """
        try:
            return msgspec.json.decode(answer.body, type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise AnswerUnreadable(
                f"the answer of {self._provider} cannot be read: {error}",
                remedy="Run the command again; if it stays so, report the provider.",
            ) from error

    def _error(self, answer: Incoming, *, places: bool) -> StudioError:
        status, said = answer.status, self._explain(answer)
        who = self._provider
        if status == 429:
            return RateLimited(
                f"{who} asks for patience",
                after_seconds=_after(answer),
                remedy="The queue waits and goes on by itself.",
            )
        if status in {401, 403}:
            return NotConfigured(
                f"{who} does not take the key ({status}): {said}",
                remedy=f"Set the key of accounts.{self.account.name}, and its right to the model.",
            )
        if status == 402:
            return NotConfigured(
                f"the account at {who} is used up: {said}", remedy="Top the account up."
            )
        if status in {404, 410} and places:
            return NotConfigured(
                f"{who} has no such model or place ({status}): {said}",
                remedy=f"Correct accounts.{self.account.name}, or the name of the model.",
            )
        if status in {404, 410}:
            return NotFound(f"{who} does not know it ({status}): {said}", remedy="Order it again.")
        if status == 409:
            return Conflict(f"{who}: {said}", remedy="Look the order up before ordering again.")
        if 300 <= status < 400:
            return NotConfigured(
                f"{who} is not at its address ({status})",
                remedy=f"Correct the address of accounts.{self.account.name}.",
            )
        if places and status in {408, 500, 502, 504}:
            return AnswerLost(
                f"{who} failed while it took the order ({status}): {said}",
                remedy="It is looked up, or waits for a person; it is not ordered again.",
            )
        if status < 500:
            return Refused(
                f"{who} refuses the order ({status}): {said}",
                remedy="Change the shot, its references or the model.",
            )
        return Unavailable(f"{who} fails ({status})", remedy="Try again later.")


def said_of(answer: Incoming) -> str:
    """What a provider said of a failure: its message where there is one, in one line."""
    try:
        body = msgspec.json.decode(answer.body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        body = answer.body.decode("utf-8", "replace")
    while isinstance(body, dict):
        body = next(
            (body[name] for name in ("error", "message", "detail", "failure") if body.get(name)),
            "no reason given",
        )
    return " ".join(str(body).split())[:SAID]


def _after(answer: Incoming) -> int:
    said = answer.headers.get("retry-after", "")
    return max(1, int(said)) if said.isdecimal() else PATIENCE_SECONDS


def _part(border: str, part: Part) -> bytes:
    file = f'; filename="{part.file}"' if part.file else ""
    kind = f"Content-Type: {part.media_type}\r\n" if part.media_type else ""
    head = f'--{border}\r\nContent-Disposition: form-data; name="{part.name}"{file}\r\n{kind}\r\n'
    return head.encode() + part.data + b"\r\n"
