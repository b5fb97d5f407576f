"""The boxes of an MP4 or MOV file.

Source: ISO/IEC 14496-12:2022, section 4.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secondunit.core.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One box: its kind, where it begins, where its body begins, where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


def boxes(data: bytes | bytearray, start: int, end: int) -> Iterator[Box]:
    """The boxes in a range, in order.

    Raises:
        InputError: One reaches beyond it.
    """
    at = start
    while at + 8 <= end:
        size, kind, body = (
            int.from_bytes(data[at : at + 4], "big"),
            bytes(data[at + 4 : at + 8]),
            at + 8,
        )
        if size == 1:
            size, body = int.from_bytes(data[at + 8 : at + 16], "big"), at + 16
        elif size == 0:
            size = end - at
        if size < body - at or at + size > end:
            raise InputError("a film file breaks off", remedy="Save the clip again.")
        yield Box(kind=kind, start=at, body=body, end=at + size)
        at += size
