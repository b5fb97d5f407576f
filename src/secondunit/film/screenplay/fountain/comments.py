"""Notes ``[[ ]]`` and boneyards ``/* */``: cut out of the text and kept, with their place.

Source: Fountain 1.1, Notes and Boneyard. A boneyard wins over everything and spans anything; a
note may span lines but not an empty one (a line of two spaces inside it is not empty).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondunit.film.screenplay.fountain.source import Rows
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.remarks import Remarks

_EMPTY_LINE = re.compile(r"\n ?(?=\n)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One note or boneyard.

    Args:
        kind: NOTE or BONEYARD.
        text: What it says, without its brackets.
        row: Line of the source on which it begins.
        start: Its first byte in the file.
        end: One past its last byte, brackets included.
    """

    kind: LineKind
    text: str
    row: int
    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class SourceLine:
    """One line of the source without its comments.

    Args:
        text: What remains.
        row: Its line number, from 1 (the first one with words, where a comment joined several).
        start: Its first byte in the file.
        end: One past its last byte, its line end left aside.
        cuts: The comments taken out of it, each with the position in ``text`` where it stood.
    """

    text: str
    row: int
    start: int
    end: int
    cuts: Sequence[tuple[int, Comment]] = ()

    @property
    def is_blank(self) -> bool:
        """Nothing stands on it, not even a comment."""
        return not self.cuts and not self.text.strip()

    @property
    def is_aside(self) -> bool:
        """Only comments stand on it."""
        return bool(self.cuts) and not self.text.strip()


@dataclass(frozen=True, slots=True)
class _Span:
    """``text[start:end]`` is a comment, brackets included."""

    start: int
    end: int
    kind: LineKind


def cut_comments(rows: Rows, remarks: Remarks) -> list[SourceLine]:
    """Take the comments out of a file's rows.

    Args:
        rows: The whole file.
        remarks: Told of every comment that is never closed; its text stays.
    """
    text = "\n".join(rows.texts)
    spans = list(_boneyards(text, remarks))
    masked = _mask(text, spans) if spans else text
    spans += _notes(masked, remarks)
    if not spans:
        each = zip(rows.texts, rows.starts, rows.ends, strict=False)
        return [
            SourceLine(text=text, row=row, start=start, end=end)
            for row, (text, start, end) in enumerate(each, 1)
        ]
    return _lines(text, _outermost(sorted(spans, key=lambda span: span.start)), rows)


def _boneyards(text: str, remarks: Remarks) -> Iterator[_Span]:
    end = 0
    while (start := text.find("/*", end)) >= 0:
        stop = text.find("*/", start + 2)
        if stop < 0:
            remarks.warn(
                text.count("\n", 0, start) + 1,
                "unclosed-boneyard",
                "a boneyard /* is never closed; the text after it is kept as script",
                "Close it with */ or take the /* out.",
            )
            return
        end = stop + 2
        yield _Span(start, end, LineKind.BONEYARD)


def _mask(text: str, spans: list[_Span]) -> str:
    """The text, equally long, with nothing to be found inside its boneyards."""
    kept, end = [], 0
    for span in spans:
        kept += [text[end : span.start], "\x00" * (span.end - span.start)]
        end = span.end
    return "".join([*kept, text[end:]])


def _notes(text: str, remarks: Remarks) -> Iterator[_Span]:
    """The closed notes, each found in one pass over the text, however many never close."""
    empties = _EMPTY_LINE.finditer(text)
    empty = next(empties, None)
    row, counted, search, stop = 1, 0, 0, text.find("]]")
    while (start := text.find("[[", search)) >= 0:
        while 0 <= stop < start + 2:
            stop = text.find("]]", stop + 1)
        while empty is not None and empty.start() < start:
            empty = next(empties, None)
        if stop >= 0 and (empty is None or stop < empty.start()):
            search = stop + 2
            yield _Span(start, search, LineKind.NOTE)
            continue
        row += text.count("\n", counted, start)
        counted, search = start, start + 2
        remarks.warn(
            row,
            "unclosed-note",
            "a note [[ is not closed before the next empty line; its text is kept as script",
            "Close it with ]], or put two spaces on the empty line inside it.",
        )


def _outermost(spans: list[_Span]) -> Iterator[_Span]:
    """Spans that lie in no other: a boneyard inside a note belongs to the note."""
    end = 0
    for span in spans:
        if span.start >= end:
            end = span.end
            yield span


def _lines(text: str, spans: Iterator[_Span], rows: Rows) -> list[SourceLine]:
    build = _Builder(rows)
    end = 0
    for span in spans:
        build.add(text[end : span.start])
        build.cut(span.kind, text[span.start : span.end])
        end = span.end
    build.add(text[end:])
    build.finish()
    return build.lines


class _Builder:
    """Lines as they grow from the pieces of text between comments."""

    def __init__(self, rows: Rows) -> None:
        self.lines: list[SourceLine] = []
        self._rows = rows
        self._row = 1
        self._column = 0
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._start = self._rows.starts[self._row - 1]
        self._first_row = self._row
        self._cuts: list[tuple[int, Comment]] = []
        self._is_blank = True

    def add(self, piece: str) -> None:
        first, *rest = piece.split("\n")
        self._extend(first)
        for line in rest:
            self.finish()
            self._row, self._column = self._row + 1, 0
            self._begin()
            self._extend(line)

    def cut(self, kind: LineKind, piece: str) -> None:
        row, start = self._row, self._rows.byte(self._row - 1, self._column)
        self._row += piece.count("\n")
        self._column = (
            len(piece) - piece.rfind("\n") - 1 + (self._column if row == self._row else 0)
        )
        end = self._rows.byte(self._row - 1, self._column)
        said = piece[2:-2].strip()
        comment = Comment(kind=kind, text=said, row=row, start=start, end=end)
        self._cuts.append((self._length, comment))

    def finish(self) -> None:
        self.lines.append(
            SourceLine(
                text="".join(self._parts),
                row=self._first_row,
                start=self._start,
                end=self._rows.ends[self._row - 1],
                cuts=self._cuts,
            )
        )

    def _extend(self, part: str) -> None:
        """Add to the line; one of the two spaces around a comment goes with it."""
        self._column += len(part)
        if self._cuts and part[:1] == " " and (not self._parts or self._parts[-1][-1] == " "):
            part = part[1:]
        if not part:
            return
        if self._is_blank and part.strip():
            self._first_row, self._is_blank = self._row, False
        self._parts.append(part)
        self._length += len(part)
