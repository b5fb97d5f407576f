"""Final Draft (FDX) in: the XML walked once, its paragraphs handed to ``film.screenplay``.

No document type, no entity and no endless nesting is accepted, so nothing can swell and nothing
outside the file is ever fetched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from secondunit.core.finding import Finding, Severity, blocking
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.cover import read_cover
from secondunit.film.screenplay.final_draft import (
    FdxAside,
    FdxParagraph,
    find_anchor,
    read_paragraphs,
)
from secondunit.film.screenplay.model import LineKind, Side
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.film.screenplay.remarks import merge_findings
from secondunit.film.screenplay.setting import Style, read_paper, read_style
from secondunit.ports.formats import Reading

LARGEST = 64 * 2**20
"""Bytes: a feature with pictures and every revision stays under ten million."""

DEEPEST = 200
"""Nested elements: real files hold about ten; more is an attack or a fault."""

_ASIDES = {
    "ScriptNote": LineKind.NOTE,
    "CharacterArcBeat": LineKind.NOTE,
    "Summary": LineKind.SYNOPSIS,
    "AttributedTitle": LineKind.SYNOPSIS,
    "OmittedScene": LineKind.BONEYARD,
}
_SETTINGS = ("ElementSettings", "ParagraphSpec", "FontSpec", "Behavior")
_LEFT_OUT = {"Alt": "alternate lines", "LockedPage": "locked pages", "Tag": "breakdown tags"}


class _ForbiddenError(Exception):
    """The file asks for what a script never needs: a document type, entities, endless depth."""


@dataclass(slots=True)
class _Aside:
    """A note or the like as it stands in the file.

    Args:
        kind: What it becomes.
        name: What it is called, or who it is about.
        span: ``start,end`` in characters of the whole script, or "".
        after: Index of the paragraph it stands in, or -1.
        anchor: Character of that paragraph.
        paragraphs: Its own words.
    """

    kind: LineKind
    name: str
    span: str
    after: int
    anchor: int | None
    paragraphs: list[list[str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        said = "\n".join(text for words in self.paragraphs if (text := "".join(words).strip()))
        return f"{self.name}: {said}" if self.name and said else said


@dataclass(slots=True)
class _Reader:
    """Collects paragraphs, asides and settings while expat walks the file."""

    root: str = ""
    paragraphs: list[FdxParagraph] = field(default_factory=list)
    asides: list[_Aside] = field(default_factory=list)
    cover: list[list[str]] = field(default_factory=list)
    elements: dict[str, Style] = field(default_factory=dict)
    layout: dict[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    _stack: list[str] = field(default_factory=list)
    _sinks: list[FdxParagraph | list[str]] = field(default_factory=list)
    _open_asides: list[_Aside] = field(default_factory=list)
    _letters: str = ""
    _cues: int = 0
    _element: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens.

        Raises:
            _ForbiddenError: Elements are nested too deep.
        """
        self.root = self.root or name
        self._stack.append(name)
        if len(self._stack) > DEEPEST:
            raise _ForbiddenError(f"elements are nested deeper than {DEEPEST}")
        if name == "Text":
            self._letters = attributes.get("Style", "")
        elif name == "Paragraph":
            self._sinks.append(self._sink(attributes))
        elif name in _ASIDES:
            self._open_aside(name, attributes)
        elif name == "DualDialogue":
            self._cues = 0
            if self._sinks and isinstance(self._sinks[-1], FdxParagraph):
                self._sinks[-1].is_frame = True
        elif name in _SETTINGS:
            self._element[name] = attributes
        elif name in {"PageLayout", "PageSize", "Outlines"}:
            self.layout.update(attributes)
        elif name in _LEFT_OUT:
            self.left_out[name] += 1

    def end(self, name: str) -> None:
        """An element closes."""
        self._stack.pop()
        if name == "Paragraph":
            self._sinks.pop()
        elif name in _ASIDES:
            self.asides.append(self._open_asides.pop())
        elif name == "ElementSettings":
            said = {key: self._element.get(key, {}) for key in _SETTINGS}
            self.elements[said[name].get("Type", "")] = read_style(
                said["ParagraphSpec"],
                letters=said["FontSpec"].get("Style", ""),
                paginates_as=said["Behavior"].get("PaginateAs", ""),
            )
            self._element = {}

    def text(self, data: str) -> None:
        """Characters stand inside an element."""
        if self._stack[-1] != "Text" or not self._sinks:
            return
        sink = self._sinks[-1]
        if isinstance(sink, FdxParagraph):
            sink.runs.append((data, self._letters))
        else:
            sink.append(data)

    def _sink(self, attributes: Mapping[str, str]) -> FdxParagraph | list[str]:
        """Where the words of a paragraph that opens now belong."""
        words: list[str] = []
        if self._open_asides:
            self._open_asides[-1].paragraphs.append(words)
        elif self._stack[:3] == ["FinalDraft", "TitlePage", "Content"]:
            self.cover.append(words)
        elif self._stack[:2] == ["FinalDraft", "Content"]:
            side = None
            kind = attributes.get("Type", "Action")
            if "DualDialogue" in self._stack:
                self._cues += kind == "Character"
                side = Side.LEFT if self._cues < 2 else Side.RIGHT
            paragraph = FdxParagraph(
                kind=kind,
                row=len(self.paragraphs) + 1,
                style=read_style(attributes),
                number=attributes.get("Number", "").strip(),
                side=side,
            )
            self.paragraphs.append(paragraph)
            return paragraph
        return words

    def _open_aside(self, name: str, attributes: Mapping[str, str]) -> None:
        sink = self._sinks[-1] if self._sinks else None
        after, anchor = -1, None
        if isinstance(sink, FdxParagraph):
            after = sink.row - 1
            anchor = sink.length if name == "ScriptNote" else None
        span = attributes.get("Range", "") if sink is None else ""
        title = attributes.get("Name", "").strip()
        self._open_asides.append(_Aside(_ASIDES[name], title, span, after, anchor))


