"""Rows of a table drawn on paper: fill, frame, text."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.adapters.paper.canvas import BLACK, Pen
from secondunit.adapters.paper.columns import PADDING
from secondunit.adapters.paper.table import LEADING, Band, Cell
from secondunit.adapters.paper.theme import RowStyle, Theme
from secondunit.adapters.paper.typeface import unit_width
from secondunit.core.sheet import Align


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A band with what it takes to draw it.

    Args:
        band: The row.
        wide: Its width in points.
        size: Its type size in points.
        columns: Columns of its table: a band with fewer cells spans them.
    """

    band: Band
    wide: float
    size: float
    columns: int


def draw_band(pen: Pen, theme: Theme, drawn: Drawn, left: float, top: float) -> None:
    """Draw a row with its upper left corner there."""
    band = drawn.band
    style = _style(theme, band.style)
    bottom = top - band.height
    pen.ink(style.fill)
    pen.canvas.rect(left, bottom, drawn.wide, band.height, stroke=0, fill=1)
    spans = len(band.cells) < drawn.columns
    line, weight = (BLACK, 0.6) if style.strip else (theme.grid, 0.35)
    for cell in band.cells[:0] if spans else band.cells[1:]:
        pen.stroke(line if style.strip else theme.grid, 0.35)
        pen.canvas.line(left + cell.x, top, left + cell.x, bottom)
    pen.stroke(line, weight)
    pen.canvas.rect(left, bottom, drawn.wide, band.height, stroke=1, fill=0)
    if band.style == "total":
        pen.line(left, left + drawn.wide, top, 0.9)
    elif band.style == "head":
        pen.line(left, left + drawn.wide, bottom, 0.9)
    pen.ink(style.ink)
    for cell in band.cells:
        _draw_cell(pen, cell, left, top, size=drawn.size, bold=style.bold)


def _draw_cell(pen: Pen, cell: Cell, left: float, top: float, *, size: float, bold: bool) -> None:
    y = top - size * 0.25
    for line in cell.lines:
        y -= size * LEADING
        x = left + cell.x + PADDING
        slack = cell.width - 2 * PADDING - unit_width(line, bold=bold) * size
        if cell.align is Align.RIGHT:
            x += slack
        elif cell.align is Align.CENTRE:
            x += slack / 2
        pen.text(line, x, y + size * 0.28, size, bold=bold)


def _style(theme: Theme, name: str) -> RowStyle:
    return theme.head if name == "head" else theme.style(name or "plain")
