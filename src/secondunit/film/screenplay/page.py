"""Where pages end: a page of 54 typed lines and the rules of what may be parted.

A heading stays with what follows it and a transition with what comes before. Action and speeches
are parted only between sentences or paragraphs, with two lines on either side.

Source: Final Draft's break rules as seen in the pages it prints (54 lines at six to the inch on US
Letter with margins of one inch; (MORE) stands below the last line and takes none of them).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.typed import Block, Part, height_of
from secondunit.film.screenplay.wrap import count_lines, sentence_starts, wrap

ROWS = 54
"""Typed lines on a page of US Letter."""

FEWEST_ROWS = 10
"""A page shorter than this is a fault of the file, and is taken as this."""

_FEWEST = 2  # typed lines kept together on either side of a break
_KEPT_WITH_NEXT = frozenset({LineKind.HEADING, LineKind.SHOT})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PageStart:
    """The first word of a page: the index of its paragraph and the character in it."""

    line: int
    character: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """One way to part a block: what stays takes ``top`` half lines, ``rest`` goes over."""

    top: int
    start: PageStart
    rest: Block


def lay_out(blocks: Sequence[Block], rows: int = ROWS) -> list[PageStart]:
    """Where each page begins; one page at least.

    Args:
        blocks: The whole script.
        rows: Typed lines on a page.
    """
    pages = _Pages(2 * max(rows, FEWEST_ROWS))
    index = 0
    while index < len(blocks):
        if blocks[index].kind is LineKind.PAGE_BREAK:
            pages.end()
            index += 1
            continue
        end = _chain_end(blocks, index)
        pages.place(blocks[index:end])
        index = end
    return pages.starts or [PageStart(line=0, character=0)]


def _chain_end(blocks: Sequence[Block], start: int) -> int:
    """One past the last of the blocks that want to stand on one page."""
    end = start
    while end + 1 < len(blocks) and blocks[end].kind in _KEPT_WITH_NEXT:
        end += 1
    if blocks[end].kind is LineKind.PAGE_BREAK:
        return end
    end += 1
    while end < len(blocks) and blocks[end].kind is LineKind.TRANSITION:
        end += 1
    return end


class _Pages:
    """Pages as they fill.

    Args:
        size: Half lines on a page.
    """

    def __init__(self, size: int) -> None:
        self.starts: list[PageStart] = []
        self._size = size
        self._used = size  # no page is open

    def end(self) -> None:
        """Whatever comes next begins a page."""
        self._used = self._size

    def place(self, chain: Sequence[Block]) -> None:
        """Put blocks that want to stand together on the page, breaking pages as needed."""
        blocks = list(chain)
        start = PageStart(line=blocks[0].line, character=0)
        while blocks:
            if self._used >= self._size:
                self.starts.append(start)
                self._used = 0
            height = sum(block.height for block in blocks)
            if self._used + height - (0 if self._used else blocks[0].before) <= self._size:
                self._used += height - (0 if self._used else blocks[0].before)
                return
            cut, index = self._best_cut(blocks)
            if cut is not None:
                start, blocks = cut.start, [cut.rest, *blocks[index + 1 :]]
            elif self._used:
                start = PageStart(line=blocks[0].line, character=0)
            elif blocks[0].height - blocks[0].before <= self._size:
                self._used = blocks[0].height - blocks[0].before
                blocks = blocks[1:]
                continue
            else:
                cut = _cut_anywhere(blocks[0], self._size)
                start, blocks = cut.start, [cut.rest, *blocks[1:]]
            self._used = self._size

    def _best_cut(self, blocks: Sequence[Block]) -> tuple[_Cut | None, int]:
        """The latest lawful cut in the first block of a chain that may be parted."""
        room = self._size - self._used
        for index, block in enumerate(blocks):
            room -= block.before if self._used or index else 0
            if block.kind not in _KEPT_WITH_NEXT:
                cuts = [cut for cut in _cuts(block) if cut.top <= room]
                return (cuts[-1] if cuts else None), index
            room -= block.height - block.before
        return None, 0


def _cuts(block: Block) -> Iterator[_Cut]:
    """Every lawful way to part a block, from the first to the last."""
    if len(block.columns) != 1:
        return
    parts = block.columns[0]
    cue = 1 if parts[0].kind is LineKind.CUE else 0
    top = height_of(parts[:cue]) if cue else parts[0].before
    above, below = 0, sum(part.rows for part in parts[cue:])
    for index in range(cue, len(parts)):
        part = parts[index]
        if index > cue:
            top += part.before
            if above >= _FEWEST <= below:
                yield _cut(block, index, 0, top)
        for at in sentence_starts(part.text) if _may_part(part) else ():
            rows = count_lines(part.text[:at].rstrip(), part.width)
            if above + rows >= _FEWEST <= below - rows:
                yield _cut(block, index, at, top + rows * part.pitch)
        above, below, top = above + part.rows, below - part.rows, top + part.body


def _may_part(part: Part) -> bool:
    return part.kind is not LineKind.PARENTHETICAL and part.rows > 2


def _cut(block: Block, index: int, at: int, top: int) -> _Cut:
    """Part a block before a character of one of its paragraphs; a cue is repeated in the margin."""
    parts = block.columns[0]
    cue = parts[:1] if parts[0].kind is LineKind.CUE else ()
    rest = (_remainder(parts[index], at), *parts[index + 1 :])
    return _Cut(
        top=top - parts[0].before,
        start=PageStart(line=parts[index].line, character=parts[index].offset + at),
        rest=replace(block, columns=((*(replace(part, rows=0) for part in cue), *rest),)),
    )


def _remainder(part: Part, at: int) -> Part:
    text = part.text[at:]
    rows = count_lines(text, part.width)
    return replace(part, text=text, offset=part.offset + at, before=0, rows=rows)


def _cut_anywhere(block: Block, room: int) -> _Cut:
    """Part what no page can hold between any two typed lines, both columns at the same height."""
    rests = [_below(column, room + block.before) for column in block.columns]
    columns = tuple(rest for rest in rests if rest)
    first = columns[0][0]
    return _Cut(
        top=room,
        start=PageStart(line=first.line, character=first.offset),
        rest=replace(block, columns=columns),
    )


def _below(column: Sequence[Part], room: int) -> tuple[Part, ...]:
    """What is left of a column under its first ``room`` half lines."""
    for index, part in enumerate(column):
        rows = (room - part.before) // part.pitch
        if rows < part.rows:
            at = wrap(part.text, part.width)[max(rows, 0)]
            return (_remainder(part, at), *column[index + 1 :])
        room -= part.before + part.body
    return ()
