"""What a stage puts before people: candidate facts with evidence and confidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from secondunit.core.errors import InputError
from secondunit.core.evidence import Evidence
from secondunit.core.finding import Finding
from secondunit.core.ids import Digest, ItemId, digest

F = TypeVar("F")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Generic[F]):
    """One candidate fact.

    Args:
        id: Stable across runs and drafts as long as the item means the same thing.
        label: The item in a few words, for lists (``Sc. 12 · Props · lantern``).
        fact: What becomes a fact when a person accepts it.
        evidence: At least one reason.
        confidence: 0 to 1, or None where a number would be a pretence.
        former: Ids under which the same thing was proposed before it was renamed, latest first.
    """

    id: ItemId
    label: str
    fact: F
    evidence: tuple[Evidence, ...]
    confidence: float | None = None
    former: tuple[ItemId, ...] = ()

    def __post_init__(self) -> None:
        if not self.evidence:
            raise InputError(
                f"item {self.id} has no evidence", remedy="A stage must say why it proposes."
            )

    @property
    def digest(self) -> Digest:
        """What a decision on this item binds to: the fact and its evidence, not the confidence."""
        return digest([self.id, self.fact, self.evidence])


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Generic[F]):
    """All that one run of one stage proposes.

    Args:
        stage: Key of the stage (``breakdown.tag``).
        version: The stage's version at that run.
        inputs: Digest of what it read.
        items: Candidate facts, in the order a person would read them.
        findings: What the stage noticed about its inputs.
    """

    stage: str
    version: int
    inputs: Digest
    items: tuple[Item[F], ...]
    findings: tuple[Finding, ...] = ()

    @property
    def digest(self) -> Digest:
        """Names the proposal by content."""
        return digest(self)
