"""Fountain in and out: bytes to text, then ``film.screenplay.fountain``; and back.

A file written from its own source keeps every byte that no change touches.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from secondunit.adapters.collector import resting_collector
from secondunit.adapters.decoding import decode
from secondunit.adapters.refusal import guesses, not_text
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.fountain.rewrite import Original, rewrite
from secondunit.film.screenplay.fountain.writer import write_script
from secondunit.film.screenplay.losses import list_losses
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.film.screenplay.remarks import merge_findings
from secondunit.ports.formats import Reading, Written


class FountainFormat:
    """Scripts in Fountain or plain text, in UTF-8, UTF-16 or Windows-1252."""

    key = "fountain"
    suffixes = (".fountain", ".spmd", ".txt")

    def is_format(self, data: bytes) -> bool:
        """True for anything that is plain text: Fountain has no mark of its own."""
        return decode(data[:4096]).marked is not None

    @resting_collector()
    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding."""
        decoded = decode(data)
        if decoded.marked is None:
            return not_text(name, decoded)
        raw, found = _read_raw(decoded.marked, name, data, decoded.encoding)
        screenplay, more = read_scenes(raw)
        findings = merge_findings(guesses(name, decoded), found, more)
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
        tries = []
        for around in _AROUND:
            own = _rewritten(script, original, around)
            told = [loss for loss in own.losses if loss is not _MADE_UTF8]
            if not told:
                return own
            tries.append((len(told), own))
        fewest, best = min(tries, key=lambda each: each[0])
        anew = _written(script, write_script(script).encode("utf-8", "replace"))
        return anew if len(anew.losses) < fewest else best


_AROUND = (0, 1, 4)
"""Blocks beside a change that are written with it, until nothing is lost."""


def _rewritten(script: Screenplay, original: Original, around: int) -> Written:
    try:
        data = rewrite(script, original, around=around)
    except UnicodeEncodeError:
        wider = _original(original.text.encode("utf-8", "replace")) or original
        own = _written(script, rewrite(script, wider, around=around))
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
    decoded = decode(data)
    return read_scenes(_read_raw(decoded.marked or "", "", data, decoded.encoding)[0])[0]


def _original(source: bytes) -> Original | None:
    """The file to be changed, or None when it is no text."""
    decoded = decode(source)
    if decoded.marked is None:
        return None
    raw, _ = _read_raw(decoded.marked, "", source, decoded.encoding)
    return Original(
        data=source,
        text=decoded.marked,
        encode=partial(_encode, encoding=decoded.encoding),
        script=read_scenes(raw)[0],
        title_spot=raw.title_spot,
        head=decoded.mark,
    )


def _encode(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "strict" if encoding == "cp1252" else "replace")


FORMAT = FountainFormat()
