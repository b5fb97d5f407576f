"""The production's memory: drafts, answers, proposals, journal, facts, runs, published files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from secondunit.core.decision import Entry
from secondunit.core.fact import Fact
from secondunit.core.ids import Digest
from secondunit.core.money import Money
from secondunit.core.stage import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Production:
    """One title.

    Args:
        id: Short id, from the title.
        title: As printed on every sheet.
        created_at: ISO 8601 UTC.
    """

    id: str
    title: str
    created_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One draft of the script, newest last.

    Args:
        number: From 1.
        name: File name.
        source: Digest of the file's bytes, kept in the media store.
        script: Digest of the Screenplay's canonical JSON, kept in the media store.
        findings: Canonical JSON of the reader's findings.
        added_at: ISO 8601 UTC.
    """

    number: int
    name: str
    source: Digest
    script: Digest
    findings: str
    added_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredProposal:
    """A proposal as kept.

    Args:
        digest: Of the proposal.
        stage: Its stage.
        version: The stage's version.
        inputs: Digest of what it read.
        body: Canonical JSON of the Proposal.
    """

    digest: Digest
    stage: str
    version: int
    inputs: Digest
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of one stage, for the record of time and cost.

    Args:
        stage: The stage.
        proposal: What came of it.
        at: ISO 8601 UTC when it ended.
        milliseconds: Elapsed.
        cost: Paid to providers in this run.
        asks: Questions of the plan.
        asked: Questions that were not answered before.
    """

    stage: str
    proposal: Digest
    at: str
    milliseconds: int
    cost: Money
    asks: int
    asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A file made from what stands, and what it was made from.

    Args:
        path: Inside the package folder.
        stage: The stage it shows.
        key: Digest of all that went into it; equal key, equal bytes.
        media: Digest of its bytes, kept in the media store.
        byte_count: Length.
        media_type: IANA media type.
    """

    path: str
    stage: str
    key: Digest
    media: Digest
    byte_count: int
    media_type: str


class Records(Protocol):
    """One production's memory. Everything is appended; nothing is edited or deleted,
    but publications, which can be made again at any time."""

    def production(self) -> Production:
        """The title itself."""

    def stamp(self) -> str:
        """Changes whenever anything that stands has changed: drafts, proposals, journal."""

    def transaction(self) -> AbstractContextManager[None]:
        """All writes inside become true together, or none of them.

        Raises:
            StoreError: The database cannot be written.
            Conflict: Another process holds it for longer than half a minute.
        """

    def drafts(self) -> Sequence[Draft]:
        """All drafts, oldest first."""

    def add_draft(self, draft: Draft) -> None:
        """Keep a draft."""

    def answers(self, asks: Iterable[Digest]) -> Mapping[Digest, Answer]:
        """The kept answers among these questions."""

    def add_answer(self, answer: Answer, kind: str, at: str) -> None:
        """Keep an answer; the first one of a question stays."""

    def latest_proposal(self, stage: str) -> StoredProposal | None:
        """The newest proposal of a stage."""

    def proposals(self, stage: str) -> Sequence[StoredProposal]:
        """Every proposal of a stage, oldest first."""

    def add_proposal(self, proposal: StoredProposal, run: Run) -> None:
        """Keep a proposal, now the newest of its stage, and the run that made it."""

    def runs(self) -> Sequence[Run]:
        """All runs, oldest first."""

    def journal(self) -> Sequence[Entry]:
        """The whole journal in order."""

    def last_entry(self) -> Entry | None:
        """The newest entry of the journal."""

    def add_entries(self, entries: Sequence[Entry]) -> None:
        """Append to the journal.

        Raises:
            Conflict: Somebody appended since ``last_entry`` was read.
        """

    def facts(self, stage: str) -> Sequence[Fact]:
        """All facts of a stage, oldest first: the newest of an item holds."""

    def add_facts(self, facts: Sequence[Fact]) -> None:
        """Append facts."""

    def publications(self) -> Sequence[Publication]:
        """Every published file."""

    def put_publication(self, publication: Publication) -> None:
        """Keep or replace the note on a published file."""

    def drop_publication(self, path: str) -> None:
        """Forget a published file that no longer belongs to the package."""
