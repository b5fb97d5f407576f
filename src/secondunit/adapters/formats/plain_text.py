"""Plain text in: told from Fountain by what it is, then ``film.screenplay.plain``."""

from __future__ import annotations

from secondunit.adapters.decoding import decode
from secondunit.adapters.refusal import guesses, not_text
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
        text = decoded.text
        if text is None or decoded.marked is None:
            return not_text(name, decoded)
        digest = digest_bytes(data)
        if is_fountain(text):
            raw, found = read_fountain(
                decoded.marked, name=name, digest=digest, encoding=decoded.encoding
            )
        else:
            raw, found = read_plain_text(text, name=name, digest=digest, byte_at=decoded.byte_at())
        screenplay, more = read_scenes(raw)
        findings = merge_findings(guesses(name, decoded), found, more)
        return Reading(screenplay=screenplay, findings=findings)


FORMAT = PlainTextFormat()
