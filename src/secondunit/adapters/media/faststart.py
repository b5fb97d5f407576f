"""Put the index of an MP4 before its pictures, so that playing can start at once.

Source: ISO/IEC 14496-12: boxes of a 32-bit big-endian size and four letters; ``stco`` and
``co64`` hold positions of chunks in the file.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_HOLDERS = (b"trak", b"mdia", b"minf", b"stbl")
"""Boxes on the way from ``moov`` to the positions."""


def index_first(clip: bytes) -> bytes:
    """The same clip with ``moov`` right after ``ftyp``; as it is when it was so already."""
    places = {kind: (start, size) for kind, start, size in _boxes(clip, 0, len(clip))}
    if b"moov" not in places or b"mdat" not in places or b"ftyp" not in places:
        return clip
    start, size = places[b"moov"]
    if start < places[b"mdat"][0]:
        return clip
    head = sum(places[b"ftyp"])
    index = bytearray(clip[start : start + size])
    _shift(index, 8, size, size)
    return clip[:head] + bytes(index) + clip[head:start] + clip[start + size :]


def _boxes(data: bytes | bytearray, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start + 8)
        if size < 8:
            return
        yield kind, start, size
        start += size


def _shift(index: bytearray, start: int, end: int, by: int) -> None:
    """Add to every position inside a run of boxes."""
    for kind, place, size in _boxes(index, start, end):
        if kind in _HOLDERS:
            _shift(index, place + 8, place + size, by)
        elif kind in {b"stco", b"co64"}:
            (count,) = struct.unpack_from(">I", index, place + 12)
            form = f">{count}{'I' if kind == b'stco' else 'Q'}"
            moved = [spot + by for spot in struct.unpack_from(form, index, place + 16)]
            struct.pack_into(form, index, place + 16, *moved)
