"""What a person made true: append-only, each knowing its decision and what it supersedes."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.decision import Verdict
from secondunit.core.ids import Digest, ItemId


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The outcome of one decision on one item.

    Args:
        item: The item decided on; the newest fact of an item is the one that holds.
        stage: The stage that proposed it.
        verdict: A rejected item is a fact too: it must not be proposed again.
        body: Canonical JSON of the accepted or amended value; empty when rejected.
        label: The item in a few words, as it read when it was decided.
        item_digest: Digest of what was looked at; a new proposal with another digest makes the
            fact stale.
        entry: Sequence number of the journal entry that holds the decision.
        by: The person's name.
        role: The role in which they signed.
        at: ISO 8601 UTC.
        reason: What they said.
    """

    item: ItemId
    stage: str
    verdict: Verdict
    body: str
    label: str
    item_digest: Digest
    entry: int
    by: str
    role: str
    at: str
    reason: str = ""
