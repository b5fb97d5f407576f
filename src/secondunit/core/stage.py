"""The shape every department's work has: plan what to ask, then propose from the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from secondunit.core.ids import Digest, canonical_json, digest
from secondunit.core.money import FREE, Money
from secondunit.core.proposal import Proposal

InputsT = TypeVar("InputsT", contravariant=True)
FactT = TypeVar("FactT")


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaRef:
    """Bytes in the media store, named by their hash.

    Args:
        digest: SHA-256 of the bytes.
        media_type: IANA media type.
        byte_count: Length.
        name: What a person would call the file.
    """

    digest: Digest
    media_type: str
    byte_count: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question to a tool or a model: one durable job step.

    Args:
        kind: Which performer answers (``panel``, ``take``, ``animatic``).
        subject: What it is about, for progress and logs; never script text.
        body: Canonical JSON of the request dataclass that kind expects.
        optional: True when the stage can do without the answer.
    """

    kind: str
    subject: str
    body: str
    optional: bool = False

    @property
    def digest(self) -> Digest:
        """Idempotency key: the same question is asked, and paid for, once."""
        return digest([self.kind, self.body])


def ask(kind: str, subject: str, request: object) -> Ask:
    """An Ask whose body is the canonical JSON of a request dataclass."""
    return Ask(kind=kind, subject=subject, body=canonical_json(request).decode())


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, kept whole.

    Args:
        ask: Digest of the question.
        body: Canonical JSON of the answer dataclass that kind gives.
        media: Bytes that came with it.
        provider: Who answered.
        version: Of the provider's tool or model.
        cost: What it cost.
        milliseconds: How long it took.
        failure: Why there is none, of an optional ask that could not be answered; such an answer
            is given to the stage and never kept.
    """

    ask: Digest
    body: str
    media: tuple[MediaRef, ...]
    provider: str
    version: str
    cost: Money
    milliseconds: int
    failure: str = ""


def unanswered(ask: Ask, failure: str) -> Answer:
    """What a stage is given in place of the answer to an optional ask."""
    return Answer(
        ask=ask.digest,
        body="",
        media=(),
        provider="",
        version="",
        cost=FREE,
        milliseconds=0,
        failure=failure,
    )


class Stage(Protocol[InputsT, FactT]):
    """One verb of one department."""

    @property
    def key(self) -> str:
        """``department.verb``."""

    @property
    def version(self) -> int:
        """Bumped when the meaning of the output changes."""

    def plan(self, inputs: InputsT) -> Sequence[Ask]:
        """What to ask; may be empty."""

    def propose(self, inputs: InputsT, answers: Sequence[Answer]) -> Proposal[FactT]:
        """Candidate facts from the inputs and the answers, given in the order of the plan."""
