"""What tests of any room may ask for: a database, on SQLite and on Postgres alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine
from tests.postgres import PostgresServer, why_not

from secondunit.adapters.db.engine import open_engine


@dataclass(frozen=True, slots=True)
class Database:
    """A database for one test.

    Args:
        folder: Of the production.
        server: Address of Postgres, or "" for SQLite in the folder.
    """

    folder: Path
    server: str
    _opened: list[Engine] = field(default_factory=list)

    def open(self) -> Engine:
        """Connect, as each process does for itself."""
        engine = open_engine(self.folder, self.server)
        self._opened.append(engine)
        return engine

    def close(self) -> None:
        """Let go of all connections."""
        for engine in self._opened:
            engine.dispose()


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    if reason := why_not():
        pytest.skip(reason)
    server = PostgresServer()
    server.start()
    yield server
    server.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    server = ""
    if request.param == "postgres":
        running: PostgresServer = request.getfixturevalue("postgres")
        server = running.new_database()
    made = Database(tmp_path, server)
    yield made
    made.close()
