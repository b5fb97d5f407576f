"""JPEG: keep tables, frame and scan; of EXIF, only which way up the picture is.

Source: ITU-T T.81, Annex B; JFIF 1.02; EXIF 2.32, section 4.6 (orientation, tag 0x0112).
"""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.adapters.media.cleaning.icc import blank_profile
from secondunit.core.errors import InputError

SOI, EOI, SOS, APP0, APP1, APP2, APP14, APP15, COM = (
    0xD8,
    0xD9,
    0xDA,
    0xE0,
    0xE1,
    0xE2,
    0xEE,
    0xEF,
    0xFE,
)

ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a length."""

ICC = b"ICC_PROFILE\0"
EXIF = b"Exif\0\0"
ORIENTATION = 0x0112


def clean_jpeg(data: bytes) -> bytes:
    """The same coefficients with no EXIF, XMP, IPTC, comment or thumbnail.

    Raises:
        InputError: It breaks off.
    """
    out = bytearray(b"\xff\xd8")
    profile: list[bytes] = []
    turned = 1
    for marker, body in _segments(data):
        if marker == APP0:
            if body.startswith(b"JFIF\0"):
                out += _segment(marker, body[:12] + b"\0\0")
        elif marker == APP1 and body.startswith(EXIF):
            turned = _orientation(body[len(EXIF) :])
        elif marker == APP2 and body.startswith(ICC):
            profile.append(body[len(ICC) + 2 :])
        elif marker == APP14 and body.startswith(b"Adobe"):
            out += _segment(marker, body[:12])
        elif APP0 <= marker <= APP15 or marker == COM:
            continue
        else:
            if marker == SOS or profile or turned != 1:
                out += _kept(profile, turned)
                profile, turned = [], 1
            out += body if marker == EOI else _segment(marker, body)
        if marker == EOI:
            return bytes(out)
    raise InputError("a JPEG file breaks off", remedy="Save the picture again.")


def _kept(profile: list[bytes], turned: int) -> bytes:
    out = b""
    if 2 <= turned <= 8:
        tiff = b"II*\0\x08\0\0\0\x01\0" + ORIENTATION.to_bytes(2, "little") + b"\x03\0\x01\0\0\0"
        out += _segment(APP1, EXIF + tiff + bytes([turned, 0, 0, 0]) + bytes(4))
    if profile:
        plain = blank_profile(b"".join(profile))
        pieces = [plain[at : at + 65000] for at in range(0, len(plain), 65000)]
        for number, piece in enumerate(pieces, start=1):
            out += _segment(APP2, ICC + bytes([number, len(pieces)]) + piece)
    return out


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Markers with what follows them; that of SOS holds the scan, that of EOI the marker itself.

    Raises:
        InputError: The file breaks off.
    """
    at = 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            break
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == EOI:
            yield EOI, b"\xff\xd9"
            return
        if marker in ALONE:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        ends = at + 2 + length
        if length < 2 or ends > len(data):
            break
        if marker == SOS:
            scan = _scan_end(data, ends)
            yield SOS, data[at + 4 : scan]
            at = scan
            continue
        yield marker, data[at + 4 : ends]
        at = ends
    raise InputError("a JPEG file breaks off", remedy="Save the picture again.")


def _scan_end(data: bytes, at: int) -> int:
    while (at := data.find(b"\xff", at)) != -1 and at + 1 < len(data):
        follows = data[at + 1]
        if follows and not 0xD0 <= follows <= 0xD7 and follows != 0xFF:
            return at
        at += 1 if follows == 0xFF else 2
    raise InputError("a JPEG file breaks off", remedy="Save the picture again.")


def _segment(marker: int, body: bytes) -> bytes:
    head = 2 + len(body)
    if marker == SOS:
        head = 2 + 1 + 2 * body[0] + 3
    return bytes([0xFF, marker]) + head.to_bytes(2, "big") + body


def _orientation(tiff: bytes) -> int:
    """Which way up, 1 to 8; 1 where it does not say."""
    order = "little" if tiff[:2] == b"II" else "big"

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], order)  # type: ignore[arg-type]  # one of two words

    table = number(4, 4)
    for index in range(min(number(table, 2), 500)):
        at = table + 2 + 12 * index
        if number(at, 2) == ORIENTATION:
            found = number(at + 8, 2)
            return found if 1 <= found <= 8 else 1
    return 1
