"""The stripboard on paper: a header panel, then strips in their colours, a bar after each day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from secondunit.adapters.paper.canvas import BLACK, HEAD, Head, Pen, open_canvas
from secondunit.adapters.paper.table import fit, wrap
from secondunit.adapters.paper.theme import Theme, shipped_theme
from secondunit.adapters.paper.typeface import printable, unit_width
from secondunit.film.schedule.reports.stripboard import Bar, Strip, StripBoard

_STRIP = 20.0
"""Height of a strip in points, of a bar ``_BAR``; ``_GAP`` lies between."""
_BAR = 13.0
_GAP = 1.6
_FOOT = 20.0
_TITLES = 12.0
"""Height of the row of column titles."""
_FIELDS = (
    ("Sc.", 0.060),
    ("I/E", 0.058),
    ("Set and what happens", 0.452),
    ("D/N", 0.060),
    ("Pages", 0.060),
    ("Cast", 0.150),
    ("Location", 0.160),
)
"""Columns with their shares of the width."""
_KEY = (
    ("int-day", "INT DAY"),
    ("ext-day", "EXT DAY"),
    ("int-night", "INT NIGHT"),
    ("ext-night", "EXT NIGHT"),
    ("dawn", "DAWN"),
    ("dusk", "DUSK"),
    ("day-break", "DAY BREAK"),
    ("week-break", "WEEK BREAK"),
)
_ENDS = frozenset({"day-break", "week-break"})
_CAST_ACROSS = 7

Group = tuple[Strip | Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StripboardPdf:
    """Draws a board on sideways paper."""

    key: str = "stripboard-pdf"
    suffix: str = ".pdf"
    media_type: str = "application/pdf"
    theme: Theme | None = None

    def write(self, document: StripBoard) -> bytes:
        """Draw it. Equal boards give equal bytes."""
        theme = self.theme or shipped_theme()
        out = BytesIO()
        size = (theme.height, theme.width)
        canvas = open_canvas(out, size, f"{document.production} - Stripboard", document.production)
        body = size[1] - 2 * theme.margin - HEAD - _FOOT - _TITLES - _GAP
        pages = cut_board(document, body)
        for number, rows in enumerate(pages, start=1):
            page = _Page(pen=Pen(canvas=canvas), theme=theme, board=document)
            page.draw(rows, first=number == 1, number=f"Page {number} of {len(pages)}")
            canvas.showPage()
        canvas.save()
        return out.getvalue()


def panel_height(board: StripBoard) -> float:
    """Points of the header panel: the colour key and a line for every seven of the cast."""
    lines = -(-len(board.cast) // _CAST_ACROSS)
    return 22 + lines * 9.5


def cut_board(board: StripBoard, body: float) -> list[list[Strip | Bar]]:
    """Rows by page; the end of a day stays with its last strip.

    Args:
        board: The board.
        body: Points for rows on a page without the header panel.
    """
    pages: list[list[Strip | Bar]] = [[]]
    room = max(body - panel_height(board) - _GAP, body / 3)
    for group in _groups(board.rows):
        height = sum(_height(row) + _GAP for row in group)
        if pages[-1] and height > room:
            pages.append([])
            room = body
        pages[-1] += group
        room -= height
    return pages


def _groups(rows: Sequence[Strip | Bar]) -> Iterator[Group]:
    group: list[Strip | Bar] = []
    for row in rows:
        glued = isinstance(row, Bar) and row.style in _ENDS
        opens = bool(group) and isinstance(group[-1], Bar) and group[-1].style == "banner"
        if group and not glued and not opens:
            yield tuple(group)
            group = []
        group.append(row)
    if group:
        yield tuple(group)


def _height(row: Strip | Bar) -> float:
    return _BAR if isinstance(row, Bar) else _STRIP


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    pen: Pen
    theme: Theme
    board: StripBoard

    @property
    def canvas(self) -> Any:
        return self.pen.canvas

    @property
    def left(self) -> float:
        return self.theme.margin

    @property
    def wide(self) -> float:
        return self.theme.height - 2 * self.theme.margin

    def draw(self, rows: Sequence[Strip | Bar], *, first: bool, number: str) -> None:
        board, size = self.board, (self.theme.height, self.theme.width)
        self.canvas.setPageSize(size)
        y = size[1] - self.theme.margin
        head = Head(production=board.production, title="Stripboard", subtitle=board.subtitle)
        right = self.left + self.wide
        self.pen.title_block(self.left, right, y, head)
        self.pen.foot(self.left, right, self.theme.margin, (board.status, number))
        y -= HEAD
        if first:
            y = self._header(y) - _GAP
        y = self._titles(y) - _GAP
        for row in rows:
            if isinstance(row, Bar):
                self._bar(row, y)
            else:
                self._strip(row, y)
            y -= _height(row) + _GAP
        if board.watermark:
            self.pen.watermark(board.watermark, *size)

    def _header(self, top: float) -> float:
        """The header panel: what the colours mean, and who has which number."""
        bottom = top - panel_height(self.board)
        self.pen.stroke(BLACK, 0.8)
        self.canvas.rect(self.left, bottom, self.wide, top - bottom, stroke=1, fill=0)
        each = (self.wide - 8) / len(_KEY)
        for place, (name, words) in enumerate(_KEY):
            style, x = self.theme.style(name), self.left + 4 + place * each
            self.pen.ink(style.fill)
            self.pen.stroke(BLACK, 0.5)
            self.canvas.rect(x, top - 15, each - 4, 11, stroke=1, fill=1)
            self.pen.ink(style.ink)
            wide = unit_width(words, bold=True) * 6.5
            self.pen.text(words, x + (each - 4 - wide) / 2, top - 12, 6.5, bold=True)
        column = (self.wide - 8) / _CAST_ACROSS
        lines = -(-len(self.board.cast) // _CAST_ACROSS)
        self.pen.ink(BLACK)
        for place, (number, name) in enumerate(self.board.cast):
            x = self.left + 6 + place // max(lines, 1) * column
            y = top - 25 - place % max(lines, 1) * 9.5
            self.pen.text(number, x, y, 7.5, bold=True)
            self.pen.text(fit(name, column - 20, 7.5, bold=False), x + 16, y, 7.5, bold=False)
        return bottom

    def _titles(self, top: float) -> float:
        self.pen.ink("#505050")
        for x, wide, (title, _) in self._columns():
            del wide
            self.pen.text(title, x + 3, top - 9, 7, bold=True)
        return top - _TITLES

    def _columns(self) -> Iterator[tuple[float, float, tuple[str, float]]]:
        x = self.left
        for column in _FIELDS:
            yield x, column[1] * self.wide, column
            x += column[1] * self.wide

    def _bar(self, bar: Bar, top: float) -> None:
        style = self.theme.style(bar.style)
        self.pen.ink(style.fill)
        self.pen.stroke(BLACK, 0.6)
        self.canvas.rect(self.left, top - _BAR, self.wide, _BAR, stroke=1, fill=1)
        self.pen.ink(style.ink)
        y = top - _BAR + 3.8
        side = self.wide * 0.24
        text = fit(bar.text, self.wide - 2 * side, 8, bold=True)
        middle = self.left + (self.wide - unit_width(text, bold=True) * 8) / 2
        right = fit(bar.right, side, 8, bold=True)
        self.pen.text(fit(bar.left, side, 8, bold=True), self.left + 5, y, 8, bold=True)
        self.pen.text(text, middle, y, 8, bold=True)
        end = self.left + self.wide - 5 - unit_width(right, bold=True) * 8
        self.pen.text(right, end, y, 8, bold=True)

    def _strip(self, strip: Strip, top: float) -> None:
        style = self.theme.style(strip.style)
        self.pen.ink(style.fill)
        self.pen.stroke(BLACK, 0.7)
        self.canvas.rect(self.left, top - _STRIP, self.wide, _STRIP, stroke=1, fill=1)
        for x, _, _ in list(self._columns())[1:]:
            self.pen.stroke(BLACK, 0.35)
            self.canvas.line(x, top, x, top - _STRIP)
        self.pen.ink(style.ink)
        texts = (strip.scene, strip.inside, "", strip.light, strip.pages, "", "")
        for text, (x, wide, (title, _)) in zip(texts, self._columns(), strict=True):
            size = 10.5 if title == "Sc." else 8.5
            size = min(size, (wide - 6) / max(unit_width(printable(text), bold=True), 0.1))
            at = x + (wide - unit_width(printable(text), bold=True) * size) / 2
            self.pen.text(printable(text), at, top - _STRIP / 2 - size * 0.36, size, bold=True)
        places = [(x, wide) for x, wide, _ in self._columns()]
        self._set(strip, *places[2], top)
        self._lines(strip.cast, *places[5], top)
        self._lines(strip.location, *places[6], top)

    def _set(self, strip: Strip, x: float, wide: float, top: float) -> None:
        room = wide - 8
        name = fit(strip.set, room, 8.5, bold=True)
        self.pen.text(name, x + 4, top - 8.6, 8.5, bold=True)
        words = fit(strip.synopsis, room, 7.2, bold=False)
        self.pen.text(words, x + 4, top - 16.9, 7.2, bold=False)

    def _lines(self, text: str, x: float, wide: float, top: float) -> None:
        """One line in the middle, or two small ones; nothing is cut before both are full."""
        size = 8.0
        lines = wrap(text, wide - 8, size, bold=False)
        while len(lines) > 2 and size > 5:
            size -= 0.5
            lines = wrap(text, wide - 8, size, bold=False)
        if len(lines) > 2:
            lines = [lines[0], fit(" ".join(lines[1:]), wide - 8, size, bold=False)]
        y = top - _STRIP / 2 + (len(lines) - 1) * size * 0.55 - size * 0.36
        for line in lines:
            self.pen.text(line, x + 4, y, size, bold=False)
            y -= size * 1.1


FORMAT = StripboardPdf()
"""The format."""
