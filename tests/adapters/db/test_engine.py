import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.conftest import Database

from secondunit.adapters.db.engine import HEAD, open_engine, translated_errors
from secondunit.adapters.db.work_tables import METADATA
from secondunit.core.errors import Conflict, StoreError


def test_the_migrations_make_exactly_the_tables_the_code_uses(database: Database) -> None:
    with database.open().connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_database_is_at_the_newest_migration_and_in_wal_mode(tmp_path: Path) -> None:
    open_engine(tmp_path)
    with sqlite3.connect(tmp_path / "production.db") as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_file_that_is_no_database_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "production.db").write_bytes(b"no database at all, " * 100)
    with pytest.raises(StoreError, match=r"production\.db") as caught:
        open_engine(tmp_path)
    assert "--out" in caught.value.remedy


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unable to open"):
        open_engine(tmp_path / "nowhere")


def test_a_database_held_by_another_process_is_a_conflict(tmp_path: Path) -> None:
    from sqlalchemy.exc import OperationalError

    with pytest.raises(Conflict), translated_errors("x.db"):
        raise OperationalError("INSERT", {}, sqlite3.OperationalError("database is locked"))


def test_a_full_disk_says_that_nothing_is_lost() -> None:
    from sqlalchemy.exc import OperationalError

    full = sqlite3.OperationalError("database or disk is full")
    with pytest.raises(StoreError) as caught, translated_errors("x.db"):
        raise OperationalError("INSERT", {}, full)
    assert "nothing is lost" in caught.value.remedy
