"""Fountain in: bytes to text, then ``film.screenplay.fountain``."""

from __future__ import annotations

import re

from secondunit.core.finding import Finding, Severity, blocking
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.fountain import read_fountain
from secondunit.film.screenplay.read import read_scenes
from secondunit.film.screenplay.remarks import merge_findings
from secondunit.ports.formats import Reading


class FountainFormat:
    """Scripts in Fountain or plain text."""

    key = "fountain"
    suffixes = (".fountain", ".spmd", ".txt")

    def is_format(self, data: bytes) -> bool:
        return False

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding."""
        text = data.decode("utf-8-sig")
        raw, odd = read_fountain(text, name=name, digest=digest_bytes(data))
        screenplay, more = read_scenes(raw)
        return Reading(screenplay=screenplay, findings=merge_findings(odd, more))


FORMAT = FountainFormat()