class FdxFormat:
    """Scripts of Final Draft 8 to 13 and of everything that writes its format."""

    key = "fdx"
    suffixes = (".fdx", ".fdxt")

    def is_format(self, data: bytes) -> bool:
        """True when the root element is Final Draft's."""
        return b"<FinalDraft" in data[:4000].replace(b"\0", b"")

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding. Nothing outside is ever fetched."""
        if len(data) > LARGEST:
            return _refused(
                f"{name} has {len(data) >> 20} MB; a script has at most {LARGEST >> 20}",
                rule="too-large",
                where=name,
            )
        reader = _Reader()
        problem = _parse(data, reader, name)
        if problem is not None:
            return problem
        if reader.root != "FinalDraft":
            return _refused(
                f"the file is <{reader.root}>, not <FinalDraft>", rule="not-fdx", where=name
            )
        raw = RawScript(
            name=name,
            title_page=read_cover("".join(words) for words in reader.cover),
            lines=tuple(
                read_paragraphs(
                    reader.paragraphs,
                    _place(reader),
                    reader.elements,
                    shows_outline=reader.layout.get("Hidden") == "No",
                )
            ),
            source_format="fdx",
            source_digest=digest_bytes(data),
            paper=read_paper(reader.layout),
        )
        screenplay, found = read_scenes(raw)
        findings = merge_findings(_losses(reader.left_out), found)
        return Reading(screenplay=None if blocking(findings) else screenplay, findings=findings)


FORMAT = FdxFormat()


def _parse(data: bytes, reader: _Reader, name: str) -> Reading | None:
    """Walk the file; what came of it when it cannot be read."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _forbid
    parser.EntityDeclHandler = _forbid
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat takes it by position only
    except _ForbiddenError as error:
        return _refused(f"{error}, which no script needs", rule="unsafe-xml", where=name)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        byte = parser.ErrorByteIndex
        is_cut = byte >= len(data.rstrip()) - 1
        return _refused(
            f"the file {'ends too soon' if is_cut else 'breaks off'} at byte {byte}: {what}",
            rule="broken-xml",
            where=f"{name}, line {error.lineno}",
        )
    except (LookupError, ValueError) as error:
        return _refused(f"its encoding cannot be read ({error})", rule="encoding", where=name)
    return None


def _forbid(*_: object) -> None:
    raise _ForbiddenError("it declares a document type or entities")


def _place(reader: _Reader) -> list[FdxAside]:
    """The asides with the paragraphs they hang on."""
    placed = []
    for aside in reader.asides:
        if not aside.text:
            continue
        after, anchor = aside.after, aside.anchor
        start = aside.span.partition(",")[0].strip()
        if start.isascii() and start.isdigit() and len(start) < 12:
            after, anchor = find_anchor(reader.paragraphs, int(start))
        placed.append(FdxAside(kind=aside.kind, text=aside.text, after=after, anchor=anchor))
    return placed


def _losses(left_out: Mapping[str, int]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            severity=Severity.NOTE,
            rule="screenplay.not-read",
            where="the script",
            message=f"{_LEFT_OUT[name]}: {count}, not read",
            remedy="They stay in the file; nothing is asked of you.",
        )
        for name, count in sorted(left_out.items())
    )


def _refused(message: str, *, rule: str, where: str) -> Reading:
    finding = Finding(
        severity=Severity.ERROR,
        rule=f"screenplay.{rule}",
        where=where,
        message=message,
        remedy="Open the script in the program that made it and save it again as FDX.",
    )
    return Reading(screenplay=None, findings=(finding,))
