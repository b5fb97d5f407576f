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

PAGE = 108
"""Half lines on a page."""

_FEWEST = 4  # half lines kept together on either side of a break
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


def lay_out(blocks: Sequence[Block]) -> list[PageStart]:
    """Where each page begins; one page at least.

    Args:
        blocks: The whole script.
    """
    first = next((b.line for b in blocks if b.kind is not LineKind.PAGE_BREAK), 0)
    starts = [PageStart(line=first, character=0)]
    used = index = 0
    while index < len(blocks):
        if blocks[index].kind is LineKind.PAGE_BREAK:
            index += 1
            if used and index < len(blocks):
                starts.append(PageStart(line=blocks[index].line, character=0))
                used = 0
            continue
        end = _chain_end(blocks, index)
        used = _place(blocks[index:end], used, starts)
        index = end
    return starts


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


def _place(chain: Sequence[Block], used: int, starts: list[PageStart]) -> int:
    """Put a chain on the page, breaking pages as needed; returns the half lines then used."""
    blocks = list(chain)
    while blocks:
        height = sum(block.height for block in blocks) - (0 if used else blocks[0].before)
        if used + height <= PAGE:
            return used + height
        cut, index = _best_cut(blocks, used)
        if cut is not None:
            starts.append(cut.start)
            blocks, used = [cut.rest, *blocks[index + 1 :]], 0
        elif used:
            starts.append(PageStart(line=blocks[0].line, character=0))
            used = 0
        else:  # longer than a page, and nothing in it may be parted: let it run over
            first = blocks.pop(0)
            used = PAGE if first.height > PAGE else first.height - first.before
    return used


def _best_cut(blocks: Sequence[Block], used: int) -> tuple[_Cut | None, int]:
    """The latest lawful cut in the first block of a chain that may be parted."""
    room = PAGE - used
    for index, block in enumerate(blocks):
        room -= block.before if used or index else 0
        if block.kind not in _KEPT_WITH_NEXT:
            cuts = [cut for cut in _cuts(block) if cut.top <= room]
            return (max(cuts, key=lambda cut: cut.top), index) if cuts else (None, index)
        room -= block.height - block.before
    return None, 0


def _cuts(block: Block) -> Iterator[_Cut]:
    """Every lawful way to part a block."""
    if len(block.columns) != 1:
        return
    parts = block.columns[0]
    first = 1 if parts[0].kind is LineKind.CUE else 0
    top = height_of(parts[:first]) - (parts[0].before if first else 0)
    for index in range(first, len(parts)):
        part = parts[index]
        if index > first and parts[index - 1].kind is not LineKind.PARENTHETICAL:
            yield from _cut_at(block, index, 0, top)
        if part.kind is not LineKind.PARENTHETICAL and part.rows > 2:
            for at in sentence_starts(part.text):
                rows = count_lines(part.text[:at].rstrip(), part.width)
                yield from _cut_at(block, index, at, top + 2 * rows)
        top += part.before + 2 * part.rows


def _cut_at(block: Block, index: int, at: int, top: int) -> Iterator[_Cut]:
    parts = block.columns[0]
    first = 1 if parts[0].kind is LineKind.CUE else 0
    cue = parts[:first]
    rest = (_remainder(parts[index], at), *parts[index + 1 :])
    if top - 2 * sum(part.rows for part in cue) < _FEWEST or height_of(rest) < _FEWEST:
        return
    yield _Cut(
        top=top,
        start=PageStart(line=parts[index].line, character=parts[index].offset + at),
        rest=replace(block, columns=((*(replace(part, rows=0) for part in cue), *rest),)),
    )


def _remainder(part: Part, at: int) -> Part:
    text = part.text[at:]
    return replace(
        part, text=text, offset=part.offset + at, before=0, rows=len(wrap(text, part.width))
    )
