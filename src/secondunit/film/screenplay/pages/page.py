"""Where pages end: a page of 54 typed lines and the rules of what may be parted.

A heading stays with what follows it and a transition with what comes before. Action and speeches
are parted only between sentences or paragraphs, with two lines on either side.

Source: Final Draft's break rules as seen in the pages it prints (54 lines at six to the inch on US
Letter with margins of one inch; (MORE) stands below the last line and takes none of them).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from secondunit.core.quick import quick
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.pages.block import LINE, Block, Part, height_of
from secondunit.film.screenplay.pages.wrap import count_lines, sentence_starts, wrap

ROWS = 54
"""Typed lines on a page of US Letter."""

FEWEST_ROWS = 10
"""A page shorter than this is a fault of the file, and is taken as this."""

_FEWEST = 2  # typed lines kept together on either side of a break
_LONGEST_CHAIN = 24  # headings or transitions in a row that no page can hold anyway
_KEPT_WITH_NEXT = frozenset({LineKind.HEADING, LineKind.SHOT})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class PageStart:
    """The first word of a page: the index of its paragraph and the character in it."""

    line: int
    character: int


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A block, or a piece of one, as it stands on a page.

    Args:
        top: Twips from the head of the page to the block's space before.
        block: What stands there.
        goes_on: True when the rest of it stands on the next page.
    """

    top: int
    block: Block
    goes_on: bool = False


@dataclass(slots=True, kw_only=True)
class Page:
    """One page as it fills.

    Args:
        start: Where it begins.
        placed: What stands on it, from the head down.
    """

    start: PageStart
    placed: list[Placed] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """One way to part a block before a character of one of its paragraphs.

    Args:
        top: Twips that what stays takes without the space before it.
        index: Which of its paragraphs.
        at: The character in what is left of that paragraph.
    """

    top: int
    index: int
    at: int


def lay_out(blocks: Sequence[Block], size: int = ROWS * LINE) -> list[Page]:
    """What stands on each page; one page at least.

    Args:
        blocks: The whole script.
        size: Twips that a page holds.
    """
    pages = _Pages(max(size, FEWEST_ROWS * LINE))
    index = 0
    while index < len(blocks):
        if blocks[index].kind is LineKind.PAGE_BREAK:
            pages.end()
            index += 1
            continue
        end = _chain_end(blocks, index)
        if end > index + 1 or not pages.takes(blocks[index]):
            pages.place(blocks[index:end])
        index = end
    return pages.pages or [Page(start=PageStart(line=0, character=0))]


def _chain_end(blocks: Sequence[Block], start: int) -> int:
    """One past the last of the blocks that want to stand on one page."""
    end, count = start, len(blocks)
    last = start + _LONGEST_CHAIN
    while end + 1 < count and end + 1 < last and blocks[end].kind in _KEPT_WITH_NEXT:
        end += 1
    if blocks[end].kind is LineKind.PAGE_BREAK:
        return end
    end += 1
    last = end + _LONGEST_CHAIN
    while end < count and end < last and blocks[end].kind is LineKind.TRANSITION:
        end += 1
    return end


