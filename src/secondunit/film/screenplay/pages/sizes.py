"""What one paragraph asks of a page: its column, the space before it, and how many lines it takes.

Source: Final Draft's default screenplay elements on US Letter: columns in characters of one tenth
of an inch, each with the one character by which it lets a line overhang.
"""

from __future__ import annotations

from typing import Protocol

from secondunit.film.screenplay.model import PRINTED, LineKind, Side
from secondunit.film.screenplay.pages.block import LINE
from secondunit.film.screenplay.pages.continued import cue_text
from secondunit.film.screenplay.pages.wrap import count_lines


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


_WIDTH = {
    LineKind.CUE: 38,
    LineKind.PARENTHETICAL: 26,
    LineKind.DIALOGUE: 35,
    LineKind.LYRIC: 35,
    LineKind.TRANSITION: 16,
}
FULL_WIDTH = 61
"""Characters that a typed line of action holds."""

_LEFT = {
    LineKind.CUE: 3.5,
    LineKind.PARENTHETICAL: 2.9,
    LineKind.DIALOGUE: 2.5,
    LineKind.LYRIC: 2.5,
}
_LEFT_OF_ALL = 1.5
_LEAST_WIDTH = 5
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


def is_seen(line: Settable) -> bool:
    """Whether a paragraph takes room on the page."""
    return line.shown or line.kind in PRINTED


def usual_space(kind: LineKind) -> int:
    """Blank lines before a paragraph of a kind where nothing else is asked for."""
    return _BEFORE.get(kind, 1)


def usual_width(kind: LineKind) -> int:
    """Characters that a typed line of a kind holds where nothing else is asked for."""
    return _WIDTH.get(kind, FULL_WIDTH)


def usual_left(kind: LineKind) -> float:
    """Inches from the edge of the paper to a paragraph of a kind where nothing else is asked for.

    Of a parenthetical: to its bracket, which hangs a tenth of an inch.
    """
    return _LEFT.get(kind, _LEFT_OF_ALL)


def size_of(line: Settable) -> tuple[int, int, int]:
    """Twips before a paragraph, typed lines it has, and twips from one of them to the next."""
    kind, text = line.kind, words_of(line)
    before = _BEFORE.get(kind, 1) * LINE if line.space_before is None else _before(line)
    width = _WIDTH.get(kind, FULL_WIDTH)
    if line.side is not None or line.width:
        width = width_of(line)
    rows = count_lines(text, width) if len(text) > width or "\n" in text else 1
    return before, rows, LINE if line.spacing == 1 else _pitch(line.spacing)


def words_of(line: Settable) -> str:
    """What is typed: of a cue the name and the extension."""
    return cue_text(line.text, line.extension) if line.extension else line.text


def width_of(line: Settable) -> int:
    """Characters that a typed line of a paragraph holds."""
    if line.side is not None:
        return _DUAL_WIDTH.get(line.kind, _DUAL_FULL_WIDTH)
    return max(line.width, _LEAST_WIDTH) if line.width else usual_width(line.kind)


def _before(line: Settable) -> int:
    """Twips before a paragraph, its blank lines of their own left aside; in halves of a line."""
    space = space_of(line)
    return round(2 * (space - extra_rows(line, space))) * LINE // 2


def _pitch(spacing: float) -> int:
    return round(min(max(spacing, 0.5), _MOST_SPACING) * LINE)


def space_of(line: Settable) -> float:
    """Blank lines before a paragraph."""
    usual = usual_space(line.kind)
    return usual if line.space_before is None else min(max(line.space_before, 0), _MOST_BEFORE)


def extra_rows(line: Settable, space: float) -> int:
    """Whole blank lines of a space beyond the usual one."""
    return max(int(space - usual_space(line.kind)), 0)
