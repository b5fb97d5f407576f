"""Opens the database: SQLite in a file by default, Postgres by its address."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from secondunit.core.errors import Conflict, InputError, StoreBusy, StoreError

HEAD = "0003"
"""The newest migration; the database is brought up to it when it is opened."""


MIGRATIONS = Path(__file__).parent / "migrations"

MIGRATION_LOCK = 5_117_902
"""Number of the lock that one process holds while it brings a Postgres database up to date."""


def open_engine(folder: Path, address: str = "") -> Engine:
    """Open (or make) the database of a production and bring it up to date.

    That is SQLite in the production's folder, or Postgres where an address is given. On SQLite,
    WAL lets readers work while one process writes; every write transaction begins IMMEDIATE, so
    two writers wait for each other instead of failing half-way.

    Args:
        folder: The production's folder.
        address: ``postgresql://...``, or "" for SQLite.

    Raises:
        InputError: The address is none of Postgres.
        StoreError: The database cannot be opened, written, or is none of ours.
    """
    if address:
        return _open_server(address)
    return open_file(folder / "production.db", MIGRATIONS, HEAD)


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


def open_sealing_engine(folder: Path, address: str = "") -> Engine:
    """The same database, with commits that are on the disk when they return.

    What was claimed must be there after a power cut as well: a call that nobody remembers would
    be paid again. Everything else may lose its last moment and be done again.

    Raises:
        InputError: The address is none of Postgres.
        StoreError: The database cannot be opened, written, or is none of ours.
    """
    engine = open_engine(folder, address)
    if engine.dialect.name == "sqlite":
        engine.dispose()
        event.listen(engine, "connect", _sync_fully)
    return engine


def _sync_fully(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA synchronous=FULL")


def server_address(address: str) -> str:
    """An address of Postgres as SQLAlchemy takes it.

    >>> server_address("postgres://studio@db/films")
    'postgresql+psycopg://studio@db/films'

    Raises:
        InputError: It is none of Postgres.
    """
    scheme, mark, rest = address.partition("://")
    if not mark or scheme not in {"postgres", "postgresql", "postgresql+psycopg"}:
        raise InputError(
            f"SECONDUNIT_DATABASE_URL={scheme}{mark}... is no address of a Postgres database",
            remedy="Set it to postgresql://USER:PASSWORD@HOST/DATABASE, or unset it for SQLite.",
        )
    return f"postgresql+psycopg://{rest}"


def _open_server(address: str) -> Engine:
    engine = create_engine(
        server_address(address), pool_pre_ping=True, connect_args={"connect_timeout": 10}
    )
    with translated_errors(_where(engine)):
        _upgrade(engine, MIGRATIONS, HEAD)
    return engine


def _where(engine: Engine) -> str:
    """Host and database, never the password."""
    return f"{engine.url.host or 'localhost'}/{engine.url.database}"


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
    """Writers wait for each other at the start; who only reads takes no lock."""
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
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
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def translated_errors(where: str) -> Iterator[None]:
    """Turn the driver's errors into ours, with a remedy.

    Raises:
        Conflict: A row is there already.
        StoreBusy: The database stayed locked for half a minute.
        StoreError: The disk is full, the folder is read-only, or the file is damaged.
    """
    try:
        yield
    except OperationalError as error:
        said = str(error.orig)
        if "locked" in said:
            raise StoreBusy(
                f"{where} is in use by another process",
                remedy="Wait for the other run to end, then run the command again.",
            ) from error
        first = said.strip().partition("\n")[0]
        raise StoreError(f"{where}: {first}", remedy=_remedy(said)) from error
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
    if "connection" in said:
        return "Start the database server, or correct SECONDUNIT_DATABASE_URL; nothing is lost."
    return "Check the disk and the folder's permissions, then run the command again."
