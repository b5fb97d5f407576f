"""How long each scene is and on which page it starts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.pages import Eighths
from secondunit.film.screenplay.model import Line, Paper
from secondunit.film.screenplay.paginate import LETTER, PageLine, measure


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


def measure_scenes(
    lines: Sequence[Line], starts: Sequence[int], *, policy: str = "fd", paper: Paper = LETTER
) -> Lengths:
    """Measure every scene.

    Args:
        lines: All lines of the script.
        starts: Index of each scene's heading.
        policy: See ``paginate.measure``.
        paper: What the script is typed on.

    Raises:
        InputError: There is no such policy.
    """
    layout = measure(page_lines(lines, starts), policy, paper)
    return Lengths(
        eighths=tuple(scene.eighths for scene in layout.scenes),
        starts=tuple(scene.page for scene in layout.scenes),
        pages=layout.pages,
    )


def page_lines(lines: Sequence[Line], starts: Sequence[int]) -> list[PageLine]:
    """A script's lines as they are laid out.

    Args:
        lines: All lines of the script.
        starts: Index of each scene's heading.
    """
    return [
        PageLine(
            kind=line.kind,
            text=line.text,
            scene=bisect_right(starts, index) - 1,
            side=line.side,
            extension=line.extension,
            space_before=line.space_before,
            width=line.width,
            spacing=line.spacing,
            shown=line.shown,
            closes=line.closes,
        )
        for index, line in enumerate(lines)
    ]
