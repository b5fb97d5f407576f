"""The sheet of paper that PDFs are drawn on: the same drawing gives the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from secondunit.adapters.paper.table import fit
from secondunit.adapters.paper.typeface import split_runs, unit_width

BLACK = "#000000"
HEAD = 44.0
"""Points for the title block."""
_FOOT = 7.5
"""Type size of the status line."""


def open_canvas(out: BytesIO, size: tuple[float, float], title: str, author: str) -> Any:
    """A canvas without dates, packed once: binary streams, not the text form of older readers.

    Args:
        out: Where ``save`` writes.
        size: Width and height in points.
        title: Of the document.
        author: The production.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=1)
    canvas.setCreator("Second Unit")
    canvas.setProducer("Second Unit")
    canvas.setAuthor(author)
    canvas.setTitle(title)
    return canvas


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The words at the top of a page; ``label`` says which part of a wide sheet it is, or ""."""

    production: str
    title: str
    subtitle: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """Writes and rules on a page; lengths are points, colours ``#RRGGBB``."""

    canvas: Any

    def text(self, text: str, x: float, y: float, size: float, *, bold: bool) -> None:
        """Write a line, each run in the face that has its characters."""
        for run in split_runs(text, bold=bold):
            self.canvas.setFont(run.font, size)
            self.canvas.drawString(x, y, run.text)
            x += unit_width(run.text, bold=bold) * size

    def ink(self, colour: str) -> None:
        """The colour that is written and filled in from here on."""
        self.canvas.setFillColor(_colour(colour))

    def stroke(self, colour: str, weight: float) -> None:
        """The colour and weight of lines from here on."""
        self.canvas.setStrokeColor(_colour(colour))
        self.canvas.setLineWidth(weight)

    def line(self, left: float, right: float, y: float, weight: float) -> None:
        """A black line across."""
        self.stroke(BLACK, weight)
        self.canvas.line(left, y, right, y)

    def foot(self, left: float, right: float, y: float, texts: tuple[str, str]) -> None:
        """The status on the left and the page number on the right, under a line."""
        status, number = texts
        self.line(left, right, y + 11, 0.5)
        self.ink(BLACK)
        wide = unit_width(number, bold=False) * _FOOT
        status = fit(status, right - left - wide - 12, _FOOT, bold=True)
        self.text(status, left, y + 1, _FOOT, bold=True)
        self.text(number, right - wide, y + 1, _FOOT, bold=False)

    def title_block(self, left: float, right: float, top: float, head: Head) -> None:
        """Production and title, a line of facts, a rule; ``HEAD`` points in all."""
        wide = right - left
        self.ink(BLACK)
        title = fit(head.title, wide * 0.48, 13, bold=True)
        production = fit(head.production, wide * 0.5, 13, bold=True)
        self.text(production, left, top - 12, 13, bold=True)
        self.text(title, right - unit_width(title, bold=True) * 13, top - 12, 13, bold=True)
        label_width = unit_width(head.label, bold=False) * 8
        subtitle = fit(head.subtitle, wide - label_width - 12, 8.5, bold=False)
        self.text(subtitle, left, top - 26, 8.5, bold=False)
        self.text(head.label, right - label_width, top - 26, 8, bold=False)
        self.line(left, right, top - HEAD + 9, 1.2)

    def wash(self, colour: str, width: float, height: float) -> None:
        """Colour the whole page, under what is drawn after."""
        self.ink(colour)
        self.canvas.rect(0, 0, width, height, stroke=0, fill=1)
        self.ink(BLACK)

    def watermark(self, text: str, width: float, height: float) -> None:
        """A mark large and pale from corner to corner, over everything."""
        size = 0.6 * min(width, height) / max(unit_width(text, bold=True), 1.0)
        self.canvas.saveState()
        self.ink(BLACK)
        self.canvas.setFillAlpha(0.10)
        self.canvas.translate(width / 2, height / 2)
        self.canvas.rotate(30)
        self.text(text, -unit_width(text, bold=True) * size / 2, -size / 3, size, bold=True)
        self.canvas.restoreState()


def _colour(text: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(text)
