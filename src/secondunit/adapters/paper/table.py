"""Rows of a table set in lines, and lines cut into pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.adapters.paper.columns import PADDING, Part, head_words
from secondunit.adapters.paper.theme import Theme
from secondunit.adapters.paper.typeface import printable, unit_width
from secondunit.core.sheet import Align, Row, Sheet

LEADING = 1.22
"""Line height as a multiple of the type size."""
_SPANS = {"banner": Align.CENTRE, "day-break": Align.CENTRE, "week-break": Align.CENTRE}
_GLUED = frozenset({"total", "day-break", "week-break", "detail"})
"""Styles of rows that stay with the row above."""
_OPENS = frozenset({"heading", "banner"})
"""Styles of rows that stay with the row below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Text in its place.

    Args:
        x: Left edge from the left margin, in points.
        width: In points.
        align: How the lines are set.
        lines: The text, wrapped.
    """

    x: float
    width: float
    align: Align
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One row, set.

    Args:
        style: The row's style.
        cells: Left to right.
        height: In points.
    """

    style: str
    cells: tuple[Cell, ...]
    height: float


def wrap(text: str, width: float, size: float, *, bold: bool) -> list[str]:
    """Break text into lines no wider than ``width`` points; at least one line."""
    lines: list[str] = []
    for paragraph in printable(text).split("\n"):
        line = ""
        for word in paragraph.split():
            joined = f"{line} {word}" if line else word
            if unit_width(joined, bold=bold) * size <= width:
                line = joined
                continue
            if line:
                lines.append(line)
            *full, line = _break_word(word, width / size, bold=bold)
            lines.extend(full)
        lines.append(line)
    return lines


def fit(text: str, width: float, size: float, *, bold: bool) -> str:
    """One line, cut with an ellipsis where it is too long."""
    text = printable(text).replace("\n", " ")
    if unit_width(text, bold=bold) * size <= width:
        return text
    while text and unit_width(text + "…", bold=bold) * size > width:
        text = text[:-1].rstrip()
    return text + "…"


def set_head(sheet: Sheet, part: Part, size: float) -> Band:
    """The column titles."""
    cells, x = [], 0.0
    for index, width in zip(part.columns, part.widths, strict=True):
        column = sheet.columns[index]
        lines: list[str] = []
        for line in column.title.split("\n"):
            fitting = wrap(line, width - 2 * PADDING, size, bold=True)
            if len(fitting) > 1 and len(line.split()) == 1:
                fitting = _pack(head_words(line), (width - 2 * PADDING) / size)
            lines.extend(fitting)
        cells.append(Cell(x=x, width=width, align=column.align, lines=tuple(lines)))
        x += width
    return Band(style="head", cells=tuple(cells), height=_height(cells, size))


def set_rows(sheet: Sheet, part: Part, size: float, theme: Theme) -> list[Band]:
    """The rows, each in its lines."""
    bands = []
    for row in sheet.rows:
        bold = theme.style(row.style).bold
        if len(row.cells) >= len(sheet.columns):
            cells = _columned(sheet, part, row, size, bold=bold)
        else:
            cells = _spanning(part, row, size, bold=bold)
        bands.append(Band(style=row.style, cells=tuple(cells), height=_height(cells, size)))
    return bands


def cut_pages(bands: Sequence[Band], body: float, size: float) -> list[list[Band]]:
    """Cut rows into pages.

    A heading or banner stays with the row under it, a total, a day break or a detail with the row
    above it; a row higher than a page goes on over the next.

    Args:
        bands: The rows.
        body: Points for rows on each page.
        size: Type size, for rows that must be divided.
    """
    pages: list[list[Band]] = [[]]
    used = 0.0
    for group in _groups(bands):
        height = sum(band.height for band in group)
        if pages[-1] and used + height > body and (height <= body or used > body / 2):
            pages.append([])
            used = 0.0
        for band in group:
            for piece in _divide(band, body, size):
                if pages[-1] and used + piece.height > body:
                    pages.append([])
                    used = 0.0
                pages[-1].append(piece)
                used += piece.height
    return pages


def _columned(sheet: Sheet, part: Part, row: Row, size: float, *, bold: bool) -> list[Cell]:
    cells, x = [], 0.0
    for index, width in zip(part.columns, part.widths, strict=True):
        lines = wrap(row.cells[index], width - 2 * PADDING, size, bold=bold)
        align = sheet.columns[index].align
        cells.append(Cell(x=x, width=width, align=align, lines=tuple(lines)))
        x += width
    return cells


def _spanning(part: Part, row: Row, size: float, *, bold: bool) -> list[Cell]:
    """A row with fewer texts than columns: one across, or several in even spaces."""
    count = max(len(row.cells), 1)
    width = sum(part.widths) / count
    cells = []
    for position, text in enumerate(row.cells or ("",)):
        align = _SPANS.get(row.style, Align.LEFT)
        if count > 1:
            align = Align.LEFT if position == 0 else Align.CENTRE
            align = Align.RIGHT if position == count - 1 else align
        lines = wrap(text, width - 2 * PADDING, size, bold=bold)
        cells.append(Cell(x=position * width, width=width, align=align, lines=tuple(lines)))
    return cells


def _height(cells: Sequence[Cell], size: float) -> float:
    return max((len(cell.lines) for cell in cells), default=1) * size * LEADING + size * 0.5


def _groups(bands: Sequence[Band]) -> list[list[Band]]:
    groups: list[list[Band]] = []
    for band in bands:
        if groups and (groups[-1][-1].style in _OPENS or band.style in _GLUED):
            groups[-1].append(band)
        else:
            groups.append([band])
    return groups


def _divide(band: Band, body: float, size: float) -> list[Band]:
    if band.height <= body:
        return [band]
    most = max(int((body - size * 0.5) / (size * LEADING)), 1)
    pieces = []
    for start in range(0, max(len(cell.lines) for cell in band.cells), most):
        cells = [
            Cell(x=c.x, width=c.width, align=c.align, lines=c.lines[start : start + most])
            for c in band.cells
        ]
        pieces.append(Band(style=band.style, cells=tuple(cells), height=_height(cells, size)))
    return pieces


def _break_word(word: str, units: float, *, bold: bool) -> list[str]:
    """A word in pieces that fit: after hyphens and slashes first, then anywhere."""
    if unit_width(word, bold=bold) <= units:
        return [word]
    pieces: list[str] = [""]
    for stretch in re.findall(r"[^/-]*[/-]+|[^/-]+", word):
        atoms = [stretch] if unit_width(stretch, bold=bold) <= units else list(stretch)
        for atom in atoms:
            if pieces[-1] and unit_width(pieces[-1] + atom, bold=bold) > units:
                pieces.append("")
            pieces[-1] += atom
    return pieces


def _pack(words: Sequence[str], units: float) -> list[str]:
    """Pieces of a column title on as few lines as hold them."""
    lines: list[str] = []
    for word in words:
        text = printable(word)
        for piece in _break_word(text, units, bold=True):
            if lines and unit_width(lines[-1] + piece, bold=True) <= units:
                lines[-1] += piece
            else:
                lines.append(piece)
    return lines
