"""MP4 and MOV: blank every box that is not picture, sound or time, in place.

A blanked box becomes a ``free`` box of zeros of the same length, so nothing moves and every packet
stays where and what it was. Tracks other than picture and sound go whole, and so do bytes of the
media data that no kept track points at.

Source: ISO/IEC 14496-12:2022, sections 4.2, 6.2 and 8; QuickTime File Format (2016).
"""

from __future__ import annotations

from collections.abc import Mapping

from secondunit.adapters.media.cleaning.mp4_boxes import Box, boxes
from secondunit.adapters.media.cleaning.mp4_samples import kept_ranges
from secondunit.core.errors import InputError

Names = frozenset[bytes]


def _names(text: str) -> Names:
    return frozenset(name.encode().ljust(4) for name in text.split())


TOP = _names("ftyp moov mdat moof styp sidx mfra")
INSIDE: Mapping[bytes, Names] = {
    b"moov": _names("mvhd trak mvex"),
    b"trak": _names("tkhd edts mdia tapt"),
    b"edts": _names("elst"),
    b"mdia": _names("mdhd hdlr minf elng"),
    b"minf": _names("vmhd smhd hdlr dinf stbl"),
    b"dinf": _names("dref"),
    b"stbl": _names("stsd stts ctts cslg stsc stsz stz2 stco co64 stss sdtp sbgp sgpd"),
    b"mvex": _names("mehd trex"),
    b"moof": _names("mfhd traf"),
    b"traf": _names("tfhd tfdt trun sdtp sbgp sgpd"),
    b"mfra": _names("tfra mfro"),
}
"""Boxes kept, by the box they stand in; a kept one that is not named here has no boxes inside."""

OF_A_PICTURE = _names("avcC hvcC av1C vpcC dvcC dvvC pasp colr clap btrt fiel mdcv clli esds gama")
OF_A_SOUND = _names("esds wave chan dac3 dec3 dOps btrt pcmC alac dfLa")
TIMED = _names("mvhd tkhd mdhd")
KEPT_TRACKS = frozenset({b"vide", b"soun"})

DEEPEST = 8
COMPRESSOR = slice(50, 82)
"""Bytes of a picture's sample entry, from its head on, that name the encoder."""


def clean_mp4(data: bytes) -> bytes:
    """The same packets at the same places, and zeros where there was anything else.

    Raises:
        InputError: It breaks off, or its tables point nowhere.
    """
    out = bytearray(data)
    top = list(boxes(out, 0, len(out)))
    for box in top:
        if box.kind not in TOP:
            _blank(out, box)
        elif box.kind in INSIDE:
            _clean_inside(out, box, DEEPEST)
    if not any(box.kind == b"moov" for box in top):
        raise InputError("a film file has no index", remedy="Save the clip again.")
    if not any(box.kind == b"moof" for box in top):
        _blank_unread(out, top)
    return bytes(out)


def _clean_inside(out: bytearray, parent: Box, depth: int) -> None:
    if not depth:
        raise InputError("a film file is nested too deeply")
    for box in boxes(out, parent.body, parent.end):
        if box.kind not in INSIDE[parent.kind] or (
            box.kind == b"trak" and _handler(out, box) not in KEPT_TRACKS
        ):
            _blank(out, box)
        elif box.kind in INSIDE:
            _clean_inside(out, box, depth - 1)
        else:
            _clean_leaf(out, box)


def _clean_leaf(out: bytearray, box: Box) -> None:
    if box.kind in TIMED:
        width = 16 if out[box.body] == 1 else 8
        out[box.body + 4 : box.body + 4 + width] = bytes(width)
    elif box.kind == b"hdlr":
        _zero(out, box.body + 12, box.end)
    elif box.kind == b"dref":
        for entry in boxes(out, box.body + 8, box.end):
            _zero(out, entry.body + 4, entry.end)
    elif box.kind == b"stsd":
        for entry in boxes(out, box.body + 8, box.end):
            _clean_entry(out, entry)


def _clean_entry(out: bytearray, entry: Box) -> None:
    """A sample entry: the encoder's name goes, and every extension that does not help to decode."""
    sound = _extensions_of_sound(out, entry)
    kept, start = (OF_A_PICTURE, 86) if sound is None else (OF_A_SOUND, sound)
    if sound is None:
        _zero(out, entry.start + COMPRESSOR.start, min(entry.start + COMPRESSOR.stop, entry.end))
    for box in boxes(out, entry.start + start, entry.end):
        if box.kind not in kept:
            _blank(out, box)


def _extensions_of_sound(out: bytearray, entry: Box) -> int | None:
    """Where the extensions of a sound's sample entry begin; None for a picture's.

    A picture's entry has its size at 32; a sound's has channels and bits where that has zeros.
    """
    head = out[entry.start + 24 : entry.start + 36]
    channels, bits = int.from_bytes(head[0:2], "big"), int.from_bytes(head[2:4], "big")
    width, height = int.from_bytes(head[8:10], "big"), int.from_bytes(head[10:12], "big")
    if width and height and not _looks_like_sound(channels, bits):
        return None
    version = int.from_bytes(out[entry.start + 16 : entry.start + 18], "big")
    return {0: 36, 1: 52, 2: 72}.get(version, 36)


def _looks_like_sound(channels: int, bits: int) -> bool:
    return 1 <= channels <= 64 and bits in {8, 16, 24, 32}


def _handler(out: bytearray, track: Box) -> bytes:
    for box in boxes(out, track.body, track.end):
        if box.kind == b"mdia":
            for inner in boxes(out, box.body, box.end):
                if inner.kind == b"hdlr":
                    return bytes(out[inner.body + 8 : inner.body + 12])
    return b""


def _blank(out: bytearray, box: Box) -> None:
    out[box.start + 4 : box.start + 8] = b"free"
    _zero(out, box.body, box.end)


def _zero(out: bytearray, start: int, end: int) -> None:
    if end > start:
        out[start:end] = bytes(end - start)


def _blank_unread(out: bytearray, top: list[Box]) -> None:
    """Zero the media data that no kept track points at."""
    ranges = kept_ranges(out, [box for box in top if box.kind == b"moov"])
    for box in top:
        if box.kind != b"mdat":
            continue
        at = box.body
        for start, end in ranges:
            if end <= box.body or start >= box.end:
                continue
            _zero(out, at, start)
            at = max(at, end)
        _zero(out, at, box.end)
