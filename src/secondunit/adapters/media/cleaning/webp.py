"""WebP: keep the chunks that make the picture.

Source: RFC 9649, section 2 (RIFF container, VP8X flags).
"""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.adapters.media.cleaning.icc import blank_profile
from secondunit.core.errors import InputError

KEPT = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM"})

EXIF_FLAG, XMP_FLAG = 0x08, 0x04

FRAME_HEAD = 16
"""Bytes of a frame's own header in ANMF."""


def clean_webp(data: bytes) -> bytes:
    """The same pixels with no EXIF, XMP or unknown chunk.

    Raises:
        InputError: It breaks off.
    """
    length = int.from_bytes(data[4:8], "little")
    if length + 8 > len(data):
        raise InputError("a WebP file breaks off", remedy="Save the picture again.")
    body = b"".join(_cleaned(kind, chunk) for kind, chunk in _chunks(data[12 : length + 8]))
    return b"RIFF" + (4 + len(body)).to_bytes(4, "little") + b"WEBP" + body


def _cleaned(kind: bytes, body: bytes) -> bytes:
    if kind in KEPT:
        return _chunk(kind, body)
    if kind == b"VP8X":
        return _chunk(kind, bytes([body[0] & ~(EXIF_FLAG | XMP_FLAG)]) + bytes(3) + body[4:10])
    if kind == b"ICCP":
        return _chunk(kind, blank_profile(body))
    if kind == b"ANMF":
        inner = b"".join(
            _chunk(each, chunk) for each, chunk in _chunks(body[FRAME_HEAD:]) if each in KEPT
        )
        return _chunk(kind, body[:FRAME_HEAD] + inner)
    return b""


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > len(data):
            raise InputError("a WebP file breaks off", remedy="Save the picture again.")
        yield data[at : at + 4], data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)
