"""Page lengths: how many eighths each scene fills, and on which page it starts.

Source: ``fd`` is fitted on the lengths Final Draft itself stores in its files; ``mms6`` and
``mms7`` are the two settings of Movie Magic Screenwriter (6 or 7 lines to an eighth).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.errors import InputError
from secondunit.core.pages import Eighths
from secondunit.film.screenplay.page import PageStart, lay_out
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


_HUNDREDTHS = {"fd": 695, "mms6": 600, "mms7": 700}
"""Hundredths of a line in one eighth."""


def measure(lines: Sequence[PageLine], policy: str = "fd") -> Layout:
    """Lay a script out and measure its scenes.

    Args:
        lines: Every paragraph in order; notes, sections and the like take no room.
        policy: ``fd``, ``mms6`` or ``mms7``: how many lines make an eighth.

    Raises:
        InputError: There is no such policy.
    """
    if policy not in _HUNDREDTHS:
        raise InputError(
            f"no page length policy {policy!r}", remedy=f"Use one of {', '.join(_HUNDREDTHS)}."
        )
    blocks = set_type(lines)
    starts = lay_out(blocks)
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
            eighths=_eighths(heights.get(scene, 0), _HUNDREDTHS[policy]),
            half_lines=heights.get(scene, 0),
            page=pages[scene],
        )
        for scene in range(count)
    )
    return Layout(pages=len(starts), scenes=scenes, starts=tuple(starts))


def _eighths(half_lines: int, hundredths: int) -> Eighths:
    return Eighths(max(1, -(-half_lines * 50 // hundredths)))


def _pages(starts: Sequence[PageStart], lines: Sequence[int]) -> list[int]:
    """The page on which each of these lines begins; both sequences ascend."""
    pages, page = [], 0
    for line in lines:
        while page + 1 < len(starts) and starts[page + 1] <= PageStart(line=line, character=0):
            page += 1
        pages.append(page + 1)
    return pages
