"""Paragraphs set in type: how many lines each takes, and what stands together as one block.

Source: Final Draft's default screenplay elements on US Letter: columns in characters of one tenth
of an inch, each with the one character by which it lets a line overhang.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from secondunit.film.screenplay.model import PRINTED, LineKind, Side
from secondunit.film.screenplay.pages.continued import cue_text
from secondunit.film.screenplay.pages.wrap import count_lines, wrap


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


LINE = 240
"""Twips (twentieths of a point) in a typed line at six lines to the inch."""

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


def is_seen(line: PageLine) -> bool:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One paragraph, or what is left of it on a later page.

    Args:
        line: Its index in the script.
        kind: What it is.
        text: Its words (of a cue with the extension).
        offset: Character of the paragraph at which ``text`` begins.
        width: Characters a line holds.
        before: Space before it in twips.
        rows: Typed lines it has.
        pitch: Twips from one of them to the next.
    """

    line: int
    kind: LineKind
    text: str
    offset: int
    width: int
    before: int
    rows: int
    pitch: int = LINE

    @property
    def body(self) -> int:
        """Twips it takes without the space before it."""
        return self.rows * self.pitch


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Paragraphs that the page treats as one: a speech with its cue, or a single paragraph.

    Args:
        kind: Of its first paragraph; PAGE_BREAK for a forced break.
        scene: Index of its scene, -1 before the first heading.
        columns: Its paragraphs; two columns stand side by side in a dual dialogue.
        closes: True where its scene is over as far as length goes.
        before: Twips of space before it, dropped at the top of a page.
        height: Twips it takes with the space before it; of two columns the longer counts.
    """

    kind: LineKind
    scene: int
    columns: tuple[tuple[Part, ...], ...]
    closes: bool = False
    before: int = field(init=False, compare=False)
    height: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        before = max((column[0].before for column in self.columns), default=0)
        height = max((height_of(column) for column in self.columns), default=0)
        object.__setattr__(self, "before", before)
        object.__setattr__(self, "height", height)

    @property
    def line(self) -> int:
        """Index of its first paragraph."""
        return min((column[0].line for column in self.columns), default=0)


def height_of(parts: Sequence[Part]) -> int:
    """Twips that paragraphs take one under the other."""
    return sum(part.before + part.body for part in parts)


def set_type(lines: Sequence[PageLine]) -> list[Block]:
    """Group a script's paragraphs into blocks and count their lines."""
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        end = index + 1
        if line.side is not None:
            while end < len(lines) and _goes_on_beside(lines, index, end):
                end += 1
        elif line.kind is LineKind.CUE:
            while end < len(lines) and _goes_on_speaking(lines[end]):
                end += 1
        blocks += _blanks(lines, index, blocks)
        columns = _columns(lines, range(index, end))
        if columns or line.kind is LineKind.PAGE_BREAK:
            blocks.append(
                Block(kind=line.kind, scene=line.scene, columns=columns, closes=line.closes)
            )
        index = end
    return blocks


def _blanks(lines: Sequence[PageLine], index: int, before: Sequence[Block]) -> Iterator[Block]:
    """Empty lines beyond the usual space: typed lines of their own, above the paragraph."""
    line = lines[index]
    part = Part(
        line=index, kind=LineKind.ACTION, text="", offset=0, width=_FULL_WIDTH, before=0, rows=1
    )
    scene = before[-1].scene if before else -1
    extra = int(_space(line) - usual_space(line.kind)) if is_seen(line) else 0
    while extra > 0:
        yield Block(
            kind=part.kind,
            scene=scene,
            columns=((replace(part, before=LINE if extra > 1 else 0),),),
        )
        extra -= 2


def _space(line: PageLine) -> float:
    usual = usual_space(line.kind)
    return usual if line.space_before is None else min(max(line.space_before, 0), _MOST_BEFORE)


def _counts(line: PageLine) -> bool:
    """Whether a paragraph has a say in where others stand."""
    return is_seen(line) or line.kind is LineKind.PAGE_BREAK


def _goes_on_speaking(line: PageLine) -> bool:
    return line.side is None and (line.kind in _SPEECH or not _counts(line))


def _goes_on_beside(lines: Sequence[PageLine], start: int, index: int) -> bool:
    """Whether a line belongs to the dual dialogue that begins at ``start``."""
    line, before = lines[index], lines[index - 1]
    if not _counts(line):
        return True
    if line.side is None or line.scene != lines[start].scene:
        return False
    is_new_left = line.side is Side.LEFT and line.kind is LineKind.CUE
    return not (is_new_left and before.side is Side.RIGHT)


def _columns(lines: Sequence[PageLine], span: range) -> tuple[tuple[Part, ...], ...]:
    printed = [index for index in span if is_seen(lines[index])]
    parts = [
        (lines[index].side, piece) for index in printed for piece in _parts(lines[index], index)
    ]
    left = tuple(part for side, part in parts if side is not Side.RIGHT)
    right = tuple(part for side, part in parts if side is Side.RIGHT)
    return tuple(column for column in (left, right) if column)


def _parts(line: PageLine, index: int) -> Iterator[Part]:
    """One paragraph; what would fill several pages is cut into pieces that are quick to lay out."""
    part = _part(line, index)
    if part.rows <= _LONGEST:
        yield part
        return
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


def _part(line: PageLine, index: int) -> Part:
    text = cue_text(line.text, line.extension) if line.extension else line.text
    if line.side is None:
        width = max(line.width, _LEAST_WIDTH) if line.width else usual_width(line.kind)
    else:
        width = _DUAL_WIDTH.get(line.kind, _DUAL_FULL_WIDTH)
    space = _space(line)
    extra = max(int(space - usual_space(line.kind)), 0)
    return Part(
        line=index,
        kind=line.kind,
        text=text,
        offset=0,
        width=width,
        before=round(2 * (space - extra)) * LINE // 2,
        rows=count_lines(text, width),
        pitch=round(min(max(line.spacing, 0.5), _MOST_SPACING) * LINE),
    )
