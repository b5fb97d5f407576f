"""ICC colour profiles: blank the words in them, keep the colours.

Source: ICC.1:2022, sections 7.3 (tag table) and 10 (tag types).
"""

from __future__ import annotations

WORDY = frozenset({b"text", b"desc", b"mluc", b"dict", b"meta", b"ncl2", b"ncol", b"uf32"})
"""Types of tags that hold words or the maker's own data, and no colour."""

HEADER = 128

LARGEST_COUNT = 200

CREATOR, MAKER, MODEL, IDENTITY = slice(80, 84), slice(48, 52), slice(52, 56), slice(84, 100)


def blank_profile(profile: bytes) -> bytes:
    """The profile with zeros for words; the same length, and the same colours."""
    if len(profile) < HEADER + 4:
        return b""
    out = bytearray(profile[: max(int.from_bytes(profile[:4], "big"), HEADER + 4)])
    for place in (CREATOR, MAKER, MODEL, IDENTITY):
        out[place] = bytes(place.stop - place.start)
    out[100:HEADER] = bytes(HEADER - 100)
    count = min(int.from_bytes(out[HEADER : HEADER + 4], "big"), LARGEST_COUNT)
    covered = [(0, HEADER + 4 + 12 * count)]
    for index in range(count):
        at = HEADER + 4 + 12 * index
        start, size = (int.from_bytes(out[at + o : at + o + 4], "big") for o in (4, 8))
        covered.append((start, start + size))
        if bytes(out[start : start + 4]) in WORDY:
            end = min(start + size, len(out))
            out[start + 8 : end] = bytes(max(end - start - 8, 0))
    _blank_between(out, covered)
    return bytes(out)


def _blank_between(out: bytearray, covered: list[tuple[int, int]]) -> None:
    at = 0
    for start, end in sorted(covered):
        if start > at:
            out[at : min(start, len(out))] = bytes(max(min(start, len(out)) - at, 0))
        at = max(at, end)
    if at < len(out):
        out[at:] = bytes(len(out) - at)
