"""Fountain in and out: bytes to text, then ``film.screenplay.fountain``; and back.

A file written from its own source keeps every byte that no change touches.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from functools import partial

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.fountain.rewrite import Original, rewrite
from secondunit.film.screenplay.fountain.source import decode
from secondunit.film.screenplay.fountain.writer import write_script
from secondunit.film.screenplay.losses import list_losses
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.film.screenplay.remarks import merge_findings
from secondunit.ports.formats import Reading, Written

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
_CONTROLS = bytes(range(1, 9)) + bytes(range(14, 32)) + b"\x7f"
_CONTROLS_IN_TEXT = 200
"""Bytes of text among which one stray control character is still a slip and not a binary file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decoded:
    """A file's text, or why it has none; and what had to be guessed about its encoding.

    Args:
        text: With its byte order mark, if it has one.
        odd: What is wrong with it.
        encoding: See ``source.decode``.
        mark: Bytes of the byte order mark.
    """

    text: str | None
    odd: str = ""
    encoding: str = "utf-8"
    mark: int = 0


class FountainFormat:
    """Scripts in Fountain or plain text, in UTF-8, UTF-16 or Windows-1252."""

    key = "fountain"
    suffixes = (".fountain", ".spmd", ".txt")

    def is_format(self, data: bytes) -> bool:
        """True for anything that is plain text: Fountain has no mark of its own."""
        return _decode(data[:4096]).text is not None

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding."""
        decoded = _decode(data)
        if decoded.text is None:
            return Reading(screenplay=None, findings=(_not_text(name, decoded.odd),))
        raw, found = _read_raw(decoded.text, name, data, decoded.encoding)
        screenplay, more = read_scenes(raw)
        guessed = (_guessed(name, decoded.odd),) if decoded.odd else ()
        findings = merge_findings(guessed, found, more)
        return Reading(screenplay=screenplay, findings=findings)

    def write(self, script: Screenplay, source: bytes | None = None) -> Written:
        """Write a script; what Fountain cannot hold is among the losses.

        Args:
            script: The script, perhaps changed since it was read.
            source: The Fountain file it was read from, or None to write it anew, in UTF-8.
        """
        original = None if source is None else _original(source)
        if original is None:
            return _written(script, write_script(script).encode("utf-8", "replace"))
        own = _rewritten(script, original)
        told = [loss for loss in own.losses if loss is not _MADE_UTF8]
        if not told:
            return own
        anew = _written(script, write_script(script).encode("utf-8", "replace"))
        return anew if len(anew.losses) < len(told) else own


def _rewritten(script: Screenplay, original: Original) -> Written:
    try:
        data = rewrite(script, original)
    except UnicodeEncodeError:
        wider = _original(original.text.encode("utf-8", "replace")) or original
        own = _written(script, rewrite(script, wider))
        return replace(own, losses=(*own.losses, _MADE_UTF8))
    if data == original.data:
        return Written(data=data, losses=list_losses(script, original.script, "Fountain"))
    return _written(script, data)


_MADE_UTF8 = Finding(
    severity=Severity.NOTE,
    rule="screenplay.encoding-changed",
    where="the script",
    message="the file is UTF-8 now: its old encoding has no place for some of the new characters",
)


def _written(script: Screenplay, data: bytes) -> Written:
    return Written(data=data, losses=list_losses(script, _read_back(data), "Fountain"))


def _read_raw(
    text: str, name: str, data: bytes, encoding: str
) -> tuple[RawScript, tuple[Finding, ...]]:
    return read_fountain(text, name=name, digest=digest_bytes(data), encoding=encoding)


def _read_back(data: bytes) -> Screenplay:
    decoded = _decode(data)
    return read_scenes(_read_raw(decoded.text or "", "", data, decoded.encoding)[0])[0]


def _original(source: bytes) -> Original | None:
    """The file to be changed, or None when it is no text."""
    decoded = _decode(source)
    if decoded.text is None:
        return None
    raw, _ = _read_raw(decoded.text, "", source, decoded.encoding)
    return Original(
        data=source,
        text=decoded.text,
        encode=partial(_encode, encoding=decoded.encoding),
        script=read_scenes(raw)[0],
        title_spot=raw.title_spot,
        head=decoded.mark,
    )


def _encode(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "strict" if encoding == "cp1252" else "replace")


FORMAT = FountainFormat()


def _decode(data: bytes) -> _Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = decode(data, encoding)
            is_whole = text.encode(encoding, "replace") == data and "\ufffd" not in text
            odd = "" if is_whole else f"is damaged {encoding.upper()}"
            return _Decoded(text=text, odd=odd, encoding=encoding, mark=len(mark))
    head = data[:64].lstrip().lower()
    for start, what in _FOREIGN.items():
        if head.startswith(start):
            return _Decoded(text=None, odd=f"is {what}, whatever its name says")
    if b"\x00" in data:
        return _without_mark(data)
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if data.startswith(_BINARY) or controls * _CONTROLS_IN_TEXT > len(data) + _CONTROLS_IN_TEXT:
        return _Decoded(text=None, odd="is not a text file")
    try:
        return _Decoded(text=data.decode("utf-8"))
    except UnicodeDecodeError:
        odd = "is not UTF-8; it was read as Windows-1252"
        return _Decoded(text=decode(data, "cp1252"), odd=odd, encoding="cp1252")


def _without_mark(data: bytes) -> _Decoded:
    """UTF-16 that lacks its mark: nearly every other byte is zero. Other zeros are no text."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if len(data) % 2 == 0 and zeros.count(0) * 4 > len(zeros) * 3:
            text = data.decode(encoding, errors="replace")
            if "\x00" not in text and "\ufffd" not in text:
                return _Decoded(text=text, odd="is UTF-16 without its mark", encoding=encoding)
    return _Decoded(text=None, odd="is not a text file")


def _not_text(name: str, message: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="screenplay.not-text",
        where=name,
        message=message,
        remedy="Export the script as Fountain or plain text, or give the file its own suffix.",
    )


def _guessed(name: str, message: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="screenplay.encoding",
        where=name,
        message=message,
        remedy="Look at accents and quotes; save the script as UTF-8.",
    )
