"""The ChainedLog port over SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from filelock import FileLock
from sqlalchemy import Engine, insert, select

from secondunit.adapters.db.engine import translated_errors
from secondunit.adapters.db.tables import CHAINED_LOG
from secondunit.adapters.folder import FileWitness
from secondunit.core.decision import Entry, check_chain, next_entry
from secondunit.core.errors import Conflict
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import canonical_json
from secondunit.ports.clock import Clock

TRIES = 8
"""Attempts to append where other machines append to the same log."""

FIELDS = ("sequence", "kind", "at", "by", "body", "previous", "hash")


class SqlChainedLog:
    """One log of one production in one database.

    Args:
        engine: An open database, brought up to date.
        production: Id of the production.
        name: Of the log.
        folder: The production folder: its note and its lock are there.
        clock: The time.
    """

    def __init__(
        self, engine: Engine, production: str, name: str, *, folder: Path, clock: Clock
    ) -> None:
        self._engine = engine
        self._production = production
        self._name = name
        self._witness = FileWitness(folder, name)
        self._lock = FileLock(folder / f".{name}-log.lock")
        self._clock = clock

    def append(self, *, kind: str, by: str, body: object) -> Entry:
        """Append an entry and note the new length outside the database.

        Raises:
            Conflict: Others kept appending at the same moment.
            StoreError: The database cannot be written.
        """
        text = canonical_json(body).decode()
        with self._lock:
            left = TRIES
            while True:
                try:
                    entry = self._add(kind, by, text)
                    break
                except Conflict:
                    left -= 1
                    if not left:
                        raise
            self._witness.note(entry.sequence, entry.hash)
        return entry

    def _add(self, kind: str, by: str, text: str) -> Entry:
        table = CHAINED_LOG
        mine = (table.c.production == self._production, table.c.log == self._name)
        last = select(table).where(*mine).order_by(table.c.sequence.desc()).limit(1)
        where = str(self._engine.url.database)
        with translated_errors(where), self._engine.begin() as connection:
            row = connection.execute(last).mappings().first()
            former = None if row is None else Entry(**{name: row[name] for name in FIELDS})
            entry = next_entry(former, kind=kind, at=self._clock.now(), by=by, body=text)
            values = {name: getattr(entry, name) for name in FIELDS}
            connection.execute(
                insert(table), [{"production": self._production, "log": self._name, **values}]
            )
        return entry

    def after(self, sequence: int) -> Sequence[Entry]:
        """Entries after that one, oldest first; 0 for all.

        Raises:
            StoreError: The database cannot be read.
        """
        table = CHAINED_LOG
        query = (
            select(*(table.c[name] for name in FIELDS))
            .where(table.c.production == self._production, table.c.log == self._name)
            .where(table.c.sequence > sequence)
            .order_by(table.c.sequence)
        )
        with (
            translated_errors(str(self._engine.url.database)),
            self._engine.connect() as connection,
        ):
            reader = connection.execution_options(isolation_level="AUTOCOMMIT")
            rows = reader.execute(query).mappings()
            return [Entry(**{name: row[name] for name in FIELDS}) for row in rows]

    def verify(self) -> list[Finding]:
        """Everything about the log that is not as it was written; empty when it is whole.

        Raises:
            StoreError: The database or the note cannot be read.
        """
        entries, noted = self.after(0), self._witness.last()
        found = [
            Finding(
                severity=each.severity,
                rule=each.rule,
                where=each.where.replace("journal", f"{self._name} log"),
                message=each.message,
                remedy=each.remedy,
            )
            for each in check_chain(entries, noted)
        ]
        if entries and noted is None:
            found.append(
                Finding(
                    severity=Severity.WARNING,
                    rule="journal.no-witness",
                    where=f"{self._name}-head.json",
                    message="the note on the log's length is missing, so a cut-off tail "
                    "would not be seen",
                    remedy="Restore it from a copy.",
                )
            )
        return found
