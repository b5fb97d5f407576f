"""Opens the database: SQLite in a file by default, Postgres by its address."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from secondunit.core.errors import Conflict, StoreError

HEAD = "0003"
"""The newest migration; the database is brought up to it when it is opened."""


def open_engine(folder: Path) -> Engine:
    """Open (or make) the SQLite database of a production folder and bring it up to date.

    WAL lets readers work while one process writes; every write transaction begins IMMEDIATE, so
    two writers wait for each other instead of failing half-way.

    Raises:
        StoreError: The file cannot be opened, written, or is no database of ours.
    """
    return open_file(folder / "production.db", Path(__file__).parent / "migrations", HEAD)


def open_file(path: Path, migrations: Path, head: str) -> Engine:
    """Open (or make) a SQLite file and bring it up to the newest of its migrations.

    Args:
        path: The file.
        migrations: Folder of its migrations.
        head: The newest of them.

    Raises:
        StoreError: The file cannot be opened, written, or is no database of ours.
    """
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin_immediate)
    with translated_errors(str(path)):
        _upgrade(engine, migrations, head)
    return engine


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (
        "busy_timeout=30000",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _upgrade(engine: Engine, migrations: Path, head: str) -> None:
    with engine.begin() as connection:
        if inspect(connection).has_table("alembic_version"):
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if found == head:
                return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def translated_errors(where: str) -> Iterator[None]:
    """Turn the driver's errors into ours, with a remedy.

    Raises:
        Conflict: The database stayed locked for half a minute, or a row is there already.
        StoreError: The disk is full, the folder is read-only, or the file is damaged.
    """
    try:
        yield
    except OperationalError as error:
        said = str(error.orig)
        if "locked" in said:
            raise Conflict(
                f"{where} is in use by another process",
                remedy="Wait for the other run to end, then run the command again.",
            ) from error
        raise StoreError(f"{where}: {said}", remedy=_remedy(said)) from error
    except IntegrityError as error:
        raise Conflict(
            "somebody else wrote at the same moment", remedy="Run the command again."
        ) from error
    except DatabaseError as error:
        raise StoreError(
            f"{where} is not a Second Unit database ({error.orig})",
            remedy="Give another folder with --out, or restore this one from a copy.",
        ) from error


def _remedy(said: str) -> str:
    if "full" in said:
        return "Free some disk space and run the same command again; nothing is lost."
    if "readonly" in said or "unable to open" in said:
        return "Make the folder writable, or give another one with --out."
    return "Check the disk and the folder's permissions, then run the command again."
