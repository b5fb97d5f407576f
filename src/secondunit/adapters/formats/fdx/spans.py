"""Where elements end in the bytes of a file, which expat only says of their last tag's start."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

_START_TAG = re.compile(rb"""<(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_END_TAG = re.compile(rb"</[^>]*>")


class Source:
    """The bytes of a file, in which elements are found by where they begin.

    Args:
        data: The file.
    """

    def __init__(self, data: bytes) -> None:
        self._unit, self._letters = narrow(data)

    def start_tag(self, start: int) -> int:
        """One past the start tag that begins there."""
        match = _START_TAG.match(self._letters, start // self._unit)
        return match.end() * self._unit if match else start

    def end_of(self, start: int, name: str) -> int:
        """One past an element that begins there and has none of its own name inside."""
        opening = self.start_tag(start)
        if self._letters[opening // self._unit - 2 : opening // self._unit] == b"/>":
            return opening
        closing = f"</{name}".encode()
        at = self._letters.find(closing, opening // self._unit)
        match = _END_TAG.match(self._letters, at) if at >= 0 else None
        return match.end() * self._unit if match else opening

    def find(self, markup: str, start: int, end: int) -> int:
        """First byte of some markup between two others, or -1."""
        at = self._letters.find(markup.encode(), start // self._unit, end // self._unit)
        return at * self._unit if at >= 0 else -1


class Spanned(Protocol):
    """Something that begins at one byte of a file and ends before another."""

    start: int
    end: int


def close_spans(found: Iterable[Spanned], data: bytes) -> None:
    """Move every end behind the closing tag."""
    unit, letters = narrow(data)
    for each in found:
        end = each.end // unit
        opening = None
        if letters[end - 2 : end] == b"/>":  # its own tag is empty, or the last one inside it
            opening = _START_TAG.match(letters, each.start // unit)
        if opening and opening[0].endswith(b"/>"):
            each.end = opening.end() * unit
        elif closing := _END_TAG.match(letters, end):
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
