"""Recompute the record: the chain, the facts made from it, and every byte it names."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from secondunit.core.decision import Decision, Entry, Verdict, check_chain
from secondunit.core.errors import HashMismatch, InputError, MediaMissing
from secondunit.core.fact import Fact
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import Digest, digest_bytes, read_json
from secondunit.pipeline.queries import View


def verify(view: View) -> list[Finding]:
    """Everything about the record that is not as it was written; empty when all is whole."""
    office = view.office
    entries = office.records.journal()
    findings = check_chain(entries, office.witness.last())
    if entries and office.witness.last() is None:
        findings.append(
            Finding(
                severity=Severity.WARNING,
                rule="journal.no-witness",
                where="journal-head.json",
                message="the note on the journal's length is missing, so a cut-off tail "
                "would not be seen",
                remedy="Restore it from a copy or from the manifest of the last delivery.",
            )
        )
    facts = [fact for stage in view.shapes for fact in office.records.facts(stage)]
    findings += _check_facts(entries, facts)
    findings += _check_proposals(view)
    findings += _check_media(view)
    return findings


def _check_facts(entries: Sequence[Entry], facts: Sequence[Fact]) -> list[Finding]:
    findings = []
    decisions = {}
    for entry in entries:
        if entry.kind == "decision":
            try:
                decisions[entry.sequence] = read_json(entry.body, Decision)
            except (InputError, msgspec.DecodeError) as error:
                where = f"journal entry {entry.sequence}"
                findings.append(_broken("journal.unreadable", where, str(error)))
    for fact in facts:
        decision = decisions.pop(fact.entry, None)
        if decision is None or not _agree(fact, decision):
            findings.append(
                _broken(
                    "journal.fact-without-decision",
                    f"fact {fact.item} (entry {fact.entry})",
                    "is not what the journal says was decided",
                )
            )
    findings += [
        _broken(
            "journal.decision-without-fact",
            f"journal entry {sequence}",
            f"decides {decision.item}, but its fact is missing",
        )
        for sequence, decision in decisions.items()
    ]
    return findings


def _agree(fact: Fact, decision: Decision) -> bool:
    said = (decision.item, decision.stage, decision.item_digest, decision.verdict)
    kept = (fact.item, fact.stage, fact.item_digest, fact.verdict)
    who = (decision.by, decision.role, decision.at, decision.reason)
    same_person = who == (fact.by, fact.role, fact.at, fact.reason)
    return said == kept and same_person and _same_body(fact, decision)


def _same_body(fact: Fact, decision: Decision) -> bool:
    match decision.verdict:
        case Verdict.AMEND:
            return fact.body == decision.amended
        case Verdict.REJECT:
            return not fact.body
        case Verdict.ACCEPT | Verdict.ADD:
            return not decision.proposed or fact.body == decision.proposed


def _check_proposals(view: View) -> list[Finding]:
    findings = []
    for stage in view.shapes:
        stored = view.office.records.latest_proposal(stage)
        if stored is not None and digest_bytes(stored.body) != stored.digest:
            findings.append(
                _broken(
                    "proposal.edited", f"the proposal of {stage}", "was edited after it was kept"
                )
            )
    return findings


def _check_media(view: View) -> list[Finding]:
    records = view.office.records
    named: dict[Digest, str] = {}
    for draft in records.drafts():
        named[draft.source] = f"draft {draft.number} ({draft.name})"
        named[draft.script] = f"draft {draft.number} as read"
    for publication in records.publications():
        named[publication.media] = publication.path
    findings = []
    for digest, where in named.items():
        try:
            view.office.media.fetch_media(digest)
        except (MediaMissing, HashMismatch) as error:
            findings.append(_broken("media.not-as-kept", where, error.message))
    return findings


def _broken(rule: str, where: str, message: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule=rule,
        where=where,
        message=message,
        remedy="Restore the production folder from a copy made before the change.",
    )
