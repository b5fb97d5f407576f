"""Final Draft (FDX) in: paragraphs, runs, numbers, dual dialogue, notes and title page.

Custom paragraph types are read as what the file says they paginate as, so none is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from secondunit.core.finding import Finding, Severity, blocking
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.cue import split_cue
from secondunit.film.screenplay.model import Emphasis, LineKind, Side, TitleField
from secondunit.film.screenplay.read import RawLine, RawScript, read_scenes
from secondunit.film.screenplay.remarks import merge_findings
from secondunit.ports.formats import Reading

DEEPEST = 200
"""Nested elements: real files hold about ten; more is an attack or a fault."""

_KINDS = {
    "Scene Heading": LineKind.HEADING,
    "Action": LineKind.ACTION,
    "Character": LineKind.CUE,
    "Parenthetical": LineKind.PARENTHETICAL,
    "Dialogue": LineKind.DIALOGUE,
    "Transition": LineKind.TRANSITION,
    "Shot": LineKind.SHOT,
    "General": LineKind.GENERAL,
    "Cast List": LineKind.GENERAL,
    "New Act": LineKind.ACT,
    "End of Act": LineKind.ACT,
    "End Of Act": LineKind.ACT,
    "Cold Opening": LineKind.ACT,
    "Lyrics": LineKind.LYRIC,
    "Singing": LineKind.LYRIC,
    "Outline 1": LineKind.SECTION,
    "Outline 2": LineKind.SECTION,
    "Outline 3": LineKind.SECTION,
    "Outline 4": LineKind.SECTION,
    "Sequence": LineKind.SECTION,
    "Summary": LineKind.SYNOPSIS,
    "Note": LineKind.NOTE,
}
_STYLES = {"Bold": "bold", "Italic": "italic", "Underline": "underline"}


class _ForbiddenError(Exception):
    """The file asks for what a script never needs: a document type, entities, endless depth."""


@dataclass(slots=True)
class _Paragraph:
    kind: str
    place: str
    number: str
    row: int
    side: Side | None
    runs: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """Collects paragraphs while expat walks the file."""

    done: list[_Paragraph] = field(default_factory=list)
    paginate_as: dict[str, str] = field(default_factory=dict)
    _stack: list[str] = field(default_factory=list)
    _open: list[_Paragraph] = field(default_factory=list)
    _style: str = ""
    _element: str = ""
    _cues: int = 0
    _row: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens.

        Raises:
            _ForbiddenError: Elements are nested too deep.
        """
        self._stack.append(name)
        if len(self._stack) > DEEPEST:
            raise _ForbiddenError(f"elements are nested deeper than {DEEPEST}")
        if name == "Paragraph" and (place := self._place()):
            self._row += 1
            kind = attributes.get("Type", "Action")
            side = None
            if "DualDialogue" in self._stack:
                self._cues += kind == "Character"
                side = Side.LEFT if self._cues < 2 else Side.RIGHT
            number = attributes.get("Number", "")
            self._open.append(_Paragraph(kind, place, number, self._row, side))
        elif name == "DualDialogue":
            self._cues = 0
        elif name == "Text" and self._open:
            self._style = attributes.get("Style", "")
        elif name == "ElementSettings":
            self._element = attributes.get("Type", "")
        elif name == "Behavior" and self._element:
            self.paginate_as[self._element] = attributes.get("PaginateAs", "")

    def end(self, name: str) -> None:
        """An element closes."""
        self._stack.pop()
        if name == "Paragraph" and self._open and self._stack[-1:] != ["Text"]:
            self.done.append(self._open.pop())

    def text(self, data: str) -> None:
        """Characters stand inside an element."""
        if self._open and self._stack[-1] == "Text":
            self._open[-1].runs.append((data, self._style))

    def _place(self) -> str:
        """What a paragraph that opens now belongs to: title, note or body, or nothing we read."""
        if "TitlePage" in self._stack:
            return "title"
        if "ScriptNote" in self._stack or "ScriptNotes" in self._stack:
            return "note"
        return "body" if self._stack[:2] == ["FinalDraft", "Content"] else ""


