"""The folder people open: sheets, boards, pictures, under readable names."""

from __future__ import annotations

from typing import Protocol

from secondunit.core.ids import Digest


class Outbox(Protocol):
    """Files for people. Everything here can be made again from the records."""

    def place(self, path: str, data: bytes) -> None:
        """Write a file whole or not at all.

        Args:
            path: Inside the folder, with forward slashes.
            data: Its bytes.

        Raises:
            StoreError: No room, or the folder cannot be written.
        """

    def holds(self, path: str, digest: Digest) -> bool:
        """True when the file is there with exactly these bytes."""

    def remove(self, path: str) -> None:
        """Take a file away; nothing happens when it is not there."""

    def describe(self) -> str:
        """Where it is, for people."""
