"""Paragraphs set in type: what stands together as one block, and how high that is.

Source: see ``sizes``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from secondunit.film.screenplay.model import PRINTED, LineKind, Side
from secondunit.film.screenplay.pages.block import LINE, Block, Columns, Part, make_block
from secondunit.film.screenplay.pages.sizes import (
    FULL_WIDTH,
    Settable,
    extra_rows,
    is_seen,
    size_of,
    space_of,
    width_of,
    words_of,
)
from secondunit.film.screenplay.pages.wrap import wrap


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One paragraph to be laid out.

    Args:
        kind: What it is.
        text: Its words.
        scene: Index of its scene, -1 before the first heading.
        side: Column of a dual dialogue, or None.
        extension: What follows the name in a cue, without brackets.
        space_before: Blank lines before it where the source says so, or None for the usual.
        width: Characters a typed line holds where the source says so, or None for the usual.
        spacing: Typed lines from one line to the next (2 in a double-spaced speech).
        shown: True where the source prints what is usually not.
        closes: True where its scene is over as far as length goes.
    """

    kind: LineKind
    text: str
    scene: int
    side: Side | None = None
    extension: str = ""
    space_before: float | None = None
    width: int | None = None
    spacing: float = 1.0
    shown: bool = False
    closes: bool = False


_LONGEST = 200  # typed lines: four pages
_SPEECH = frozenset({LineKind.PARENTHETICAL, LineKind.DIALOGUE, LineKind.LYRIC})


def set_type(lines: Sequence[PageLine]) -> list[Block]:
    """Group a script's paragraphs into blocks and count their lines."""
    return set_lines(lines, [line.scene for line in lines])


def set_lines(lines: Sequence[Settable], scenes: Sequence[int]) -> list[Block]:
    """The same of paragraphs that do not say what scene they are in.

    Args:
        lines: Every paragraph in order.
        scenes: Index of the scene of each, -1 before the first heading.
    """
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        line, scene = lines[index], scenes[index]
        end = index + 1
        if line.side is not None:
            while end < len(lines) and _goes_on_beside(lines, end, is_same=scenes[end] == scene):
                end += 1
        elif line.kind is LineKind.CUE:
            while end < len(lines) and _goes_on_speaking(lines[end]):
                end += 1
        if line.space_before is not None:
            blocks += _blanks(line, index, blocks[-1].scene if blocks else -1)
        block = _measured(lines, range(index, end), scene)
        if block is None:
            columns = _columns(lines, range(index, end))
            if columns or line.kind is LineKind.PAGE_BREAK:
                block = make_block(line.kind, scene, columns, closes=line.closes)
        if block is not None:
            blocks.append(block)
        index = end
    return blocks


def _measured(lines: Sequence[Settable], span: range, scene: int) -> Block | None:
    """A block of one column that is only measured; None for any other, and for an endless one."""
    first = lines[span.start]
    if first.side is not None or not is_seen(first):
        return None
    before, rows, pitch = size_of(first)
    height = before + rows * pitch
    longest = rows
    for index in span[1:]:
        line = lines[index]
        if line.kind in PRINTED or line.shown:
            space, rows, pitch = size_of(line)
            height += space + rows * pitch
            longest = max(longest, rows)
    if longest > _LONGEST:
        return None
    return Block(
        kind=first.kind,
        scene=scene,
        height=height,
        before=before,
        line=span.start,
        set_columns=partial(_columns, lines, span),
        closes=first.closes,
    )


def _blanks(line: Settable, index: int, scene: int) -> Iterator[Block]:
    """Empty lines beyond the usual space: typed lines of their own, above the paragraph."""
    extra = extra_rows(line, space_of(line)) if is_seen(line) else 0
    while extra > 0:
        part = Part(
            line=index,
            kind=LineKind.ACTION,
            text="",
            offset=0,
            width=FULL_WIDTH,
            before=LINE if extra > 1 else 0,
            rows=1,
        )
        yield make_block(part.kind, scene, ((part,),))
        extra -= 2


def _counts(line: Settable) -> bool:
    """Whether a paragraph has a say in where others stand."""
    return is_seen(line) or line.kind is LineKind.PAGE_BREAK


def _goes_on_speaking(line: Settable) -> bool:
    return line.side is None and (line.kind in _SPEECH or not _counts(line))


def _goes_on_beside(lines: Sequence[Settable], index: int, *, is_same: bool) -> bool:
    """Whether a line belongs to the dual dialogue before it; ``is_same``: to its scene."""
    line, before = lines[index], lines[index - 1]
    if not _counts(line):
        return True
    if line.side is None or not is_same:
        return False
    is_new_left = line.side is Side.LEFT and line.kind is LineKind.CUE
    return not (is_new_left and before.side is Side.RIGHT)


def _columns(lines: Sequence[Settable], span: range) -> Columns:
    left: list[Part] = []
    right: list[Part] = []
    for index in span:
        line = lines[index]
        if line.kind not in PRINTED and not line.shown:
            continue
        part = _part(line, index)
        column = right if line.side is Side.RIGHT else left
        if part.rows > _LONGEST:
            column += _pieces(part)
        else:
            column.append(part)
    if not right:
        return (tuple(left),) if left else ()
    return (tuple(left), tuple(right)) if left else (tuple(right),)


def _pieces(part: Part) -> Iterator[Part]:
    """What would fill several pages, cut into pieces that are quick to lay out."""
    starts = wrap(part.text, part.width)
    for row in range(0, part.rows, _LONGEST):
        end = starts[row + _LONGEST] if row + _LONGEST < part.rows else len(part.text)
        yield replace(
            part,
            text=part.text[starts[row] : end].removesuffix("\n"),
            offset=starts[row],
            before=0 if row else part.before,
            rows=min(_LONGEST, part.rows - row),
        )


def _part(line: Settable, index: int) -> Part:
    before, rows, pitch = size_of(line)
    return Part(
        line=index,
        kind=line.kind,
        text=words_of(line),
        offset=0,
        width=width_of(line),
        before=before,
        rows=rows,
        pitch=pitch,
    )
