"""The XML of a Final Draft file walked once: paragraphs, asides, settings, and the sections.

No document type, no entity and no endless nesting is accepted, so nothing can swell and nothing
outside the file is ever fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from secondunit.adapters.formats.fdx.spans import close_spans
from secondunit.adapters.formats.fdx.tree import Aside, Node, Section
from secondunit.film.screenplay.final_draft.paragraph import FdxParagraph
from secondunit.film.screenplay.final_draft.setting import read_style
from secondunit.film.screenplay.line_data import SceneCard
from secondunit.film.screenplay.model import Side

DEEPEST = 200
"""Nested elements: real files hold about ten; more is an attack or a fault."""

ASIDES = frozenset(["ScriptNote", "CharacterArcBeat", "Summary", "AttributedTitle", "OmittedScene"])
"""Elements that hold paragraphs which are kept and not printed."""

_SECTIONS = frozenset(
    [
        "AltCollection",
        "Cast",
        "DeletedText",
        "ElementSettings",
        "HeaderAndFooter",
        "ListItems",
        "LockedPages",
        "Outlines",
        "PageLayout",
        "Revisions",
        "SceneNumberOptions",
        "TagData",
    ]
)


class ForbiddenError(Exception):
    """The file asks for what a script never needs: a document type, entities, endless depth."""


class UnknownEncodingError(Exception):
    """The file is in an encoding that cannot be read."""


class BrokenError(Exception):
    """The file is not well-formed.

    Args:
        what: In expat's words.
        code: Expat's number for it.
        line: Line of the file, from 1.
        byte: Byte of the file.
    """

    def __init__(self, what: str, code: int, line: int, byte: int) -> None:
        super().__init__(what)
        self.code = code
        self.line = line
        self.byte = byte


@dataclass(slots=True)
class Walk:
    """What a file holds, gathered while expat walks it.

    Args:
        parser: At work.
        encoding: What the file is read in against its own word, or None.
    """

    parser: expat.XMLParserType
    encoding: str | None = None
    root: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    paragraphs: list[FdxParagraph] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    cover: list[tuple[str, list[str]]] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    _stack: list[str] = field(default_factory=list)
    _sinks: list[FdxParagraph | list[str]] = field(default_factory=list)
    _asides: list[Aside] = field(default_factory=list)
    _open: list[Node] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _letters: Mapping[str, str] = field(default_factory=dict)
    _cues: int = 0
    _at: int = -1

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens.

        Raises:
            ForbiddenError: Elements are nested too deep.
        """
        stack = self._stack
        stack.append(name)
        if len(stack) < 3:
            self._begin(name, attributes)
            return
        if len(stack) > DEEPEST:
            raise ForbiddenError(f"elements are nested deeper than {DEEPEST}")
        if len(stack) == 3:
            self.sections[-1].has_children = True
        if self._open:
            node = Node(name, attributes)
            self._open[-1].children.append(node)
            self._open.append(node)
        elif name == "Text":
            self._letters = attributes
            self._words.clear()
            self._at = self.parser.CurrentByteIndex
        elif name == "Paragraph":
            self._sinks.append(self._sink(attributes))
        elif name in ASIDES:
            self._open_aside(name, attributes)
        elif name in _IN_PARAGRAPH and self._sinks:
            self._mark(name, attributes)

    def end(self, name: str) -> None:
        """An element closes."""
        stack = self._stack
        stack.pop()
        if len(stack) < 2:
            self._open.clear()
            if stack:
                self.sections[-1].end = self.parser.CurrentByteIndex
        elif self._open:
            self._open.pop()
        elif name == "Text":
            self._close_run()
        elif name == "Paragraph":
            sink = self._sinks.pop()
            if isinstance(sink, FdxParagraph):
                sink.end = self.parser.CurrentByteIndex
        elif name in ASIDES:
            self._asides[-1].end = self.parser.CurrentByteIndex
            self.asides.append(self._asides.pop())
        elif name == "AltId" and self._sinks:
            sink = self._sinks[-1]
            if isinstance(sink, FdxParagraph):
                sink.alternates.append("".join(self._words).strip())

    def text(self, data: str) -> None:
        """Characters stand inside an element."""
        if self._open:
            self._open[-1].words += data
        elif self._stack[-1] in _WORDED:
            self._words.append(data)

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """The root, or an element directly in it, opens."""
        if len(self._stack) == 1:
            self.root, self.about = name, attributes
            return
        self.sections.append(Section(name, self.parser.CurrentByteIndex))
        if name in _SECTIONS:
            node = Node(name, attributes)
            self.nodes.append(node)
            self._open.append(node)

    def _close_run(self) -> None:
        if not self._sinks:
            return
        words, sink = "".join(self._words), self._sinks[-1]
        self._words.clear()
        if isinstance(sink, FdxParagraph):
            sink.texts.append((self._at, words))
            if words:
                sink.runs.append((words, self._letters))
        else:
            sink.append(words)

    def _mark(self, name: str, attributes: Mapping[str, str]) -> None:
        """Something that says more of the paragraph it stands in."""
        sink = self._sinks[-1]
        if name == "DualDialogue":
            self._cues = 0
        if not isinstance(sink, FdxParagraph):
            return
        if name == "DualDialogue":
            sink.is_frame = True
        elif name == "Alts":
            current = attributes.get("Current", "")
            sink.alternate = int(current) if current.isdecimal() and len(current) < 5 else None
        elif name == "AltId":
            self._words.clear()
        elif any(attributes.get(key) for key in _CARD):
            sink.card = SceneCard(
                length=attributes.get("Length", ""),
                page=attributes.get("Page", ""),
                title=attributes.get("Title", ""),
                color=attributes.get("Color", ""),
            )

    def _sink(self, attributes: Mapping[str, str]) -> FdxParagraph | list[str]:
        """Where the words of a paragraph that opens now belong."""
        stack = self._stack
        if not self._asides and stack[1] == "Content" and stack[0] == "FinalDraft":
            side = None
            kind = attributes.get("Type", "Action")
            if "DualDialogue" in stack:
                self._cues += kind == "Character"
                side = Side.LEFT if self._cues < 2 else Side.RIGHT
            paragraph = FdxParagraph(
                kind=kind,
                row=len(self.paragraphs) + 1,
                style=read_style(attributes),
                number=attributes.get("Number", "").strip(),
                side=side,
                attributes=attributes,
                start=self.parser.CurrentByteIndex,
            )
            self.paragraphs.append(paragraph)
            return paragraph
        words: list[str] = []
        if self._asides:
            self._asides[-1].paragraphs.append(words)
        elif stack[:3] == ["FinalDraft", "TitlePage", "Content"]:
            self.cover.append((attributes.get("Alignment", ""), words))
        return words

    def _open_aside(self, name: str, attributes: Mapping[str, str]) -> None:
        sink = self._sinks[-1] if self._sinks else None
        after, anchor = -1, None
        if isinstance(sink, FdxParagraph):
            after = sink.row - 1
            anchor = sink.length if name == "ScriptNote" else None
        self._asides.append(Aside(name, attributes, after, anchor, self.parser.CurrentByteIndex))