class FdxFormat:
    """Scripts of Final Draft 8 to 13 and of everything that writes its format."""

    key = "fdx"
    suffixes = (".fdx", ".fdxt")

    def is_format(self, data: bytes) -> bool:
        """True when the root element is Final Draft's."""
        return b"<FinalDraft" in data[:2000]

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding. Nothing outside is ever fetched."""
        reader = _Reader()
        try:
            _parse(data, reader)
        except _ForbiddenError as error:
            return _refused(name, "screenplay.unsafe-xml", f"{error}, which no script needs")
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            return _refused(name, "screenplay.broken-xml", what, f"{name}, line {error.lineno}")
        raw = RawScript(
            name=name,
            title_page=tuple(_title_page(p for p in reader.done if p.place == "title")),
            lines=tuple(_lines(reader)),
            source_format="fdx",
            source_digest=digest_bytes(data),
        )
        screenplay, found = read_scenes(raw)
        findings = merge_findings(found)
        return Reading(screenplay=None if blocking(findings) else screenplay, findings=findings)


FORMAT = FdxFormat()


def _parse(data: bytes, reader: _Reader) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _forbid
    parser.EntityDeclHandler = _forbid
    parser.Parse(data, True)  # noqa: FBT003  expat takes it by position only


def _forbid(*_: object) -> None:
    raise _ForbiddenError("it declares a document type or entities")


def _lines(reader: _Reader) -> Iterable[RawLine]:
    for paragraph in sorted(reader.done, key=lambda p: p.row):
        if paragraph.place == "title":
            continue
        text, emphasis = _styled(paragraph.runs)
        kind = _kind(paragraph, reader.paginate_as)
        if not text.strip() and kind is not LineKind.HEADING:
            continue
        extension = ""
        if kind is LineKind.CUE:
            cue = split_cue(text.strip())
            text, extension, emphasis = cue.name, cue.extension, ()
        yield RawLine(
            kind=kind,
            text=text if kind is LineKind.ACTION else text.strip(),
            row=paragraph.row,
            side=paragraph.side,
            emphasis=emphasis,
            depth=int(paragraph.kind[-1]) if paragraph.kind[-1:].isdigit() else 0,
            extension=extension,
            number=paragraph.number if kind is LineKind.HEADING else "",
        )


def _kind(paragraph: _Paragraph, paginate_as: Mapping[str, str]) -> LineKind:
    if paragraph.place == "note":
        return LineKind.NOTE
    known = _KINDS.get(paragraph.kind) or _KINDS.get(paginate_as.get(paragraph.kind, ""))
    return known or LineKind.GENERAL


def _styled(runs: Iterable[tuple[str, str]]) -> tuple[str, tuple[Emphasis, ...]]:
    text, emphasis = "", []
    for words, styles in runs:
        for style in styles.split("+"):
            if words and style in _STYLES:
                emphasis.append(
                    Emphasis(start=len(text), end=len(text) + len(words), style=_STYLES[style])
                )
        text += words
    return text, tuple(emphasis)


def _title_page(paragraphs: Iterable[_Paragraph]) -> Iterable[TitleField]:
    """The first words are the title; what follows ``by`` is the author; the rest is kept."""
    texts = [" ".join(_styled(p.runs)[0].split()) for p in paragraphs]
    texts = [text for text in texts if any(letter.isalnum() for letter in text)]
    key = "Title"
    for text in texts:
        yield TitleField(key=key, value=text)
        credit = text.casefold().endswith("by")
        key = "Author" if credit else "Credit" if key == "Title" else "Contact"


def _refused(name: str, rule: str, message: str, where: str = "") -> Reading:
    finding = Finding(
        severity=Severity.ERROR,
        rule=rule,
        where=where or name,
        message=message,
        remedy="Open the script in the program that made it and save it again as FDX.",
    )
    return Reading(screenplay=None, findings=(finding,))
