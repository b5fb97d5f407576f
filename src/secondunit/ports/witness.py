"""A note of the journal's length and last hash, kept outside the database."""

from __future__ import annotations

from typing import Protocol

from secondunit.core.ids import Digest


class Witness(Protocol):
    """What reveals a journal that was cut off or rewritten as a whole."""

    def note(self, length: int, head: Digest) -> None:
        """Write down the journal's length and last hash.

        Raises:
            StoreError: It cannot be written.
        """

    def last(self) -> tuple[int, Digest] | None:
        """The last note, or None when there never was one.

        Raises:
            StoreError: The note is there but cannot be read.
        """
