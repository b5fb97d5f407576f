"""Files that a person names on the command line."""

from __future__ import annotations

import stat
from pathlib import Path

from secondunit.adapters.folder import write_whole
from secondunit.core.errors import InputError

LARGEST = 512 * 2**20
"""Bytes of a file that is taken into memory at all; readers have smaller limits of their own."""


def read_file(path: Path) -> bytes:
    """The bytes of a file a person names.

    Raises:
        InputError: It is not there, is a folder, a pipe or a device, is larger than any script, or
            may not be read.
    """
    try:
        about = path.stat()
        if not (stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)):
            raise InputError(
                f"{path}: is a pipe or a device, not a file",
                remedy="Save what comes out of it as a file first.",
            )
        if about.st_size > LARGEST and stat.S_ISREG(about.st_mode):
            raise InputError(
                f"{path}: has {about.st_size >> 20} MB, and no script has",
                remedy="Give the script itself, not a package or a film.",
            )
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
