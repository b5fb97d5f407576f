"""The nouns of delivery."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestEntry:
    """One file of a package.

    Args:
        path: Inside the package, with forward slashes.
        digest: SHA-256 of its bytes.
        byte_count: Length.
        media_type: IANA media type.
        stage: Stage it came from.
    """

    path: str
    digest: Digest
    byte_count: int
    media_type: str
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a package holds.

    Args:
        title: Of the production.
        draft: True when it was built without all sign-offs; every page says so.
        made_at: ISO 8601 UTC.
        made_by: Person who asked for it.
        journal_length: Entries in the journal at that moment.
        journal_head: Hash of the last of them.
        entries: By path.
    """

    title: str
    draft: bool
    made_at: str
    made_by: str
    journal_length: int
    journal_head: Digest
    entries: tuple[ManifestEntry, ...]