class _Pages:
    """Pages as they fill.

    Args:
        size: Twips that a page holds.
    """

    def __init__(self, size: int) -> None:
        self.pages: list[Page] = []
        self._size = size
        self._used = size  # no page is open

    def end(self) -> None:
        """Whatever comes next begins a page."""
        self._used = self._size

    def takes(self, block: Block) -> bool:
        """Put a block below others on the open page; False where it cannot stand there whole."""
        top = self._used
        if not 0 < top <= self._size - block.height:
            return False
        self.pages[-1].placed.append(Placed(top=top, block=block))
        self._used = top + block.height
        return True

    def place(self, chain: Sequence[Block]) -> None:
        """Put blocks that want to stand together on the page, breaking pages as needed."""
        blocks = chain
        start: PageStart | None = None
        while blocks:
            if self._used >= self._size:
                start = start or PageStart(line=blocks[0].line, character=0)
                self.pages.append(Page(start=start))
                self._used = 0
            if self._holds(blocks):
                self._put(blocks)
                return
            cut, index = self._best_cut(blocks)
            if cut is not None:
                kept, rest = part_block(blocks[index], cut.index, cut.at)
                blocks = self._break(blocks, index, kept, rest)
            elif self._used:
                self._used = self._size
            elif blocks[0].height - blocks[0].before <= self._size:
                self._put(blocks[:1])
                blocks = blocks[1:]
                continue
            else:
                kept, rest = _part_anywhere(blocks[0], self._size)
                blocks = self._break(blocks, 0, kept, rest)
            start = _start_of(blocks[0])

    def _holds(self, blocks: Sequence[Block]) -> bool:
        """All of them stand on what is left of the page."""
        room = self._size - self._used + (0 if self._used else blocks[0].before)
        for block in blocks:
            room -= block.height
            if room < 0:
                return False
        return True

    def _put(self, blocks: Sequence[Block], *, goes_on: bool = False) -> None:
        for block in blocks:
            top = self._used if self._used else -block.before
            is_last = goes_on and block is blocks[-1]
            self.pages[-1].placed.append(Placed(top=top, block=block, goes_on=is_last))
            self._used = top + block.height

    def _break(
        self, blocks: Sequence[Block], index: int, kept: Block, rest: Block
    ) -> Sequence[Block]:
        """End the page with what is kept of one block; what is left to place."""
        self._put([*blocks[:index], kept], goes_on=True)
        self._used = self._size
        return [rest, *blocks[index + 1 :]]

    def _best_cut(self, blocks: Sequence[Block]) -> tuple[_Cut | None, int]:
        """The latest lawful cut in the first block of a chain that may be parted."""
        room = self._size - self._used
        for index, block in enumerate(blocks):
            room -= block.before if self._used or index else 0
            if room < 0:
                break
            if block.kind not in _KEPT_WITH_NEXT:
                best = None
                for cut in _cuts(block):
                    if cut.top > room:
                        break
                    best = cut
                return best, index
            room -= block.height - block.before
        return None, 0


def _start_of(block: Block) -> PageStart:
    """Its first paragraph that is not a cue repeated from the page before."""
    part = next((part for part in block.columns[0] if part.rows), block.columns[0][0])
    return PageStart(line=part.line, character=part.offset)


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
                yield _Cut(top=top - parts[0].before, index=index, at=0)
        starts = wrap(part.text, part.width) if _may_part(part) else ()
        for at in sentence_starts(part.text) if _may_part(part) else ():
            rows = bisect_left(starts, _end_of_words(part.text, at))
            if above + rows >= _FEWEST <= below - rows:
                high = top + rows * part.pitch - parts[0].before
                yield _Cut(top=high, index=index, at=at)
        above, below, top = above + part.rows, below - part.rows, top + part.body


def _end_of_words(text: str, at: int) -> int:
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _may_part(part: Part) -> bool:
    return part.kind is not LineKind.PARENTHETICAL and part.rows > 2


def part_block(block: Block, index: int, at: int) -> tuple[Block, Block]:
    """What stays of a block and what goes over; a cue is repeated in the margin.

    Args:
        block: One of a single column.
        index: The paragraph in it that is parted.
        at: The character of that paragraph with which the rest begins; 0 to part before it.
    """
    parts = block.columns[0]
    cue = parts[:1] if parts[0].kind is LineKind.CUE else ()
    part = parts[index]
    kept = (*parts[:index], *((_head(part, at),) if at else ()))
    rest = (_remainder(part, at), *parts[index + 1 :])
    repeated = (*(replace(part, rows=0) for part in cue), *rest)
    return block.holding((kept,)), block.holding((repeated,))


def _head(part: Part, at: int) -> Part:
    text = part.text[:at].rstrip()
    return replace(part, text=text, rows=count_lines(text, part.width))


def _remainder(part: Part, at: int) -> Part:
    text = part.text[at:]
    rows = count_lines(text, part.width)
    return replace(part, text=text, offset=part.offset + at, before=0, rows=rows)


def _part_anywhere(block: Block, room: int) -> tuple[Block, Block]:
    """Part what no page can hold between any two typed lines, both columns at the same height."""
    pairs = [_part_column(column, room + block.before) for column in block.columns]
    kept = tuple(above for above, _ in pairs if above)
    return block.holding(kept), block.holding(tuple(below for _, below in pairs if below))


def _part_column(column: Sequence[Part], room: int) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """What stands within a column's first ``room`` twips, and what is left."""
    for index, part in enumerate(column):
        rows = max((room - part.before) // part.pitch, 0)
        if rows < part.rows:
            at = wrap(part.text, part.width)[rows]
            kept = (*column[:index], *((_head(part, at),) if rows else ()))
            return kept, (_remainder(part, at), *column[index + 1 :])
        room -= part.before + part.body
    return tuple(column), ()
