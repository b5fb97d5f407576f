"""The journal in words."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from secondunit.core.decision import Decision, Entry
from secondunit.core.errors import InputError
from secondunit.core.ids import Digest, read_json
from secondunit.film.delivery.model import Manifest
from secondunit.pipeline.queries import View
from secondunit.ports.records import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One entry of the journal, as people read it.

    Args:
        sequence: Its number.
        at: ISO 8601 UTC.
        by: Person or program.
        what: What happened, in one line.
        hash: Its hash.
    """

    sequence: int
    at: str
    by: str
    what: str
    hash: Digest


def describe_entries(view: View) -> list[Event]:
    """Every entry of the journal in words, oldest first."""
    records = view.office.records
    labels = {fact.entry: fact.label for stage in view.shapes for fact in records.facts(stage)}
    return [
        Event(
            sequence=entry.sequence,
            at=entry.at,
            by=entry.by,
            what=_tell(entry, labels.get(entry.sequence, "")),
            hash=entry.hash,
        )
        for entry in records.journal()
    ]


def _tell(entry: Entry, label: str) -> str:
    try:
        return _describe(entry, label)
    except (InputError, msgspec.DecodeError):
        return f"{entry.kind} that cannot be read: run secondunit verify"


def _describe(entry: Entry, label: str) -> str:
    match entry.kind:
        case "decision":
            decision = read_json(entry.body, Decision)
            said = f" “{decision.reason}”" if decision.reason else ""
            return f"{decision.verdict.value} {label or decision.item} ({decision.role}){said}"
        case "draft":
            draft = read_json(entry.body, Draft)
            return f"draft {draft.number}: {draft.name}"
        case "delivery":
            manifest = read_json(entry.body, Manifest)
            kind = "DRAFT package" if manifest.draft else "package"
            return f"{kind} of {len(manifest.entries)} files"
        case _:
            return entry.kind
