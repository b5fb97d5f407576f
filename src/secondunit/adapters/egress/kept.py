"""Whether the text that terms were compared with is still there, byte for byte."""

from __future__ import annotations

import threading

from secondunit.core.errors import HashMismatch, MediaMissing
from secondunit.core.ids import Digest
from secondunit.ports.clock import Clock
from secondunit.ports.media_store import MediaStore

FRESH_MILLISECONDS = 60_000
"""How long a look at the bytes counts."""


class KeptTexts:
    """Reads and hashes a text once a minute, however often it is asked about.

    Args:
        media: Where texts are kept.
        clock: The time.
    """

    def __init__(self, media: MediaStore, clock: Clock) -> None:
        self._media = media
        self._clock = clock
        self._seen: dict[Digest, int] = {}
        self._lock = threading.Lock()

    def holds(self, digest: Digest) -> bool:
        """True when the bytes of that digest are here and are what they were."""
        now = self._clock.milliseconds()
        with self._lock:
            seen = self._seen.get(digest)
            if seen is not None and now - seen < FRESH_MILLISECONDS:
                return True
            self._seen.pop(digest, None)
            try:
                self._media.fetch_media(digest)
            except (MediaMissing, HashMismatch):
                return False
            self._seen[digest] = now
            return True
