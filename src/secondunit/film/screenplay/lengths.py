"""How long each scene is and on which page it starts."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.pages import Eighths
from secondunit.film.screenplay.model import PRINTED, Line, LineKind

_WIDTHS = {
    LineKind.DIALOGUE: 35,
    LineKind.LYRIC: 35,
    LineKind.PARENTHETICAL: 26,
    LineKind.CUE: 38,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """Lengths of a script's scenes, in their order.

    Args:
        eighths: Page length of each scene.
        starts: Page on which each scene starts, from 1.
        pages: Length of the whole in pages.
    """

    eighths: tuple[Eighths, ...]
    starts: tuple[int, ...]
    pages: int


def measure_scenes(lines: Sequence[Line], starts: Sequence[int]) -> Lengths:
    """Measure every scene.

    Args:
        lines: All lines of the script.
        starts: Index of each scene's heading.
    """
    heights = [_height(line) for line in lines]
    ends = [*starts[1:], len(lines)]
    eighths, pages = [], []
    for start, end in zip(starts, ends, strict=False):
        pages.append(sum(heights[:start]) // 54 + 1)
        eighths.append(Eighths(max(1, -(-sum(heights[start:end]) * 100 // 695))))
    total = max(1, -(-sum(heights) // 54))
    return Lengths(eighths=tuple(eighths), starts=tuple(pages), pages=total)


def _height(line: Line) -> int:
    if line.kind not in PRINTED:
        return 0
    width = _WIDTHS.get(line.kind, 61)
    wrapped = sum(max(1, len(textwrap.wrap(part, width))) for part in line.text.split("\n"))
    before = {LineKind.HEADING: 2, LineKind.DIALOGUE: 0, LineKind.PARENTHETICAL: 0}
    return wrapped + before.get(line.kind, 1)
