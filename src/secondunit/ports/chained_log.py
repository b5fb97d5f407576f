"""A log that is only ever appended to, each entry chained to the one before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from secondunit.core.decision import Entry
from secondunit.core.finding import Finding


class ChainedLog(Protocol):
    """One log of one production. Several processes may append; each sees the others' entries."""

    def append(self, *, kind: str, by: str, body: object) -> Entry:
        """Append an entry and note the new length outside the database.

        Args:
            kind: What happened.
            by: Person or provider.
            body: Any record; kept as canonical JSON.

        Raises:
            Conflict: Others kept appending at the same moment.
            StoreError: The database cannot be written.
        """

    def after(self, sequence: int) -> Sequence[Entry]:
        """Entries after that one, oldest first; 0 for all.

        Raises:
            StoreError: The database cannot be read.
        """

    def verify(self) -> list[Finding]:
        """Everything about the log that is not as it was written; empty when it is whole."""
