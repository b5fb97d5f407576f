"""What a named person decided, and the chain that makes the record impossible to rewrite unseen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import Digest, ItemId, digest

GENESIS = Digest("0" * 64)
"""Previous hash of the first entry of a journal."""


class Verdict(StrEnum):
    """What was decided about an item; ``ADD`` is of one that nobody had proposed."""

    ACCEPT = "accept"
    AMEND = "amend"
    REJECT = "reject"
    ADD = "add"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One verdict of one person on one item.

    Args:
        item: The item decided on.
        stage: The stage that proposed it.
        item_digest: Digest of exactly what was looked at.
        verdict: Accept, amend, reject or add.
        by: The person's name.
        role: The role in which they signed.
        at: ISO 8601 UTC.
        reason: Required for all but accept.
        amended: Canonical JSON of the fact as amended, for amend.
        proposed: Canonical JSON of the fact that was looked at, or added; empty in records of
            before it was kept.

    Raises:
        InputError: A name is missing, or a reason where one is required.
    """

    item: ItemId
    stage: str
    item_digest: Digest
    verdict: Verdict
    by: str
    role: str
    at: str
    reason: str = ""
    amended: str = ""
    proposed: str = ""

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise InputError("a decision needs a person's name", remedy="Give --as NAME.")
        if self.verdict is not Verdict.ACCEPT and not self.reason.strip():
            raise InputError(
                f"to {self.verdict} an item, say why", remedy="Give --reason 'one sentence'."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a production's journal, chained to the line before.

    Args:
        sequence: 1, 2, 3, ... without gaps.
        kind: ``draft``, ``decision``, ``take``, ``delivery``.
        at: ISO 8601 UTC.
        by: Person or provider.
        body: Canonical JSON of what happened.
        previous: Hash of the entry before, or GENESIS.
        hash: Hash of this entry.
    """

    sequence: int
    kind: str
    at: str
    by: str
    body: str
    previous: Digest
    hash: Digest


def chain_hash(entry: Entry) -> Digest:
    """The hash an entry must carry: all its fields but the hash itself."""
    return digest([entry.sequence, entry.kind, entry.at, entry.by, entry.body, entry.previous])


def next_entry(last: Entry | None, *, kind: str, at: str, by: str, body: str) -> Entry:
    """Chain a new entry to the last one."""
    draft = Entry(
        sequence=1 if last is None else last.sequence + 1,
        kind=kind,
        at=at,
        by=by,
        body=body,
        previous=GENESIS if last is None else last.hash,
        hash=GENESIS,
    )
    return Entry(
        sequence=draft.sequence,
        kind=kind,
        at=at,
        by=by,
        body=body,
        previous=draft.previous,
        hash=chain_hash(draft),
    )


def check_chain(entries: Sequence[Entry], witness: tuple[int, Digest] | None) -> list[Finding]:
    """Recompute a journal: finds edits, deletions, insertions, reordering and a cut-off tail.

    Args:
        entries: The journal in stored order.
        witness: Length and last hash noted outside the database, which alone reveals a missing
            tail or a wholly rewritten journal; None when there is no such note.

    Returns:
        One finding for each entry that is not what it was; empty when the journal is whole.

    Source: hash-chained log, RFC 6962 section 2.1 in its simplest (linear) form.
    """
    findings = []
    previous = GENESIS
    for position, entry in enumerate(entries, start=1):
        if entry.sequence != position:
            findings.append(_broken(position, f"entry {entry.sequence} stands at {position}"))
        if entry.previous != previous:
            findings.append(_broken(position, "does not follow from the entry before it"))
        if chain_hash(entry) != entry.hash:
            findings.append(_broken(position, "was edited after it was written"))
        previous = entry.hash
    if witness is not None:
        length, head = witness
        if len(entries) < length:
            findings.append(_broken(length, f"{length - len(entries)} entries were cut off"))
        elif length and entries[length - 1].hash != head:
            findings.append(_broken(length, "is not the entry that was witnessed"))
    return findings


def _broken(position: int, message: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="journal.broken-chain",
        where=f"journal entry {position}",
        message=message,
        remedy="Restore the production folder from a copy made before the change.",
    )
