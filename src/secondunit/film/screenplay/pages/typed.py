"""Paragraphs set in type: how many lines each takes, and what stands together as one block.

Source: Final Draft's default screenplay elements on US Letter: columns in characters of one tenth
of an inch, each with the one character by which it lets a line overhang.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from secondunit.film.screenplay.model import PRINTED, LineKind, Side
from secondunit.film.screenplay.pages.block import LINE, Block, Columns, Part, make_block
from secondunit.film.screenplay.pages.continued import cue_text
from secondunit.film.screenplay.pages.wrap import count_lines, wrap


class Settable(Protocol):
    """A paragraph as far as it matters how it is set; each property as in ``Line``."""

    @property
    def kind(self) -> LineKind:
        """What it is."""

    @property
    def text(self) -> str:
        """Its words."""

    @property
    def side(self) -> Side | None:
        """Column of a dual dialogue."""

    @property
    def extension(self) -> str:
        """What follows the name in a cue."""

    @property
    def space_before(self) -> float | None:
        """Blank lines before it."""

    @property
    def width(self) -> int | None:
        """Characters a typed line holds."""

    @property
    def spacing(self) -> float:
        """Typed lines from one line to the next."""

    @property
    def shown(self) -> bool:
        """The source prints what is usually not."""

    @property
    def closes(self) -> bool:
        """Its scene is over as far as length goes."""


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


_WIDTH = {
    LineKind.CUE: 38,
    LineKind.PARENTHETICAL: 26,
    LineKind.DIALOGUE: 35,
    LineKind.LYRIC: 35,
    LineKind.TRANSITION: 16,
}
_FULL_WIDTH = 61
_LEFT = {
    LineKind.CUE: 3.5,
    LineKind.PARENTHETICAL: 2.9,
    LineKind.DIALOGUE: 2.5,
    LineKind.LYRIC: 2.5,
}
_LEFT_OF_ALL = 1.5
_LEAST_WIDTH = 5
_LONGEST = 200  # typed lines: four pages
_MOST_BEFORE, _MOST_SPACING = 50, 4  # beyond these a file is at fault
_DUAL_WIDTH = {LineKind.PARENTHETICAL: 24}
_DUAL_FULL_WIDTH = 29
_BEFORE = {
    LineKind.HEADING: 2,
    LineKind.ACT: 2,
    LineKind.PARENTHETICAL: 0,
    LineKind.DIALOGUE: 0,
    LineKind.LYRIC: 0,
    LineKind.GENERAL: 0,
}
_SPEECH = frozenset({LineKind.PARENTHETICAL, LineKind.DIALOGUE, LineKind.LYRIC})


def is_seen(line: Settable) -> bool:
    """Whether a paragraph takes room on the page."""
    return line.shown or line.kind in PRINTED


def usual_space(kind: LineKind) -> int:
    """Blank lines before a paragraph of a kind where nothing else is asked for."""
    return _BEFORE.get(kind, 1)


def usual_width(kind: LineKind) -> int:
    """Characters that a typed line of a kind holds where nothing else is asked for."""
    return _WIDTH.get(kind, _FULL_WIDTH)


def usual_left(kind: LineKind) -> float:
    """Inches from the edge of the paper to a paragraph of a kind where nothing else is asked for.

    Of a parenthetical: to its bracket, which hangs a tenth of an inch.
    """
    return _LEFT.get(kind, _LEFT_OF_ALL)


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
        columns = _columns(lines, range(index, end))
        if columns or line.kind is LineKind.PAGE_BREAK:
            blocks.append(make_block(line.kind, scene, columns, closes=line.closes))
        index = end
    return blocks


def _blanks(line: Settable, index: int, scene: int) -> Iterator[Block]:
    """Empty lines beyond the usual space: typed lines of their own, above the paragraph."""
    extra = _extra_rows(line, _space(line)) if is_seen(line) else 0
    while extra > 0:
        part = Part(
            line=index,
            kind=LineKind.ACTION,
            text="",
            offset=0,
            width=_FULL_WIDTH,
            before=LINE if extra > 1 else 0,
            rows=1,
        )
        yield make_block(part.kind, scene, ((part,),))
        extra -= 2


def _space(line: Settable) -> float:
    usual = usual_space(line.kind)
    return usual if line.space_before is None else min(max(line.space_before, 0), _MOST_BEFORE)


def _extra_rows(line: Settable, space: float) -> int:
    """Whole blank lines of a space beyond the usual one."""
    return max(int(space - usual_space(line.kind)), 0)


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
    kind = line.kind
    text = cue_text(line.text, line.extension) if line.extension else line.text
    width = _width(line)
    return Part(
        line=index,
        kind=kind,
        text=text,
        offset=0,
        width=width,
        before=usual_space(kind) * LINE if line.space_before is None else _before(line),
        rows=count_lines(text, width),
        pitch=LINE if line.spacing == 1 else _pitch(line.spacing),
    )


def _width(line: Settable) -> int:
    if line.side is not None:
        return _DUAL_WIDTH.get(line.kind, _DUAL_FULL_WIDTH)
    return max(line.width, _LEAST_WIDTH) if line.width else usual_width(line.kind)


def _before(line: Settable) -> int:
    """Twips before a paragraph, its blank lines of their own left aside; in halves of a line."""
    space = _space(line)
    return round(2 * (space - _extra_rows(line, space))) * LINE // 2


def _pitch(spacing: float) -> int:
    return round(min(max(spacing, 0.5), _MOST_SPACING) * LINE)
