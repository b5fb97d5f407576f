import time

import pytest
from sqlalchemy import text
from tests.conftest import Database

from secondunit.adapters.db.statements import (
    database_milliseconds,
    insert_once,
    reading,
    writing,
)
from secondunit.adapters.db.work_tables import SPENT

ROW = {"production": "toy", "scope": "production", "currency": "USD", "counted": 1}


def test_a_row_is_added_once(database: Database) -> None:
    engine = database.open()
    with writing(engine) as connection:
        assert insert_once(connection, SPENT, ROW)
        assert not insert_once(connection, SPENT, ROW | {"counted": 2})
    with reading(engine) as connection:
        assert connection.execute(SPENT.select()).all() == [("toy", "production", "USD", 1)]


def test_what_fails_half_way_is_not_written(database: Database) -> None:
    engine = database.open()
    with pytest.raises(ZeroDivisionError), writing(engine) as connection:
        insert_once(connection, SPENT, ROW)
        _ = 1 // 0
    with reading(engine) as connection:
        assert connection.execute(SPENT.select()).all() == []


def test_a_reader_waits_for_no_writer(database: Database) -> None:
    engine = database.open()
    with writing(engine) as connection:
        insert_once(connection, SPENT, ROW)
        with reading(engine) as other:
            assert other.execute(text("SELECT count(*) FROM spent")).scalar() == 0


def test_all_workers_share_one_clock(database: Database) -> None:
    with reading(database.open()) as connection:
        assert abs(database_milliseconds(connection) - time.time() * 1000) < 60_000
