"""PNG: keep the chunks that make the picture, drop the others and whatever follows the end.

Source: W3C PNG, third edition (24 June 2025), section 11.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from secondunit.adapters.media.cleaning.icc import blank_profile
from secondunit.core.errors import InputError

SIGNATURE = b"\x89PNG\r\n\x1a\n"

KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT".split()
)

LARGEST_PROFILE = 4 * 2**20


def clean_png(data: bytes) -> bytes:
    """The same pixels with no text, time, EXIF or unknown chunk.

    Raises:
        InputError: It breaks off.
    """
    out = bytearray(SIGNATURE)
    for kind, body in _chunks(data):
        if kind in KEPT:
            out += _chunk(kind, body)
        elif kind == b"iCCP":
            out += _chunk(kind, _profile(body))
    return bytes(out)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, ends = data[at + 4 : at + 8], at + 8 + length
        if ends + 4 > len(data):
            break
        yield kind, data[at + 8 : ends]
        if kind == b"IEND":
            return
        at = ends + 4
    raise InputError("a PNG file breaks off", remedy="Save the picture again.")


def _chunk(kind: bytes, body: bytes) -> bytes:
    checked = kind + body
    return len(body).to_bytes(4, "big") + checked + zlib.crc32(checked).to_bytes(4, "big")


def _profile(body: bytes) -> bytes:
    packed = body.partition(b"\0")[2][1:]
    try:
        opened = zlib.decompressobj()
        profile = opened.decompress(packed, LARGEST_PROFILE)
    except zlib.error as error:
        raise InputError("the colour profile of a PNG cannot be read") from error
    if opened.unconsumed_tail:
        raise InputError("the colour profile of a PNG is too large")
    return b"icc\0\0" + zlib.compress(blank_profile(profile), 9)
