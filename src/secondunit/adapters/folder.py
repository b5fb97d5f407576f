"""A production folder on disk: the outbox, the witness, and the lock against two runs at once."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from secondunit.core.errors import Conflict, StoreError
from secondunit.core.ids import Digest, digest_bytes

DISK_REMEDY = "Free some disk space or make the folder writable, then run again; nothing is lost."


class FolderOutbox:
    """Readable files under one folder.

    Args:
        folder: Made when the first file is placed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def place(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all: to a neighbour first, then renamed over.

        Raises:
            StoreError: No room, or the folder cannot be written.
        """
        write_whole(self._folder / path, data)

    def holds(self, path: str, digest: Digest) -> bool:
        """True when the file is there with exactly these bytes."""
        file = self._folder / path
        return file.is_file() and digest_bytes(file.read_bytes()) == digest

    def remove(self, path: str) -> None:
        """Take a file away, and its folder when that was the last file in it."""
        file = self._folder / path
        file.unlink(missing_ok=True)
        if file.parent != self._folder and file.parent.is_dir() and not any(file.parent.iterdir()):
            file.parent.rmdir()

    def describe(self) -> str:
        """Where it is."""
        return str(self._folder)


class FileWitness:
    """A log's length and head in a file beside the database.

    Args:
        folder: The production folder.
        log: The log; ``journal`` is noted in ``journal-head.json``.
    """

    def __init__(self, folder: Path, log: str = "journal") -> None:
        self._file = folder / f"{log}-head.json"

    def note(self, length: int, head: Digest) -> None:
        """Write down the log's length and last hash."""
        write_whole(self._file, json.dumps({"length": length, "head": head}).encode())

    def last(self) -> tuple[int, Digest] | None:
        """The last note, or None when there never was one.

        Raises:
            StoreError: The note is there but cannot be read.
        """
        if not self._file.is_file():
            return None
        try:
            noted = json.loads(self._file.read_text(encoding="utf-8"))
            return int(noted["length"]), Digest(str(noted["head"]))
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(
                f"{self._file.name} cannot be read", remedy="Restore it from a copy."
            ) from error


def write_whole(file: Path, data: bytes) -> None:
    """Write a file so that a reader, or a crash, never meets half of it.

    Raises:
        StoreError: No room, or the folder cannot be written.
    """
    part = file.with_name(f".{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        part.replace(file)
    except OSError as error:
        raise StoreError(f"{file}: {error.strerror}", remedy=DISK_REMEDY) from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a production folder for one run; the system lets go when the process dies.

    Raises:
        Conflict: Another run holds it.
        StoreError: The folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        raise Conflict(
            f"another run is working in {folder}",
            remedy="Wait for it to end; what it makes is kept, and yours continues from there.",
        ) from error
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror}", remedy=DISK_REMEDY) from error
    try:
        yield
    finally:
        lock.release()
