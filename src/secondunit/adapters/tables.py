"""Data files: a production's own, else the ones that ship with the package."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from secondunit.core.errors import NotFound


class PackagedTables:
    """Data files by name.

    Args:
        own: Folder of a production's own files, each replacing the one that ships.
    """

    def __init__(self, own: Path | None = None) -> None:
        self._own = own

    def fetch_table(self, name: str) -> str:
        """The text of a data file.

        Raises:
            NotFound: There is no such file.
        """
        if self._own is not None and (self._own / name).is_file():
            return (self._own / name).read_text(encoding="utf-8")
        shipped = resources.files("secondunit") / "data" / name
        if not shipped.is_file():
            raise NotFound(f"there is no data file {name}", remedy="Reinstall Second Unit.")
        return shipped.read_text(encoding="utf-8")
