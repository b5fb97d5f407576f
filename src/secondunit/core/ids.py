"""Identity by content: digests and stable ids.

Everything the studio stores is named by what it contains. Two machines that compute the same
thing get the same name, so work is never repeated and an edit can never pass unnoticed.
"""

from __future__ import annotations

import hashlib
from typing import Any, NewType, TypeVar

import msgspec

Digest = NewType("Digest", str)
"""Lower-case hexadecimal SHA-256 of a value's canonical JSON or of raw bytes (64 characters)."""

SceneId = NewType("SceneId", str)
LineId = NewType("LineId", str)
ItemId = NewType("ItemId", str)
ShotId = NewType("ShotId", str)

T = TypeVar("T")

_CANONICAL = msgspec.json.Encoder(order="deterministic")


def canonical_json(value: object) -> bytes:
    """Encode a value as JSON with keys in sorted order, so equal values give equal bytes.

    Args:
        value: Frozen dataclasses, enums, tuples, dicts, strings, numbers, ``None``, nested freely.

    Returns:
        UTF-8 JSON without insignificant white space.
    """
    return _CANONICAL.encode(value)


def read_json(data: bytes | str, shape: type[T]) -> T:
    """Decode canonical JSON into a dataclass or container type, checking every field.

    Raises:
        msgspec.ValidationError: The JSON does not have that shape.
    """
    return msgspec.json.decode(data, type=shape)


def digest_bytes(data: bytes) -> Digest:
    """SHA-256 of raw bytes.

    >>> digest_bytes(b"")[:8]
    'e3b0c442'
    """
    return Digest(hashlib.sha256(data).hexdigest())


def digest(value: object) -> Digest:
    """SHA-256 of a value's canonical JSON; equal values have equal digests in any process."""
    return digest_bytes(canonical_json(value))


def stable_id(prefix: str, *parts: Any) -> str:
    """A short id that depends only on its parts: prefix, dash, 12 hexadecimal characters.

    48 bits keep the chance of one collision below 1 in 500,000 for a title of 30,000 items.

    >>> stable_id("el", "scene", "props", "lantern") == stable_id("el", "scene", "props", "lantern")
    True
    """
    named = _CANONICAL.encode(parts)
    return f"{prefix}-{hashlib.sha256(named).hexdigest()[:12]}"
