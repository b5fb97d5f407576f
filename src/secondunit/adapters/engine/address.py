"""Where the engine keeps its jobs: ``engine.db`` beside the production, or its Postgres."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url

from secondunit.adapters.db.engine import server_address, translated_errors
from secondunit.core.ids import digest_bytes

FILE = "engine.db"
SCHEMA = "secondunit_jobs"
VERSION = "1"
"""Constant on purpose: a version made from the code would strand the jobs of the one before."""

CONNECTIONS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineAddress:
    """Where the jobs of one production are kept.

    Args:
        production: Id of the production.
        folder: Its folder.
        server: ``postgresql://...``, or "" for a file in the folder.
    """

    production: str
    folder: Path
    server: str = ""

    @property
    def url(self) -> str:
        """As SQLAlchemy and DBOS take it."""
        return server_address(self.server) if self.server else f"sqlite:///{self.folder / FILE}"

    @property
    def application(self) -> str:
        """Name that keeps the jobs of this production apart from those of others.

        >>> EngineAddress(production="Sea & Salt", folder=Path()).application[:3]
        'su-'
        """
        return f"su-{digest_bytes(self.production.encode())[:16]}"

    def queue(self, name: str) -> str:
        """A queue's name in the database, where names are everybody's."""
        return f"{self.application}-{name}"

    def connect(self) -> Engine:
        """Connections as DBOS wants them, with the write-ahead log that it does not set itself.

        Raises:
            StoreError: The file cannot be opened or written.
        """
        if self.server:
            url = make_url(self.url)
            arguments = {"connect_timeout": 10, "application_name": self.application}
            return create_engine(
                url,
                pool_size=CONNECTIONS,
                max_overflow=4,
                pool_pre_ping=True,
                connect_args=arguments,
            )
        engine = create_engine(self.url, pool_size=CONNECTIONS, max_overflow=4)
        event.listen(engine, "connect", _configure)
        with translated_errors(str(self.folder / FILE)), engine.connect():
            return engine


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = "IMMEDIATE"
    for pragma in (
        "busy_timeout=30000",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
