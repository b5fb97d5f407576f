from dataclasses import dataclass, field

from secondunit.adapters.egress.kept import FRESH_MILLISECONDS, KeptTexts
from secondunit.core.errors import HashMismatch, MediaMissing
from secondunit.core.ids import Digest, digest_bytes
from secondunit.core.stage import MediaRef

TEXT = digest_bytes(b"the contract")


@dataclass(slots=True)
class Shelf:
    """A store that counts how often it is asked, and may lose or spoil what it has."""

    error: type[Exception] | None = None
    asked: list[Digest] = field(default_factory=list)

    def store_media(self, data: bytes, media_type: str, name: str) -> MediaRef:
        raise NotImplementedError

    def fetch_media(self, digest: Digest) -> bytes:
        self.asked.append(digest)
        if self.error is not None:
            raise self.error("gone")
        return b"the contract"

    def has_media(self, digest: Digest) -> bool:
        raise NotImplementedError


@dataclass(slots=True)
class Ticking:
    at: int = 0

    def now(self) -> str:
        return "2026-11-25T12:00:00Z"

    def milliseconds(self) -> int:
        return self.at


def test_a_text_is_read_once_a_minute() -> None:
    shelf, clock = Shelf(), Ticking()
    kept = KeptTexts(shelf, clock)
    assert kept.holds(TEXT)
    assert kept.holds(TEXT)
    assert len(shelf.asked) == 1
    clock.at = FRESH_MILLISECONDS
    assert kept.holds(TEXT)
    assert len(shelf.asked) == 2


def test_a_text_that_is_gone_or_was_changed_is_not_kept() -> None:
    for error in (MediaMissing, HashMismatch):
        shelf = Shelf(error=error)
        kept = KeptTexts(shelf, Ticking())
        assert not kept.holds(TEXT)
        shelf.error = None
        assert kept.holds(TEXT)
