"""Where elements end in the bytes of a file, which expat only says of their last tag's start."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

_START_TAG = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_END_TAG = re.compile(rb"</[^>]*>")


class Spanned(Protocol):
    """Something that begins at one byte of a file and ends before another."""

    start: int
    end: int


def close_spans(found: Iterable[Spanned], data: bytes) -> None:
    """Move every end behind the closing tag."""
    unit, letters = narrow(data)
    for each in found:
        opening = _START_TAG.match(letters, each.start // unit)
        if opening and opening[0].endswith(b"/>"):
            each.end = opening.end() * unit
        elif closing := _END_TAG.match(letters, each.end // unit):
            each.end = closing.end() * unit


def narrow(data: bytes) -> tuple[int, bytes]:
    """Bytes to a letter of the markup, and the file with one byte for each.

    Letters of UTF-16 that no markup uses become question marks.
    """
    is_little = data[:2] == b"\xff\xfe" or (data[:1] == b"<" and data[1:2] == b"\0")
    if not is_little and data[:2] != b"\xfe\xff" and data[:2] != b"\0<":
        return 1, data
    low, high = (data[0::2], data[1::2]) if is_little else (data[1::2], data[0::2])
    return 2, bytes(letter if not page else 63 for letter, page in zip(low, high, strict=False))
