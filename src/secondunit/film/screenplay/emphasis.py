"""Fountain's emphasis: ``*italic*``, ``**bold**``, ``***both***``, ``_underline_``, nested freely.

Source: Fountain 1.1, Emphasis. A mark opens before a character and closes after one, never inside
a word (``2*3*4``, ``snake_case_name`` are literal), never across lines; a backslash keeps a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from secondunit.core.quick import quick
from secondunit.film.screenplay.model import Emphasis

_MARKS = re.compile(r"\\[*_]|\*+|_+")
_STYLES = {1: ("italic",), 2: ("bold",), 3: ("bold", "italic")}


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Styled:
    """Text without marks.

    Args:
        text: What remains.
        emphasis: Styled stretches of it.
        removed: Positions in the source of the characters taken out, ascending.
    """

    text: str
    emphasis: tuple[Emphasis, ...] = ()
    removed: tuple[int, ...] = ()

    def position(self, source: int) -> int:
        """Where a position of the source stands in the text."""
        return source - bisect_left(self.removed, source)


@dataclass(slots=True, kw_only=True)
class _Open:
    char: str
    count: int
    start: int


@dataclass(slots=True, kw_only=True)
class _Scan:
    """State of one line: the marks that are open, and what was found."""

    stack: list[_Open] = field(default_factory=list)
    waiting: dict[str, int] = field(default_factory=lambda: {"*": 0, "_": 0})
    spans: list[tuple[int, int, str]] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)

    def open(self, char: str, count: int, start: int) -> None:
        """A run of marks that may begin emphasis; its last mark stands before ``start``."""
        self.stack.append(_Open(char=char, count=count, start=start))
        self.waiting[char] += 1

    def close(self, char: str, count: int, at: int) -> int:
        """Match a run of marks from ``at`` with open ones; returns how many found a partner."""
        used = 0
        while used < count and self.waiting[char]:
            while self.stack[-1].char != char:
                self.waiting[self.stack.pop().char] -= 1
            top = self.stack[-1]
            size = min(top.count, count - used)
            if top.start == at:
                break
            for style in ("underline",) if char == "_" else _STYLES[size]:
                self.spans.append((top.start, at, style))
            self.removed += range(top.start - size, top.start)
            self.removed += range(at + used, at + used + size)
            top.start -= size
            top.count -= size
            used += size
            if not top.count:
                self.waiting[self.stack.pop().char] -= 1
        return used


def read_emphasis(line: str) -> Styled:
    """Take the marks out of one line.

    >>> read_emphasis("a **b** c").text
    'a b c'
    """
    if "*" not in line and "_" not in line:
        return Styled(text=line)
    scan = _Scan()
    for match in _MARKS.finditer(line):
        start, end = match.span()
        if line[start] == "\\":
            scan.removed.append(start)
            continue
        char, count = line[start], end - start
        if count > (1 if char == "_" else 3):
            continue
        before = line[start - 1] if start else " "
        after = line[end] if end < len(line) else " "
        used = 0
        if not before.isspace() and not after.isalnum():
            used = scan.close(char, count, start)
        if used < count and not after.isspace() and not before.isalnum():
            scan.open(char, count - used, end)
    return _styled(line, scan)


def _styled(line: str, scan: _Scan) -> Styled:
    removed = sorted(scan.removed)
    gone = set(removed)
    text = "".join(c for index, c in enumerate(line) if index not in gone) if gone else line
    plain = Styled(text=line, removed=tuple(removed))
    emphasis = tuple(
        Emphasis(start=plain.position(start), end=plain.position(end), style=style)
        for start, end, style in sorted(scan.spans)
    )
    return Styled(text=text, emphasis=emphasis, removed=tuple(removed))


def read_paragraph(lines: list[str]) -> Styled:
    """Take the marks out of a paragraph; positions count its lines joined by ``\\n``."""
    whole = lines[0] if len(lines) == 1 else "\n".join(lines)
    if "*" not in whole and "_" not in whole:
        return Styled(text=whole)
    if len(lines) == 1:
        return read_emphasis(whole)
    styled = [read_emphasis(line) for line in lines]
    emphasis: list[Emphasis] = []
    removed: list[int] = []
    start = source = 0
    for line, each in zip(lines, styled, strict=True):
        emphasis += [
            Emphasis(start=e.start + start, end=e.end + start, style=e.style) for e in each.emphasis
        ]
        removed += [position + source for position in each.removed]
        start += len(each.text) + 1
        source += len(line) + 1
    return Styled(
        text="\n".join(each.text for each in styled),
        emphasis=tuple(emphasis),
        removed=tuple(removed),
    )
