"""Append to the journal, then note its new length with the witness."""

from __future__ import annotations

from secondunit.core.decision import Entry, next_entry
from secondunit.core.ids import canonical_json
from secondunit.pipeline.office import Office


def add_entry(office: Office, *, kind: str, by: str, body: object) -> Entry:
    """Append one entry inside the caller's transaction. Call ``witness_entry`` once it is true.

    Args:
        office: The production office.
        kind: ``draft``, ``decision`` or ``delivery``.
        by: Person or provider.
        body: Any record; kept as canonical JSON.

    Raises:
        Conflict: Somebody wrote at the same moment.
        StoreError: The database cannot be written.
    """
    entry = next_entry(
        office.records.last_entry(),
        kind=kind,
        at=office.clock.now(),
        by=by,
        body=canonical_json(body).decode(),
    )
    office.records.add_entries([entry])
    return entry


def witness_entry(office: Office, entry: Entry) -> None:
    """Note the newest entry outside the database, after its transaction has become true.

    Raises:
        StoreError: The note cannot be written.
    """
    office.witness.note(entry.sequence, entry.hash)
