"""Notes ``[[ ]]`` and boneyards ``/* */``: cut out of the text and kept, with their place.

Source: Fountain 1.1, Notes and Boneyard. A boneyard wins over everything and spans anything; a
note may span lines but not an empty one (a line of two spaces inside it is not empty).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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
    """

    kind: LineKind
    text: str
    row: int


@dataclass(slots=True, kw_only=True)
class SourceLine:
    """One line of the source without its comments.

    Args:
        text: What remains.
        row: Its line number, from 1 (the first one with words, where a comment joined several).
        cuts: The comments taken out of it, each with the position in ``text`` where it stood.
    """

    text: str
    row: int
    cuts: list[tuple[int, Comment]] = field(default_factory=list)

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


def cut_comments(text: str, remarks: Remarks) -> list[SourceLine]:
    """Split a text into lines and take its comments out.

    Args:
        text: The whole file, lines ended by ``\\n``.
        remarks: Told of every comment that is never closed; its text stays.
    """
    spans = list(_boneyards(text, remarks))
    masked = _mask(text, spans) if spans else text
    notes = list(_notes(masked, remarks))
    if not spans and not notes:
        return [SourceLine(text=line, row=row) for row, line in enumerate(text.split("\n"), 1)]
    return _lines(text, _outermost(sorted([*spans, *notes], key=lambda span: span.start)))


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


def _lines(text: str, spans: Iterator[_Span]) -> list[SourceLine]:
    build = _Builder()
    end = 0
    for span in spans:
        build.add(text[end : span.start])
        said = text[span.start + 2 : span.end - 2]
        build.cut(Comment(kind=span.kind, text=said.strip(), row=build.row))
        build.row += said.count("\n")
        end = span.end
    build.add(text[end:])
    build.finish()
    return build.lines


class _Builder:
    """Lines as they grow from the pieces of text between comments."""

    def __init__(self) -> None:
        self.lines: list[SourceLine] = []
        self.row = 1
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._first_row = self.row
        self._cuts: list[tuple[int, Comment]] = []
        self._is_blank = True

    def add(self, piece: str) -> None:
        first, *rest = piece.split("\n")
        self._extend(first)
        for line in rest:
            self.finish()
            self.row += 1
            self._begin()
            self._extend(line)

    def cut(self, comment: Comment) -> None:
        self._cuts.append((self._length, comment))

    def finish(self) -> None:
        text = "".join(self._parts)
        self.lines.append(SourceLine(text=text, row=self._first_row, cuts=self._cuts))

    def _extend(self, part: str) -> None:
        """Add to the line; one of the two spaces around a comment goes with it."""
        if self._cuts and part[:1] == " " and (not self._parts or self._parts[-1][-1] == " "):
            part = part[1:]
        if not part:
            return
        if self._is_blank and part.strip():
            self._first_row, self._is_blank = self.row, False
        self._parts.append(part)
        self._length += len(part)
