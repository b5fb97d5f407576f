"""Bytes kept for good, named by their hash."""

from __future__ import annotations

from typing import Protocol

from secondunit.core.ids import Digest
from secondunit.core.stage import MediaRef


class MediaStore(Protocol):
    """Content-addressed storage: what is put twice is kept once; nothing is overwritten."""

    def store_media(self, data: bytes, media_type: str, name: str) -> MediaRef:
        """Keep bytes.

        Raises:
            StoreError: No room, or the folder cannot be written.
        """

    def fetch_media(self, digest: Digest) -> bytes:
        """The bytes of that hash, verified.

        Raises:
            MediaMissing: They are not here.
            HashMismatch: They were changed on disk.
        """

    def has_media(self, digest: Digest) -> bool:
        """True when the bytes are here (not verified)."""
