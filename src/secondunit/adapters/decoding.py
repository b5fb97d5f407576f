"""Text files from bytes: the encoding by its mark, by UTF-8's own proof, or Windows-1252."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from secondunit.film.screenplay.fountain.source import decode as read_text

LARGEST = 8 * 2**20
"""Bytes of a text; a season of twenty scripts has three million."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"GIF8", b"\x7fELF")
_FOREIGN = {
    b"<?xml": "an XML file",
    b"<finaldraft": "a Final Draft file",
    b"<!doctype": "a web page",
    b"<html": "a web page",
    b"{\\rtf": "an RTF file",
}
_LONE = re.compile("[\ud800-\udfff]")
_WIDE = re.compile(r"[^\x00-\x7f]")
_CONTROLS = bytes(range(1, 9)) + bytes(range(14, 32)) + b"\x7f"
_CONTROLS_IN_TEXT = 200
"""Bytes of text among which one stray control character is still a slip and not a binary file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A file's text, or why it has none.

    Args:
        marked: With its byte order mark, if it has one; a unit that could not be decoded is a lone
            surrogate, so that its byte can be written again. None when the file is no text.
        odd: What had to be guessed, or why there is no text, in words that follow "it"; or "".
        encoding: As Python names it.
        mark: Bytes of the byte order mark.
        rule: Which rule a file breaks that has no text.
    """

    marked: str | None
    odd: str = ""
    encoding: str = "utf-8"
    mark: int = 0
    rule: str = "not-text"

    @property
    def text(self) -> str | None:
        """The text to be read: without its mark, and with a sign for what is damaged."""
        if self.marked is None:
            return None
        return _LONE.sub("\ufffd", self.marked.removeprefix("\ufeff" if self.mark else ""))

    def byte_at(self) -> Callable[[int], int]:
        """A function from a character of the text to its byte in the file; -1 where unknown."""
        text, mark = self.text or "", self.mark
        if "\ufffd" in text:
            return lambda _: -1
        if self.encoding == "cp1252" or (self.encoding == "utf-8" and text.isascii()):
            return lambda character: mark + character
        if self.encoding == "utf-8":
            wide = [(each.start(), len(each[0].encode()) - 1) for each in _WIDE.finditer(text)]
            ats = [at for at, _ in wide]
            more = list(accumulate((size for _, size in wide), initial=mark))
            last = len(text)
            return lambda character: min(character, last) + more[bisect_left(ats, character)]
        sizes = (len(character.encode(self.encoding)) for character in text)
        places = list(accumulate(sizes, initial=mark))
        return lambda character: places[min(character, len(places) - 1)]


def decode(data: bytes) -> Decoded:
    """Decode a file; whatever the bytes are, this does not raise."""
    if len(data) > LARGEST:
        odd = f"holds {len(data) >> 20} MB of text, and a script at most {LARGEST >> 20}"
        return Decoded(marked=None, odd=odd, rule="too-large")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = read_text(data, encoding)
            is_whole = text.encode(encoding, "replace") == data and "\ufffd" not in text
            odd = "" if is_whole else f"is damaged {encoding.upper()}"
            return Decoded(marked=text, odd=odd, encoding=encoding, mark=len(mark))
    head = data[:64].lstrip().lower()
    for start, what in _FOREIGN.items():
        if head.startswith(start):
            return Decoded(marked=None, odd=f"is {what}, whatever its name says")
    if b"\x00" in data:
        return _without_mark(data)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if data.startswith(_BINARY) or controls * _CONTROLS_IN_TEXT > len(data) + _CONTROLS_IN_TEXT:
        return Decoded(marked=None, odd="is not a text file")
    try:
        return Decoded(marked=data.decode("utf-8"))
    except UnicodeDecodeError:
        odd = "is not UTF-8; it was read as Windows-1252"
        return Decoded(marked=read_text(data, "cp1252"), odd=odd, encoding="cp1252")


def decode_utf8(data: bytes) -> str:
    """Text of a format that is UTF-8 by its own rules; bytes that are not become a sign for it."""
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")


def _without_mark(data: bytes) -> Decoded:
    """UTF-16 that lacks its mark: nearly every other byte is zero. Other zeros are no text."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if len(data) % 2 == 0 and zeros.count(0) * 4 > len(zeros) * 3:
            text = data.decode(encoding, errors="replace")
            if "\x00" not in text and "\ufffd" not in text:
                return Decoded(marked=text, odd="is UTF-16 without its mark", encoding=encoding)
    return Decoded(marked=None, odd="is not a text file")
