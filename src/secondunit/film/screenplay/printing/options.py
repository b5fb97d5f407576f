"""How a script is to be printed: paper, numbers, the revision with its stars, locked pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.ids import LineId
from secondunit.film.screenplay.model import Paper
from secondunit.film.screenplay.pages.locked_pages import PageLock

LETTER = Paper()
"""ANSI/ASME Y14.1 paper."""

A4 = Paper(width=8.27, height=11.69, rows=58, body=58 / 6)
"""ISO 216 paper with the margins of US Letter."""


class NumberSides(StrEnum):
    """On which sides of a heading its scene number stands."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisedWords:
    """Words of a line that a revision changed, ``[start:end]``.

    Args:
        line: Id of the line.
        start: First character, as in ``line_data``.
        end: One past the last; ``start`` again where words were only taken out.
    """

    line: LineId
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRevision:
    """The revision a print carries.

    Args:
        name: As it stands at the head of each page (``Blue Rev.``).
        date: As it is printed (``5 May 2026``).
        words: What it changed: a star stands beside each row that holds some of it.
        pages: Labels of the pages that it changed, which alone name it; None for all.
        tint: Colour of those pages as ``#RRGGBB``, or "" for the paper as it is.
    """

    name: str
    date: str = ""
    words: tuple[RevisedWords, ...] = ()
    pages: frozenset[str] | None = None
    tint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """How a script is to be printed.

    Args:
        paper: What it is typed on; None for what the script says.
        sides: Where scene numbers stand.
        number_scenes: Scenes that have no number get one; without it they print none.
        marks_continued: (CONT'D) after the name of a speaker who goes on after action.
        continueds: CONTINUED at the foot and the head of pages on which a scene goes on.
        cover: A title page comes first.
        revision: Named at the head of the pages, with stars; None for a draft without.
        locks: Pages that keep their numbers; what overflows 12 goes on 12A. Empty for those that
            the script's own file locks.
        pages: Labels of the only pages to print, as revised ones are handed out; None for all.
        watermark: Words across every page, or "".
    """

    paper: Paper | None = None
    sides: NumberSides = NumberSides.BOTH
    number_scenes: bool = False
    marks_continued: bool = False
    continueds: bool = False
    cover: bool = True
    revision: PrintedRevision | None = None
    locks: tuple[PageLock, ...] = ()
    pages: frozenset[str] | None = None
    watermark: str = ""
