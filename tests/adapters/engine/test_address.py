from pathlib import Path

import pytest
from sqlalchemy import text

from secondunit.adapters.engine.address import EngineAddress
from secondunit.core.errors import InputError, StoreError


def test_jobs_are_kept_beside_the_production_in_a_write_ahead_log(tmp_path: Path) -> None:
    address = EngineAddress(production="toy", folder=tmp_path)
    engine = address.connect()
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
    assert (tmp_path / "engine.db").is_file()
    engine.dispose()


def test_two_productions_have_queues_of_their_own() -> None:
    one, other = (EngineAddress(production=name, folder=Path()) for name in ("toy", "play"))
    assert one.queue("io") != other.queue("io")
    assert one.queue("io").endswith("-io")


def test_an_address_that_is_none_of_postgres_is_named_without_its_password() -> None:
    address = EngineAddress(production="toy", folder=Path(), server="mysql://me:secret@host/x")
    with pytest.raises(InputError, match="mysql") as caught:
        _ = address.url
    assert "secret" not in caught.value.message
    assert "postgresql://" in caught.value.remedy


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unable to open"):
        EngineAddress(production="toy", folder=tmp_path / "nowhere").connect()
