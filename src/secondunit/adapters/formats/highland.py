"""Highland in: a zip of a text bundle, whose text is Fountain.

Source: textbundle.org, version 2 (``text.*`` beside ``info.json``); Highland 1 and 2.
"""

from __future__ import annotations

from secondunit.adapters.archive import is_zip, names_in, take_parts
from secondunit.adapters.decoding import decode
from secondunit.adapters.refusal import refused
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.read import read_scenes
from secondunit.film.screenplay.remarks import merge_findings
from secondunit.ports.formats import Reading

_TEXTS = (".fountain", ".md", ".markdown", ".txt", ".spmd")


class HighlandFormat:
    """Scripts of Highland, and text bundles of other programs."""

    key = "highland"
    suffixes = (".highland", ".textpack")

    def is_format(self, data: bytes) -> bool:
        """True for a zip that holds the text of a bundle."""
        return is_zip(data) and any(_is_text(name) for name in names_in(data))

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding."""
        if not is_zip(data):
            return _refused(name, "not-highland", "is no Highland file: it is not zipped")
        parts = take_parts(data, _is_text)
        if parts.problem:
            return _refused(name, parts.rule, parts.problem)
        if not parts.files:
            return _refused(name, "not-highland", "holds no text")
        decoded = decode(next(iter(parts.files.values())))
        if decoded.marked is None:
            return _refused(name, decoded.rule, f"holds a text that {decoded.odd}")
        raw, found = read_fountain(
            decoded.marked, name=name, digest=digest_bytes(data), encoding=decoded.encoding
        )
        screenplay, more = read_scenes(raw)
        findings = merge_findings(found, more)
        return Reading(screenplay=screenplay, findings=findings)


FORMAT = HighlandFormat()


def _is_text(name: str) -> bool:
    base = name.rpartition("/")[2].lower()
    return base.startswith("text.") and base.endswith(_TEXTS) and "__macosx" not in name.lower()


def _refused(name: str, rule: str, problem: str) -> Reading:
    return refused(
        name, rule, f"it {problem}", "Open the script in Highland and export it as Fountain."
    )
