from pathlib import Path

import pytest
from tests.conftest import Database

from secondunit.adapters.db.records import create_production
from secondunit.bootstrap.stores import find_records, is_there, open_database, open_media, slug
from secondunit.core.errors import InputError
from secondunit.ports.records import Production

TOY = Production(id="toy", title="Toy", created_at="2026-11-25T10:00:00Z")


def test_a_production_is_where_its_database_is(tmp_path: Path) -> None:
    assert not is_there(tmp_path)
    open_database(tmp_path)
    assert is_there(tmp_path)


def test_with_a_server_a_production_is_where_its_settings_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECONDUNIT_DATABASE_URL", "postgresql://studio@db/films")
    assert not is_there(tmp_path)
    (tmp_path / "production.toml").touch()
    assert is_there(tmp_path)


def test_media_are_in_the_folder_until_a_bucket_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = open_media(tmp_path).store_media(b"x", "image/png", "x.png")
    assert any((tmp_path / "media").rglob(kept.digest))
    monkeypatch.setenv("SECONDUNIT_MEDIA_URL", "folder")
    with pytest.raises(InputError, match="SECONDUNIT_MEDIA_URL"):
        open_media(tmp_path)


def test_a_server_holds_many_productions_each_under_the_name_of_its_folder(
    database: Database,
) -> None:
    engine = database.open()
    create_production(engine, TOY)
    found = find_records(engine, Path("productions/toy"))
    assert found is not None
    assert found.production().title == "Toy"
    other = find_records(engine, Path("productions/other"))
    assert (other is None) is bool(database.server)


def test_a_title_is_a_folder_name() -> None:
    assert slug("Right Ear Home!") == "right-ear-home"
