"""How a script is to be printed: paper, numbers, the revision and its stars.

Source: usage of the trade for the order of revision colours; after the last comes a second round.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.ids import LineId
from secondunit.film.screenplay.model import Paper

COLOURS = ("White", "Blue", "Pink", "Yellow", "Green", "Goldenrod", "Buff", "Salmon", "Cherry")
"""Colours of the paper that a first draft and each revision after it are printed on."""

A4 = Paper(width=8.27, height=11.69, rows=58, body=58 / 6)
"""ISO 216 paper with the margins of US Letter."""

LETTER = Paper()
"""ANSI/ASME Y14.1 paper."""


def revision_colour(revision: int) -> str:
    """The colour of a revision by its number; 0 is the white draft.

    >>> revision_colour(1), revision_colour(9), revision_colour(10)
    ('Blue', 'Second White', 'Second Blue')
    """
    rounds, place = divmod(max(revision, 0), len(COLOURS))
    names = ("", "Second ", "Third ", "Fourth ", "Fifth ")
    prefix = names[rounds] if rounds < len(names) else f"{rounds + 1}th "
    return prefix + COLOURS[place]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRevision:
    """The revision a print carries.

    Args:
        colour: Of its paper (``Blue``), named at the head of each page.
        date: As it is printed (``5 May 2026``).
        lines: Ids of the lines that it changed: a star stands beside each of their rows.
    """

    colour: str
    date: str = ""
    lines: frozenset[LineId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """How a script is to be printed.

    Args:
        paper: What it is typed on; None for what the script says.
        numbers: Scene numbers on both sides.
        continueds: CONTINUED at the foot and the head of pages on which a scene goes on.
        cover: A title page comes first.
        revision: Named at the head of the pages, with stars; None for a draft without.
        labels: Page numbers where pages are locked (``12``, ``12A``); pages beyond count on from
            the last.
        watermark: Words across every page, or "".
    """

    paper: Paper | None = None
    numbers: bool = True
    continueds: bool = False
    cover: bool = True
    revision: PrintedRevision | None = None
    labels: tuple[str, ...] = ()
    watermark: str = ""

    def label(self, page: int) -> str:
        """What a page is called.

        Args:
            page: From 1.
        """
        if page <= len(self.labels):
            return self.labels[page - 1]
        last = "".join(c for c in self.labels[-1] if c.isdigit()) if self.labels else "0"
        return str(int(last or 0) + page - len(self.labels))
