"""Scripts of word processors (.docx) in and out.

In: by the names of their paragraph styles, or, where those say nothing, by indents and neighbours.
Out: named screenplay styles at the trade's indents. What is not printed (notes, sections) rides
along in hidden styles, and a finding says so.

Source: ECMA-376 part 1, WordprocessingML.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondunit.adapters.archive import is_zip, names_in, take_parts
from secondunit.adapters.office.word_in import WordReader
from secondunit.adapters.office.word_look import AFTER_TITLE, TITLE
from secondunit.adapters.office.word_out import write_document
from secondunit.adapters.office.word_styles import read_comments, read_styles
from secondunit.adapters.refusal import refused
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import Digest, digest_bytes
from secondunit.film.screenplay.cover import read_cover
from secondunit.film.screenplay.losses import list_losses
from secondunit.film.screenplay.model import LineKind, Screenplay, TitleField
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.film.screenplay.remarks import Remarks, merge_findings
from secondunit.film.screenplay.styled import (
    StyledParagraph,
    kind_of,
    read_styled,
    read_unnamed,
    says_enough,
)
from secondunit.ports.formats import Reading, Written

_DOCUMENT = "word/document.xml"
_PARTS = frozenset({_DOCUMENT, "word/styles.xml", "word/comments.xml"})
_HIDDEN = (LineKind.NOTE, LineKind.BONEYARD, LineKind.SECTION, LineKind.SYNOPSIS)
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # compound file ([MS-CFB] 2.2): .doc, encrypted .docx


class DocxScriptFormat:
    """Scripts written in a word processor."""

    key = "docx"
    suffixes = (".docx", ".docm", ".dotx")

    def is_format(self, data: bytes) -> bool:
        """True for a zip that holds a word processor's document."""
        return is_zip(data) and _DOCUMENT in names_in(data)

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding. Nothing outside is ever fetched."""
        if data.startswith(_OLD):
            return _refused(name, "password", "is an old Word file, or locked with a password")
        parts = take_parts(data, _PARTS.__contains__)
        if parts.problem:
            return _refused(name, parts.rule, parts.problem)
        if _DOCUMENT not in parts.files:
            return _refused(name, "not-docx", f"holds no {_DOCUMENT}")
        remarks = Remarks("docx")
        styles, problem = read_styles(parts.files.get("word/styles.xml", b""))
        comments, worse = read_comments(parts.files.get("word/comments.xml", b""))
        reader = WordReader(styles, comments, remarks)
        broken = reader.read(parts.files[_DOCUMENT])
        for rule, words in (problem, worse, broken):
            if rule:
                return _refused(name, rule, words)
        raw, found = _script(reader.paragraphs, name, digest_bytes(data))
        screenplay, more = read_scenes(raw)
        findings = merge_findings(remarks.findings(), found, more)
        return Reading(screenplay=screenplay, findings=findings)

    def write(self, script: Screenplay, source: bytes | None = None) -> Written:
        """Write a script anew; what the file does not hold is among the losses."""
        del source
        data = write_document(script)
        kept = self.read(data, "script.docx").screenplay
        losses = list_losses(script, kept, "DOCX") if kept is not None else ()
        hidden = sum(
            line.kind in _HIDDEN
            for line in (*script.opening, *(x for scene in script.scenes for x in scene.lines))
        )
        return Written(data=data, losses=(*losses, *((_rides_along(hidden),) if hidden else ())))


FORMAT = DocxScriptFormat()


def _script(
    paragraphs: Sequence[StyledParagraph], name: str, digest: Digest
) -> tuple[RawScript, tuple[Finding, ...]]:
    keyed = [each for each in paragraphs if each.style.startswith(TITLE)]
    body = [
        each
        for each in paragraphs
        if not each.style.startswith(TITLE) and each.style != AFTER_TITLE
    ]
    title = tuple(TitleField(key=each.style.removeprefix(TITLE), value=each.text) for each in keyed)
    if not says_enough(body):
        raw, found = read_unnamed(body, "docx", name, digest)
        return (replace(raw, title_page=title) if title else raw), found
    if not title:
        first = next(i for i, each in enumerate(body) if kind_of(each.style) is not None)
        title = read_cover(each.text for each in body[:first])
        body = body[first:]
    raw = RawScript(
        name=name,
        title_page=title,
        lines=read_styled(body, "docx.style"),
        source_format="docx",
        source_digest=digest,
    )
    return raw, ()


def _rides_along(count: int) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        rule="screenplay.hidden-in-docx",
        where="the script",
        message=f"{count} notes, sections and other unprinted lines ride along as hidden text",
        remedy="Take them out of the script first if the file leaves the building.",
    )


def _refused(name: str, rule: str, problem: str) -> Reading:
    return refused(
        name,
        rule,
        f"it {problem}",
        "Open the script in the program that made it and save it again as DOCX.",
    )
