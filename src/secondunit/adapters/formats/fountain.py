"""Fountain in: bytes to text, then ``film.screenplay.fountain``."""

from __future__ import annotations

import codecs

from secondunit.core.finding import Finding, Severity, blocking
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.fountain import read_fountain
from secondunit.film.screenplay.read import read_scenes
from secondunit.film.screenplay.remarks import merge_findings
from secondunit.ports.formats import Reading

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"GIF8", b"\x7fELF")
_CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + b"\x1c\x1d\x1e\x1f\x7f"


class FountainFormat:
    """Scripts in Fountain or plain text, in UTF-8, UTF-16 with its mark, or Windows-1252."""

    key = "fountain"
    suffixes = (".fountain", ".spmd", ".txt")

    def is_format(self, data: bytes) -> bool:
        """True for anything that is text: Fountain has no mark of its own."""
        return _decode(data[:4096])[0] is not None

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding."""
        text, odd = _decode(data)
        if text is None:
            return Reading(screenplay=None, findings=(_binary(name),))
        raw, found = read_fountain(text, name=name, digest=digest_bytes(data))
        screenplay, more = read_scenes(raw)
        findings = merge_findings((_guessed(name),) if odd else (), found, more)
        return Reading(screenplay=None if blocking(findings) else screenplay, findings=findings)


FORMAT = FountainFormat()


def _decode(data: bytes) -> tuple[str | None, bool]:
    """The text, and whether its encoding had to be guessed; None for what is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), False
    if data.startswith(_BINARY) or data.translate(None, _CONTROLS) != data:
        return None, False
    try:
        return data.decode("utf-8"), False
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), True


def _binary(name: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="screenplay.not-text",
        where=name,
        message="is not a text file",
        remedy="Export the script as Fountain or plain text and give that file.",
    )


def _guessed(name: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="screenplay.encoding",
        where=name,
        message="is not UTF-8; it was read as Windows-1252",
        remedy="Look at accents and quotes; save the script as UTF-8.",
    )
