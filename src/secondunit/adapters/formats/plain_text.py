"""Plain text in: told from Fountain by what it is, then ``film.screenplay.plain_text``."""

from __future__ import annotations

from secondunit.adapters.decoding import decode
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.plain.or_fountain import is_fountain
from secondunit.film.screenplay.plain.reader import read_plain_text
from secondunit.film.screenplay.read import read_scenes
from secondunit.film.screenplay.remarks import merge_findings
from secondunit.ports.formats import Reading


class PlainTextFormat:
    """Scripts in plain text, however messy; a text that is Fountain is read by its rules."""

    key = "plain-text"
    suffixes = (".txt", ".text")

    def is_format(self, data: bytes) -> bool:
        """True for text that is not Fountain."""
        text = decode(data).text
        return text is not None and not is_fountain(text)

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding."""
        decoded = decode(data)
        if decoded.text is None:
            return Reading(screenplay=None, findings=(_not_text(name, decoded.odd),))
        digest = digest_bytes(data)
        if is_fountain(decoded.text):
            raw, found = read_fountain(
                decoded.marked, name=name, digest=digest, encoding=decoded.encoding
            )
        else:
            raw, found = read_plain_text(
                decoded.text, name=name, digest=digest, byte_at=decoded.byte_at()
            )
        screenplay, more = read_scenes(raw)
        guessed = (_guessed(name, decoded.odd),) if decoded.odd else ()
        findings = merge_findings(guessed, found, more)
        return Reading(screenplay=screenplay, findings=findings)


FORMAT = PlainTextFormat()


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
