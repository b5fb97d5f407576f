"""The studio's own database: people, sessions, roles, invitations; no title is in it."""

from pathlib import Path

from sqlalchemy import Engine

from secondunit.adapters.db.engine import open_file

HEAD = "0001"
"""The newest migration of the studio's database."""


def open_studio_engine(folder: Path) -> Engine:
    """Open (or make) ``studio.db`` in the folder of the productions.

    Raises:
        StoreError: The file cannot be opened, written, or is no database of ours.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return open_file(folder / "studio.db", Path(__file__).parent / "migrations", HEAD)
