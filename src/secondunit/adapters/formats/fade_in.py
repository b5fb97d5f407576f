"""Fade In (.fadein) and the Open Screenplay Format (.osf) in.

A .fadein file is a zip whose ``document.xml`` is the .osf document. Version 2.1 writes its
attributes in mixed case, the others in small letters; version 1 puts marks of emphasis into the
words. A pair of speeches side by side is marked at its first speaker.

Source: Open Screenplay Format 1.2 to 4 as Fade In and other programs write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from secondunit.adapters.archive import is_zip, names_in, take_parts
from secondunit.adapters.markup import walk_html, walk_xml
from secondunit.adapters.refusal import refused
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.model import LineKind, Side, TitleField
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.film.screenplay.styled import Run, StyledParagraph, kind_of, read_styled
from secondunit.ports.formats import Reading

LARGEST = 64 * 2**20
"""Bytes of a document that is not zipped."""

_DOCUMENT = "document.xml"
_STYLES = ("bold", "italic", "underline")
_INLINE = {"b": "bold", "i": "italic", "u": "underline"}
_OLD = 20  # versions before this put their emphasis into the words
_INFO = {
    "title": "Title",
    "written_by": "Author",
    "story_by": "Source",
    "drafts": "Draft date",
    "draft": "Draft date",
    "copyright": "Copyright",
    "contact": "Contact",
}
_SPEECH = frozenset(
    {LineKind.DIALOGUE, LineKind.PARENTHETICAL, LineKind.LYRIC, LineKind.NOTE, LineKind.SYNOPSIS}
)
_MOST_BASES = 12


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read."""

    style: str = ""
    number: str = ""
    opens_page: bool = False
    align: str = "left"
    is_dual: bool = False
    bookmark: str = ""
    asides: list[tuple[str, str]] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)


@dataclass(slots=True)
class _Walker:
    """Collects paragraphs, styles and the title page."""

    root: str = ""
    version: int = 0
    bases: dict[str, str] = field(default_factory=dict)
    capitals: set[LineKind] = field(default_factory=set)
    body: list[_Paragraph] = field(default_factory=list)
    title: list[_Paragraph] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)
    _stack: list[str] = field(default_factory=list)
    _run: frozenset[str] = frozenset()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        said = {key.casefold().replace("_", ""): value for key, value in attributes.items()}
        tag = name.casefold()
        self._stack.append(tag)
        if not self.root:
            self.root = tag
            digits = said.get("version", "")[:4]
            self.version = int(digits) if digits.isascii() and digits.isdigit() else 99
        if tag == "info" and len(self._stack) == 2:
            self.info = {key: attributes[key] for key in attributes if key.casefold() in _INFO}
        elif tag == "style" and "styles" in self._stack and "para" not in self._stack:
            style = said.get("name", "")
            self.bases[style] = said.get("basestylename", said.get("basestyle", ""))
            if said.get("allcaps") in {"1", "true"} and (kind := kind_of(style)) is not None:
                self.capitals.add(kind)
        elif tag == "para":
            self._open(said)
        elif (paragraph := self._paragraph()) is not None:
            if tag == "style":
                self._style(paragraph, said)
            elif tag == "text":
                self._run = frozenset(s for s in _STYLES if said.get(s) in {"1", "true"})

    def end(self, name: str) -> None:
        """An element closes."""
        del name
        self._stack.pop()

    def text(self, data: str) -> None:
        """Characters stand inside the element that is open."""
        paragraph = self._paragraph()
        if paragraph is not None and self._stack[-1] == "text":
            paragraph.runs.append(Run(text=data.replace("\u2028", "\n"), styles=self._run))

    def _open(self, said: Mapping[str, str]) -> None:
        paragraph = _Paragraph(
            number=said.get("scenenumber", said.get("number", "")).strip(),
            opens_page=said.get("pagebreak") in {"1", "true"},
            bookmark=said.get("bookmark", "").strip(),
        )
        for key, style in (("synopsis", "Synopsis"), ("note", "Note")):
            if words := said.get(key, "").strip():
                paragraph.asides.append((style, words))
        if "titlepage" in self._stack:
            self.title.append(paragraph)
        elif "paragraphs" in self._stack:
            self.body.append(paragraph)

    def _style(self, paragraph: _Paragraph, said: Mapping[str, str]) -> None:
        paragraph.style = said.get("basestylename") or said.get("basestyle") or said.get("name", "")
        paragraph.number = paragraph.number or said.get("number", "").strip()
        paragraph.align = said.get("align", "left")
        paragraph.is_dual = said.get("dualdialogue") in {"1", "true"}
        paragraph.opens_page |= said.get("pagebreakbefore") in {"1", "true"}

    def _paragraph(self) -> _Paragraph | None:
        if "para" not in self._stack:
            return None
        paragraphs = self.title if "titlepage" in self._stack else self.body
        return paragraphs[-1] if paragraphs else None


