"""Files that a person names on the command line."""

from __future__ import annotations

from pathlib import Path

from secondunit.adapters.folder import write_whole
from secondunit.core.errors import InputError


def read_file(path: Path) -> bytes:
    """The bytes of a file a person names.

    Raises:
        InputError: It is not there, is a folder, or may not be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path}: {(error.strerror or 'cannot be read').lower()}",
            remedy="Check the path and its permissions.",
        ) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file that a person names, whole or not at all.

    Raises:
        StoreError: No room, or the folder cannot be written.
    """
    write_whole(path, data)
