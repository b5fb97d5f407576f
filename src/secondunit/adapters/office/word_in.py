"""Paragraphs out of WordprocessingML: runs, tables, comments, what is hidden.

Source: ECMA-376 part 1, 17.3 (paragraphs and runs), 17.4 (tables), 17.13.5 (revisions: what is
marked as deleted is deleted, what is inserted is there).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from secondunit.adapters.markup import walk_xml
from secondunit.adapters.office.word_styles import (
    ROW,
    WordStyle,
    align,
    indent,
    is_on,
    local,
    number,
    value,
)
from secondunit.film.screenplay.model import LineKind, Side
from secondunit.film.screenplay.remarks import Remarks
from secondunit.film.screenplay.styled import Run, StyledParagraph, kind_of

_TINY = 5  # half points: nobody reads type of two and a half points
_EMPHASIS = {"b": "bold", "i": "italic", "u": "underline"}
_SKIPPED = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText"})
_UNPRINTED = frozenset(
    {LineKind.NOTE, LineKind.BONEYARD, LineKind.SECTION, LineKind.SYNOPSIS, LineKind.PAGE_BREAK}
)
_SPECIAL = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LARGEST_ANCHOR = 7  # digits

Cell = tuple[int, int, int]


@dataclass(slots=True)
class _Open:
    """A paragraph being read."""

    style: WordStyle = field(default_factory=WordStyle)
    runs: list[Run] = field(default_factory=list)
    before: float | None = None
    spacing: float = 1.0
    indent: float | None = None
    align: str | None = None
    opens_page: bool = False
    number: str = ""
    anchor: int | None = None
    comments: list[tuple[int, str]] = field(default_factory=list)

    @property
    def length(self) -> int:
        return sum(len(run.text) for run in self.runs)


class WordReader:
    """Collects the paragraphs of a document.

    Args:
        styles: By id.
        comments: By id.
        remarks: Told of what is hidden, deleted or left out.
    """

    def __init__(
        self, styles: Mapping[str, WordStyle], comments: Mapping[str, str], remarks: Remarks
    ) -> None:
        self.paragraphs: list[StyledParagraph] = []
        self._styles = styles
        self._comments = comments
        self._remarks = remarks
        self._stack: list[str] = []
        self._open: list[_Open] = []
        self._skipping = 0
        self._run: dict[str, bool] = {}
        self._run_style = ""
        self._tables: list[list[int]] = []
        self._count = 0
        self._breaks = False
        self._cells: list[Cell | None] = []

    def read(self, data: bytes) -> tuple[str, str]:
        """Read the document; gives the rule it broke and why, both "" when all was read."""
        problem = walk_xml(data, self)
        _set_sides(self.paragraphs, self._cells)
        return problem

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        tag = local(name)
        parent = self._stack[-1] if self._stack else ""
        self._stack.append(tag)
        if self._skipping or tag in _SKIPPED:
            self._skipping += 1
        elif tag == "tbl":
            self._count += 1
            self._tables.append([self._count, 0, 0])
        elif tag in {"tr", "tc"} and self._tables:
            table = self._tables[-1]
            table[1] += tag == "tr"
            table[2] = 0 if tag == "tr" else table[2] + 1
        elif tag == "p":
            self._open.append(_Open())
        elif self._open:
            self._inside(tag, parent, attributes)

    def _inside(self, tag: str, parent: str, attributes: Mapping[str, str]) -> None:
        paragraph = self._open[-1]
        if tag == "r":
            self._run, self._run_style = {}, ""
        elif parent == "rPr":
            if self._stack[-3:-2] == ["r"]:
                self._run_property(tag, attributes)
        elif parent == "pPr":
            self._paragraph_property(paragraph, tag, attributes)
        elif parent == "r" and tag in _SPECIAL:
            if tag == "br" and value(attributes, "type") == "page":
                paragraph.opens_page |= not paragraph.length
                self._breaks |= bool(paragraph.length)
            else:
                self._add(paragraph, _SPECIAL[tag])
        elif tag == "bookmarkStart":
            digits = value(attributes, "name").removeprefix("anchor_").partition("_")[0]
            if digits.isascii() and digits.isdigit() and len(digits) <= _LARGEST_ANCHOR:
                paragraph.anchor = int(digits)
        elif tag == "commentReference":
            words = self._comments.get(value(attributes, "id"), "").strip()
            paragraph.comments += [(paragraph.length, words)] if words else []

    def _run_property(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "rStyle":
            self._run_style = value(attributes, "val")
        elif tag in {*_EMPHASIS, "caps", "vanish"}:
            self._run[tag] = is_on(attributes)
        elif tag == "color" and value(attributes, "val").upper() in {"FFFFFF", "FEFEFE"}:
            self._run["white"] = True
        elif tag == "sz":
            self._run["tiny"] = number(value(attributes, "val")) <= _TINY
        elif tag in {"shd", "highlight"}:
            self._run["shaded"] = True

    def _paragraph_property(
        self, paragraph: _Open, tag: str, attributes: Mapping[str, str]
    ) -> None:
        said = value(attributes, "val")
        if tag == "pStyle":
            paragraph.style = self._styles.get(said, WordStyle(name=said))
        elif tag == "ind":
            paragraph.indent = indent(attributes)
        elif tag == "jc":
            paragraph.align = align(said)
        elif tag == "pageBreakBefore":
            paragraph.opens_page = is_on(attributes)
        elif tag == "spacing":
            if before := value(attributes, "before"):
                paragraph.before = round(number(before) / ROW, 2)
            if (line := value(attributes, "line")) and value(attributes, "lineRule") != "exact":
                paragraph.spacing = round(number(line) / ROW, 2) or 1.0

    def end(self, name: str) -> None:
        """An element closes."""
        tag = local(name)
        if self._stack:
            self._stack.pop()
        if self._skipping:
            self._skipping -= 1
        elif tag == "tbl" and self._tables:
            self._tables.pop()
        elif tag == "p" and self._open:
            self._close(self._open.pop())
        elif tag == "r":
            self._run, self._run_style = {}, ""

    def text(self, data: str) -> None:
        """Characters stand inside the element that is open."""
        if not self._skipping and self._open and self._stack[-1] == "t":
            self._add(self._open[-1], data)

    def _add(self, paragraph: _Open, words: str) -> None:
        run, row = self._run, len(self.paragraphs) + 1
        style = self._styles.get(self._run_style, WordStyle())
        if style.name == "Scene Number":
            paragraph.number = (paragraph.number or words).strip()
            return
        is_locked = style.name == "Locked Page"
        white = run.get("white") and not run.get("shaded")
        if not is_locked and (run.get("vanish", bool(style.hidden)) or white or run.get("tiny")):
            if words.strip():
                self._hidden(row, words)
            return
        caps = run.get("caps", bool(style.caps or paragraph.style.caps))
        styles = frozenset(_EMPHASIS[tag] for tag in _EMPHASIS if run.get(tag))
        paragraph.runs.append(Run(text=words.upper() if caps else words, styles=styles))

    def _hidden(self, row: int, words: str) -> None:
        said = " ".join(words.split())[:200]
        self._remarks.warn(
            row,
            "hidden-text",
            f"hidden text left out: “{said}”",
            "Show it in the word processor if it belongs to the script.",
        )

    def _close(self, paragraph: _Open) -> None:
        style, row = paragraph.style, len(self.paragraphs) + 1
        if style.hidden and kind_of(style.name) not in _UNPRINTED:
            if words := "".join(run.text for run in paragraph.runs).strip():
                self._hidden(row, words)
            return
        opens = paragraph.opens_page or bool(style.opens_page) or self._breaks
        is_break = kind_of(style.name) is LineKind.PAGE_BREAK
        self._breaks = False
        runs = tuple(paragraph.runs)
        if paragraph.number:
            runs = _without_tabs(runs)
        self._keep(
            StyledParagraph(
                style=style.name,
                runs=runs,
                row=row,
                number=paragraph.number,
                opens_page=opens and not is_break,
                space_before=paragraph.before,
                spacing=paragraph.spacing,
                indent=next((x for x in (paragraph.indent, style.indent) if x is not None), 0.0),
                align=paragraph.align or style.align or "left",
                anchor=paragraph.anchor,
            )
        )
        for at, words in paragraph.comments:
            note = StyledParagraph(style="Note", runs=(Run(text=words),), row=row, anchor=at)
            self._keep(note)

    def _keep(self, paragraph: StyledParagraph) -> None:
        table = self._tables[-1] if self._tables else None
        self.paragraphs.append(paragraph)
        self._cells.append((table[0], table[1], table[2]) if table else None)


def _without_tabs(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The words of a heading without the tabs that stand between them and its number."""
    return tuple(replace(run, text=run.text.strip("\t")) for run in runs)


def _set_sides(paragraphs: list[StyledParagraph], cells: Sequence[Cell | None]) -> None:
    """Two cells of one row that both begin with a cue are a dual dialogue."""
    rows: dict[tuple[int, int], dict[int, list[int]]] = {}
    for index, cell in enumerate(cells):
        if cell is not None:
            rows.setdefault(cell[:2], {}).setdefault(cell[2], []).append(index)
    for row in rows.values():
        columns = [[i for i in row[key] if paragraphs[i].text.strip()] for key in sorted(row)]
        columns = [column for column in columns if column]
        if len(columns) != 2 or not all(
            kind_of(paragraphs[column[0]].style) is LineKind.CUE for column in columns
        ):
            continue
        for side, column in zip(Side, columns, strict=True):
            for index in column:
                paragraphs[index] = replace(paragraphs[index], side=side)