class FadeInFormat:
    """Scripts of Fade In and of programs that write the Open Screenplay Format."""

    key = "fade-in"
    suffixes = (".fadein", ".osf")

    def is_format(self, data: bytes) -> bool:
        """True for a zip with the document in it, or for the document alone."""
        if is_zip(data):
            return _DOCUMENT in names_in(data)
        return b"Open Screenplay Format" in data[:4000].replace(b"\0", b"")

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding. Nothing outside is ever fetched."""
        document = data
        if is_zip(data):
            parts = take_parts(data, lambda part: part.rpartition("/")[2] == _DOCUMENT)
            if parts.problem:
                return _refused(name, parts.rule, parts.problem)
            if not parts.files:
                return _refused(name, "not-fade-in", f"holds no {_DOCUMENT}")
            document = next(iter(parts.files.values()))
        elif len(data) > LARGEST:
            return _refused(name, "too-large", f"has {len(data) >> 20} MB, which no script has")
        walker = _Walker()
        rule, words = walk_xml(document, walker)
        if rule:
            return _refused(name, rule, words)
        if walker.root != "document":
            return _refused(name, "not-fade-in", f"is <{walker.root[:40]}>, not <document>")
        raw = RawScript(
            name=name,
            title_page=_title_page(walker),
            lines=read_styled(
                _set_sides(list(_paragraphs(walker))), "fade-in.style", walker.capitals
            ),
            source_format="fade-in",
            source_digest=digest_bytes(data),
        )
        screenplay, findings = read_scenes(raw)
        return Reading(screenplay=screenplay, findings=findings)


FORMAT = FadeInFormat()


def _paragraphs(walker: _Walker) -> Iterator[tuple[StyledParagraph, bool]]:
    """Each paragraph, and whether a dual dialogue begins with it."""
    for row, paragraph in enumerate(walker.body, 1):
        runs = tuple(paragraph.runs)
        if walker.version < _OLD:
            runs = tuple(run for each in runs for run in _inline(each))
        style = _known_style(paragraph.style, walker.bases)
        styled = StyledParagraph(
            style=style,
            runs=runs,
            row=row,
            number=paragraph.number if kind_of(style) is LineKind.HEADING else "",
            opens_page=paragraph.opens_page,
            align=paragraph.align if paragraph.align == "center" else "left",
        )
        yield styled, paragraph.is_dual
        for name, words in paragraph.asides:
            yield StyledParagraph(style=name, runs=(Run(text=words),), row=row), False


def _known_style(style: str, bases: Mapping[str, str]) -> str:
    """A style of the writer's own means what it is based on."""
    for _ in range(_MOST_BASES):
        if kind_of(style) is not None or style not in bases:
            break
        style = bases[style]
    return style


def _inline(run: Run) -> Iterator[Run]:
    """Version 1 writes ``<b>`` and the like into the words."""
    if not re.search(r"<[a-z/]", run.text):
        yield run
        return
    on: dict[str, int] = {}
    for tag in walk_html(run.text):
        if tag.name in _INLINE:
            style = _INLINE[tag.name]
            on[style] = max(on.get(style, 0) + (-1 if tag.closes else 1), 0)
        elif tag.name == "br" or tag.text:
            styles = run.styles | {style for style, depth in on.items() if depth}
            yield Run(text=tag.text or "\n", styles=frozenset(styles))


def _set_sides(found: Sequence[tuple[StyledParagraph, bool]]) -> list[StyledParagraph]:
    """The marked speech stands left, the next one right, if one follows at once."""
    paragraphs = [paragraph for paragraph, _ in found]
    for start, (_, is_dual) in enumerate(found):
        if not is_dual:
            continue
        middle = _speech_end(paragraphs, start)
        if middle == len(paragraphs) or kind_of(paragraphs[middle].style) is not LineKind.CUE:
            continue
        for index in range(start, _speech_end(paragraphs, middle)):
            side = Side.LEFT if index < middle else Side.RIGHT
            paragraphs[index] = replace(paragraphs[index], side=side)
    return paragraphs


def _speech_end(paragraphs: Sequence[StyledParagraph], start: int) -> int:
    end = start + 1
    while end < len(paragraphs) and kind_of(paragraphs[end].style) in _SPEECH:
        end += 1
    return end


def _title_page(walker: _Walker) -> tuple[TitleField, ...]:
    fields: dict[str, list[str]] = {}
    for paragraph in walker.title:
        words = "".join(run.text for run in paragraph.runs).strip()
        if words:
            key = paragraph.bookmark or ("Contact" if fields else "Title")
            fields.setdefault(_INFO.get(key.casefold(), key), []).append(words)
    for key, words in walker.info.items():
        if words.strip():
            fields.setdefault(_INFO[key.casefold()], [words.strip()])
    return tuple(TitleField(key=key, value="\n".join(words)) for key, words in fields.items())


def _refused(name: str, rule: str, problem: str) -> Reading:
    return refused(
        name,
        rule,
        f"it {problem}",
        "Open the script in Fade In and save it again, or export it as FDX or Fountain.",
    )
