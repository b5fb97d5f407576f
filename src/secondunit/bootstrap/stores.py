"""Where a production is kept: its database and its media, here or on servers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from secondunit import config

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from secondunit.adapters.db.records import SqlRecords
    from secondunit.adapters.store.objects import ObjectStore

MEDIA = "media"


def is_there(folder: Path) -> bool:
    """True when the folder is that of a production."""
    marker = config.FILE if config.read_machine().database else "production.db"
    return (folder / marker).is_file()


def open_media(folder: Path) -> ObjectStore:
    """The media of a production: in its folder, or in a bucket under the folder's name.

    Args:
        folder: Of the production.

    Raises:
        InputError: ``SECONDUNIT_MEDIA_URL`` is no bucket's address.
        StoreError: The folder cannot be made.
    """
    from secondunit.adapters.store.objects import open_bucket, open_folder

    address = config.read_machine().media
    return open_bucket(address, folder.name) if address else open_folder(folder / MEDIA)


def open_database(folder: Path) -> Engine:
    """The database of a production, brought up to date.

    Raises:
        InputError: ``SECONDUNIT_DATABASE_URL`` is no address of Postgres.
        StoreError: It cannot be opened.
    """
    from secondunit.adapters.db.engine import open_engine

    return open_engine(folder, config.read_machine().database)


def find_records(engine: Engine, folder: Path) -> SqlRecords | None:
    """The records of a production, or None where there are none yet.

    A file holds one production, whatever its folder is called; a server holds many, each under
    the name of its folder.

    Args:
        engine: Its database.
        folder: Its folder.
    """
    from secondunit.adapters.db.records import SqlRecords, find_production
    from secondunit.core.errors import NotFound

    if engine.dialect.name == "sqlite":
        return find_production(engine)
    found = SqlRecords(engine, slug(folder.name))
    try:
        found.production()
    except NotFound:
        return None
    return found


def slug(title: str) -> str:
    """A title as a folder name: lower-case letters, digits, dashes and underscores.

    >>> slug("Right Ear Home!")
    'right-ear-home'
    """
    plain = re.sub(r"[^\w]+", "-", title.casefold(), flags=re.ASCII).strip("-_")
    return plain[:40] or "untitled"
