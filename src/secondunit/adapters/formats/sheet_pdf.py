"""Sheets as PDF, set the way production offices hand them out.

Every page carries the production, the sheet, its status (PROPOSED or APPROVED) and ``Page x of
y``. Column heads repeat. Strips, banners and day breaks take their colours from the theme.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from secondunit.adapters.paper.bands import Drawn, draw_band
from secondunit.adapters.paper.canvas import HEAD, Head, Pen, open_canvas
from secondunit.adapters.paper.columns import SIZES, Part, lay_out
from secondunit.adapters.paper.table import (
    LEADING,
    Band,
    cut_pages,
    set_head,
    set_rows,
    wrap,
)
from secondunit.adapters.paper.theme import Theme, shipped_theme
from secondunit.adapters.paper.typeface import unprintable
from secondunit.core.sheet import Sheet

_FOOT = 20.0
"""Points for the status line."""
_NOTE = 7.0
"""Type size of notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page before it is drawn.

    Args:
        sheet: The sheet it belongs to.
        size: Type size.
        part: The columns on it.
        label: ``part 1 of 2`` where the sheet continues sideways.
        bands: Column heads and rows; empty on a page of notes alone.
        notes: Lines under the table.
    """

    sheet: Sheet
    size: float
    part: Part
    label: str
    bands: tuple[Band, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPdf:
    """Draws sheets on paper; the pages of one file are numbered through."""

    key: str = "sheet-pdf"
    suffix: str = ".pdf"
    media_type: str = "application/pdf"
    theme: Theme | None = None

    def write(self, sheets: Sequence[Sheet]) -> bytes:
        """Draw sheets one after another into one file. Equal sheets give equal bytes."""
        theme = self.theme or shipped_theme()
        out = BytesIO()
        author = sheets[0].production if sheets else ""
        title = f"{author} - {sheets[0].title}" if sheets else ""
        canvas = open_canvas(out, (theme.width, theme.height), title, author)
        pages = [page for sheet in sheets for page in plan_pages(sheet, theme)]
        shown: Sheet | None = None
        for number, page in enumerate(pages, start=1):
            if page.sheet is not shown:
                shown = page.sheet
                canvas.bookmarkPage(f"sheet-{number}")
                canvas.addOutlineEntry(shown.title, f"sheet-{number}", 0)
            _Draughtsman(canvas=canvas, pen=Pen(canvas=canvas), theme=theme, page=page).draw(
                f"Page {number} of {len(pages)}"
            )
            canvas.showPage()
        canvas.save()
        return out.getvalue()


def plan_pages(sheet: Sheet, theme: Theme) -> list[Page]:
    """Cut a sheet into pages: all rows of the first columns, then of the next.

    A sheet that all but fits on one page (a top sheet) is drawn in to fit.
    """
    pages = _pages_at(sheet, theme, SIZES[0])
    if len(pages) == 2 and pages[0].part == pages[1].part:
        for size in (size for size in SIZES if 6.5 <= size < pages[0].size):
            fewer = _pages_at(sheet, theme, size)
            if len(fewer) == 1:
                return fewer
    return pages


def _pages_at(sheet: Sheet, theme: Theme, largest: float) -> list[Page]:
    width, height = _paper(sheet, theme)
    width, body = width - 2 * theme.margin, height - 2 * theme.margin - HEAD - _FOOT
    layout = lay_out(sheet, width, largest=largest)
    pages: list[Page] = []
    room = body
    for number, part in enumerate(layout.parts, start=1):
        label = f"part {number} of {len(layout.parts)}" if len(layout.parts) > 1 else ""
        head = set_head(sheet, part, layout.size)
        bands = set_rows(sheet, part, layout.size, theme)
        space = max(body - head.height, 4 * layout.size)
        for rows in cut_pages(bands, space, layout.size):
            room = space - sum(band.height for band in rows)
            pages.append(
                Page(
                    sheet=sheet,
                    size=layout.size,
                    part=part,
                    label=label,
                    bands=(head, *rows),
                )
            )
    return _with_notes(pages, _notes(sheet, width), room, body)


def _with_notes(pages: list[Page], notes: list[str], room: float, body: float) -> list[Page]:
    """Put the notes under the last table, and on pages of their own where they do not fit."""
    while notes:
        most = int((room - _NOTE) / (_NOTE * LEADING))
        last = pages[-1]
        if most >= min(len(notes), 2) and not last.notes:
            pages[-1] = _noted(last, last.bands, notes[:most])
            notes = notes[most:]
        if notes:
            pages.append(_noted(last, (), []))
            room = body
    return pages


def _noted(page: Page, bands: tuple[Band, ...], notes: list[str]) -> Page:
    return Page(
        sheet=page.sheet,
        size=page.size,
        part=page.part,
        label=page.label,
        bands=bands,
        notes=tuple(notes),
    )


def _notes(sheet: Sheet, width: float) -> list[str]:
    """The sheet's notes, and one for characters that could not be printed."""
    texts = [sheet.title, sheet.production, sheet.subtitle, sheet.status, *sheet.notes]
    texts += [column.title for column in sheet.columns]
    texts += [cell for row in sheet.rows for cell in row.cells]
    lost = sorted(set().union(*(unprintable(text) for text in texts)))
    notes = list(sheet.notes)
    if lost:
        codes = ", ".join(f"U+{ord(char):04X}" for char in lost[:40])
        more = f" and {len(lost) - 40} more" if len(lost) > 40 else ""
        notes.append(f"Characters without a printed form, shown by their codes: {codes}{more}")
    return [line for note in notes for line in wrap(note, width, _NOTE, bold=False)]


def _paper(sheet: Sheet, theme: Theme) -> tuple[float, float]:
    return (theme.height, theme.width) if sheet.landscape else (theme.width, theme.height)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draughtsman:
    """Draws one page."""

    canvas: Any
    pen: Pen
    theme: Theme
    page: Page

    def draw(self, number: str) -> None:
        width, height = _paper(self.page.sheet, self.theme)
        self.canvas.setPageSize((width, height))
        left, right = self.theme.margin, width - self.theme.margin
        y = height - self.theme.margin
        sheet = self.page.sheet
        self.pen.title_block(
            left,
            right,
            y,
            Head(
                production=sheet.production,
                title=sheet.title,
                subtitle=sheet.subtitle,
                label=self.page.label,
            ),
        )
        self.pen.foot(left, right, self.theme.margin, (self.page.sheet.status, number))
        y -= HEAD
        wide, columns = sum(self.page.part.widths), len(self.page.part.columns)
        for band in self.page.bands:
            drawn = Drawn(band=band, wide=wide, size=self.page.size, columns=columns)
            draw_band(self.pen, self.theme, drawn, left, y)
            y -= band.height
        self.pen.ink("#404040")
        y -= _NOTE * 0.6
        for line in self.page.notes:
            y -= _NOTE * LEADING
            self.pen.text(line, left, y, _NOTE, bold=False)
        if self.page.sheet.watermark:
            self.pen.watermark(self.page.sheet.watermark, width, height)


FORMAT = SheetPdf()
