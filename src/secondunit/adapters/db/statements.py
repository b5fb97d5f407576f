"""What SQLite and Postgres say differently: reading without a lock, adding a row once, the time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, Table, text
from sqlalchemy.dialects import postgresql, sqlite

from secondunit.adapters.db.engine import translated_errors


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that takes no lock and sees what is committed.

    Raises:
        StoreError: The database cannot be read.
    """
    with translated_errors(str(engine.url.database)), engine.connect() as connection:
        yield connection.execution_options(isolation_level="AUTOCOMMIT")


_turns: dict[str, threading.Lock] = {}
"""One writer at a time of this process for each SQLite file: who waits in line here is woken the
moment it is free, who waits in SQLite sleeps longer and longer."""


def _turn(engine: Engine) -> AbstractContextManager[object]:
    if engine.dialect.name != "sqlite":
        return nullcontext()
    return _turns.setdefault(str(engine.url.database), threading.Lock())


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction.

    Raises:
        Conflict: A row is there already.
        StoreBusy: The database stayed locked.
        StoreError: The database cannot be written.
    """
    with _turn(engine), translated_errors(str(engine.url.database)), engine.begin() as connection:
        yield connection


def insert_once(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Add a row unless one of its key is there; True when it was added."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(**row).on_conflict_do_nothing()
    key = next(iter(table.primary_key.columns))
    return connection.execute(statement.returning(key)).first() is not None


def database_milliseconds(connection: Connection) -> int:
    """Milliseconds since 1970 by the one clock that all workers share.

    That is the server's on Postgres, and on SQLite this machine's: all its workers are on it.
    """
    if connection.dialect.name == "postgresql":
        found = connection.execute(
            text("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)")
        ).scalar_one()
        return int(found)
    return time.time_ns() // 1_000_000