_IN_PARAGRAPH = frozenset({"DualDialogue", "Alts", "AltId", "SceneProperties"})
_CARD = ("Length", "Page", "Title", "Color")
_WORDED = frozenset({"Text", "AltId"})


def walk(data: bytes, encoding: str | None = None) -> Walk:
    """Walk a file.

    Args:
        data: The file.
        encoding: What it is written in, whatever it says itself; None to believe it.

    Raises:
        ForbiddenError: It declares a document type or entities, or is nested without end.
        LookupError: This walk is at fault, not the file.
        ValueError: The same.
        BrokenError: It is not well-formed.
        UnknownEncodingError: Nobody knows its encoding, or it cannot be read byte by byte.
    """
    parser = expat.ParserCreate(encoding)
    parser.buffer_text = True
    found = Walk(parser, encoding)
    parser.StartElementHandler = found.start
    parser.EndElementHandler = found.end
    parser.CharacterDataHandler = found.text
    parser.StartDoctypeDeclHandler = _forbid
    parser.EntityDeclHandler = _forbid
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat takes it by position only
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        byte = parser.ErrorByteIndex
        raise BrokenError(what, error.code, error.lineno, byte) from error
    except (LookupError, ValueError) as error:
        if "encoding" not in str(error):
            raise
        raise UnknownEncodingError(str(error)) from error
    finally:
        _let_go(parser)
    close_spans((*found.paragraphs, *found.asides, *found.sections), data)
    return found


def _let_go(parser: expat.XMLParserType) -> None:
    """Part the parser from the walk it tells: held by each other neither would be freed at once."""
    parser.StartElementHandler = None
    parser.EndElementHandler = None
    parser.CharacterDataHandler = None


def _forbid(*_: object) -> None:
    raise ForbiddenError("it declares a document type or entities")
