"""How a script is to be printed: paper, numbers, the revision with its stars, locked pages."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.ids import LineId
from secondunit.film.screenplay.model import Paper
from secondunit.film.screenplay.pages.locked_pages import PageLock

LETTER = Paper()
"""ANSI/ASME Y14.1 paper."""

A4 = Paper(width=8.27, height=11.69, rows=58, body=58 / 6)
"""ISO 216 paper with the margins of US Letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRevision:
    """The revision a print carries.

    Args:
        colour: Of its paper (see ``locked.revision_colour``), named at the head of each page.
        date: As it is printed (``5 May 2026``).
        lines: Ids of the lines that it changed: a star stands beside each of their rows.
        pages: Labels of the pages that it changed, which alone name it; None for all.
    """

    colour: str
    date: str = ""
    lines: frozenset[LineId] = frozenset()
    pages: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """How a script is to be printed.

    Args:
        paper: What it is typed on; None for what the script says.
        numbers: Scene numbers on both sides.
        marks_continued: (CONT'D) after the name of a speaker who goes on after action.
        continueds: CONTINUED at the foot and the head of pages on which a scene goes on.
        cover: A title page comes first.
        revision: Named at the head of the pages, with stars; None for a draft without.
        locks: Pages that keep their numbers; what overflows 12 goes on 12A.
        pages: Labels of the only pages to print, as revised ones are handed out; None for all.
        watermark: Words across every page, or "".
    """

    paper: Paper | None = None
    numbers: bool = True
    marks_continued: bool = False
    continueds: bool = False
    cover: bool = True
    revision: PrintedRevision | None = None
    locks: tuple[PageLock, ...] = ()
    pages: frozenset[str] | None = None
    watermark: str = ""
