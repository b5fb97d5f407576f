"""Page lengths: how many eighths each scene fills, and on which page it starts.

Source: ``fd`` is fitted on the lengths Final Draft itself stores in its files (an eighth holds 6.95
lines, and half a line over does not begin another); ``mms6`` and ``mms7`` are the two settings of
Movie Magic Screenwriter, 6 or 7 lines to an eighth. All round a scene up, to one eighth at least.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from secondunit.core.errors import InputError
from secondunit.core.pages import Eighths
from secondunit.film.screenplay.page import ROWS, PageStart, lay_out
from secondunit.film.screenplay.typed import PageLine, set_type

__all__ = ["Layout", "PageLine", "PageStart", "SceneLength", "measure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneLength:
    """How long one scene is.

    Args:
        eighths: By the policy asked for; at least 1.
        half_lines: Typed height in half lines, the blank lines before its paragraphs included.
        page: Page on which it starts, from 1.
    """

    eighths: Eighths
    half_lines: int
    page: int

    @property
    def lines(self) -> int:
        """Typed height in whole lines, rounded up."""
        return -(-self.half_lines // 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A script laid out on pages.

    Args:
        pages: How many it fills; at least 1.
        scenes: Length of each scene, in order.
        starts: Where each page begins.
    """

    pages: int
    scenes: tuple[SceneLength, ...]
    starts: tuple[PageStart, ...]


@dataclass(frozen=True, slots=True)
class _Policy:
    """Hundredths of a line in one eighth, and half lines that do not count."""

    hundredths: int
    slack: int = 0


_POLICIES = {"fd": _Policy(695, 1), "mms6": _Policy(600), "mms7": _Policy(700)}
_FD_GROWTH = Fraction(45, 4)
"""Hundredths by which each line that a page holds over 54 makes the fd eighth taller (A4: 740)."""


def measure(lines: Sequence[PageLine], policy: str = "fd", rows: int = ROWS) -> Layout:
    """Lay a script out and measure its scenes.

    Args:
        lines: Every paragraph in order; notes, sections and the like take no room.
        policy: ``fd``, ``mms6`` or ``mms7``: how many lines make an eighth.
        rows: Typed lines on a page: 54 on US Letter, 58 on A4.

    Raises:
        InputError: There is no such policy.
    """
    if policy not in _POLICIES:
        raise InputError(
            f"no page length policy {policy!r}", remedy=f"Use one of {', '.join(_POLICIES)}."
        )
    rule = _POLICIES[policy]
    if policy == "fd" and rows > ROWS:
        rule = _Policy(rule.hundredths + round((rows - ROWS) * _FD_GROWTH), rule.slack)
    blocks = set_type(lines)
    starts = [page.start for page in lay_out(blocks, rows)]
    heights: dict[int, int] = {}
    first: dict[int, int] = {}
    for block in blocks:
        if block.scene >= 0:
            heights[block.scene] = heights.get(block.scene, 0) + block.height
            first.setdefault(block.scene, block.line)
    count = 1 + max((line.scene for line in lines), default=-1)
    pages = _pages(starts, [first.get(scene, 0) for scene in range(count)])
    scenes = tuple(
        SceneLength(
            eighths=_eighths(heights.get(scene, 0), rule),
            half_lines=heights.get(scene, 0),
            page=pages[scene],
        )
        for scene in range(count)
    )
    return Layout(pages=len(starts), scenes=scenes, starts=tuple(starts))


def _eighths(half_lines: int, policy: _Policy) -> Eighths:
    return Eighths(max(1, -(-(half_lines - policy.slack) * 50 // policy.hundredths)))


def _pages(starts: Sequence[PageStart], lines: Sequence[int]) -> list[int]:
    """The page on which each of these lines begins; both sequences ascend."""
    pages, page = [], 0
    for line in lines:
        while page + 1 < len(starts) and starts[page + 1] <= PageStart(line=line, character=0):
            page += 1
        pages.append(page + 1)
    return pages
