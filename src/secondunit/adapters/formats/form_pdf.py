"""Forms as PDF: boxes side by side, each with a coloured bar, as call and breakdown sheets are.

What does not fit a page goes on under the same bar on the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any

from secondunit.adapters.paper.bands import Drawn, draw_band
from secondunit.adapters.paper.canvas import BLACK, HEAD, Head, Pen, open_canvas
from secondunit.adapters.paper.columns import Part, lay_out
from secondunit.adapters.paper.table import LEADING, Band, cut_pages, set_head, set_rows, wrap
from secondunit.adapters.paper.theme import Theme, shipped_theme
from secondunit.core.form import GRID, Form, Panel
from secondunit.core.sheet import Sheet

_SIZE = 7.5
"""Type size of a panel that asks for none."""
_BAR = 12.0
"""Height of a panel's bar."""
_GAP = 5.0
"""Points between panels."""
_FOOT = 20.0
_NOTE = 7.0
_WHITE = "#FFFFFF"
_DARK = "#3A3A3A"
"""A bar without a colour of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A panel, set.

    Args:
        panel: What it holds.
        x: Left edge from the left margin, in points.
        wide: In points.
        size: Type size.
        head: Column titles, or None.
        bands: Its rows.
        again: True where it goes on from the page before.
    """

    panel: Panel
    x: float
    wide: float
    size: float
    head: Band | None
    bands: tuple[Band, ...]
    again: bool = False

    @property
    def top(self) -> float:
        """Points above its first row."""
        bar = _BAR if self.panel.title else 0.0
        return bar + (self.head.height if self.head else 0.0)

    @property
    def height(self) -> float:
        """Points in all."""
        least = self.panel.lines * self.size * LEADING
        return self.top + max(sum(band.height for band in self.bands), least)


@dataclass(slots=True, kw_only=True)
class _Page:
    form: Form
    rows: list[tuple[float, list[Box]]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    used: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPdf:
    """Draws forms on upright paper; each begins a page, pages are counted within it."""

    key: str = "form-pdf"
    suffix: str = ".pdf"
    media_type: str = "application/pdf"
    theme: Theme | None = None

    def write(self, document: Sequence[Form]) -> bytes:
        """Draw forms one after another into one file. Equal forms give equal bytes."""
        theme = self.theme or shipped_theme()
        out = BytesIO()
        production = document[0].production if document else ""
        title = f"{production} - {document[0].title}" if document else ""
        canvas = open_canvas(out, (theme.width, theme.height), title, production)
        for number, form in enumerate(document, start=1):
            canvas.bookmarkPage(f"form-{number}")
            canvas.addOutlineEntry(f"{form.title} · {form.subtitle}", f"form-{number}", 0)
            pages = plan_pages(form, theme)
            for place, page in enumerate(pages, start=1):
                _draw_page(canvas, theme, page, f"Page {place} of {len(pages)}")
                canvas.showPage()
        canvas.save()
        return out.getvalue()


def plan_pages(form: Form, theme: Theme) -> list[_Page]:
    """Lay a form out on pages."""
    wide = theme.width - 2 * theme.margin
    body = theme.height - 2 * theme.margin - HEAD - _FOOT
    pages = [_Page(form=form)]
    for group in _groups(form.panels):
        boxes = list(_set(group, wide, body, theme))
        while boxes:
            boxes = _place(pages, boxes, body)
    notes = [line for note in form.notes for line in wrap(note, wide, _NOTE, bold=False)]
    if notes and pages[-1].used + _NOTE * LEADING * (len(notes) + 1) > body:
        pages.append(_Page(form=form))
    pages[-1].notes = notes
    return pages


def _place(pages: list[_Page], boxes: list[Box], body: float) -> list[Box]:
    """Put as much of side-by-side boxes as fits on the last page; what is left of them."""
    page = pages[-1]
    room = body - page.used
    height = max(box.height for box in boxes)
    if height <= room:
        page.rows.append((page.used, boxes))
        page.used += height + _GAP
        return []
    least = max(box.top + sum(band.height for band in box.bands[:2]) for box in boxes)
    if page.rows and (least > room or (height <= body and room < body * 0.3)):
        pages.append(_Page(form=page.form))
        return boxes
    fitting, left = [], []
    for box in boxes:
        now, later = _split(box, room)
        fitting.append(now)
        if later is not None:
            left.append(later)
    page.rows.append((page.used, fitting))
    pages.append(_Page(form=page.form))
    return left


def _split(box: Box, room: float) -> tuple[Box, Box | None]:
    used, count = box.top, 0
    while count < len(box.bands) and (used + box.bands[count].height <= room or count == 0):
        used += box.bands[count].height
        count += 1
    later = None
    if count < len(box.bands):
        later = replace(box, bands=box.bands[count:], again=True)
    return replace(box, bands=box.bands[:count], panel=replace(box.panel, lines=0)), later


def _groups(panels: Iterable[Panel]) -> Iterator[list[Panel]]:
    group: list[Panel] = []
    for panel in panels:
        if group and sum(each.span for each in group) + panel.span > GRID:
            yield group
            group = []
        group.append(panel)
    if group:
        yield group


def _set(group: Sequence[Panel], wide: float, body: float, theme: Theme) -> Iterator[Box]:
    unit, x = (wide + _GAP) / GRID, 0.0
    for panel in group:
        own = unit * panel.span - _GAP
        yield _box(panel, x, own, body, theme)
        x += own + _GAP


def _box(panel: Panel, x: float, wide: float, body: float, theme: Theme) -> Box:
    table = Sheet(
        key="", title="", production="", subtitle="", columns=panel.columns, rows=panel.rows
    )
    layout = lay_out(table, wide, largest=_SIZE)
    size, part = panel.size or layout.size, layout.parts[0]
    if len(layout.parts) > 1:
        total = sum(column.width for column in panel.columns)
        part = Part(
            columns=tuple(range(len(panel.columns))),
            widths=tuple(wide * column.width / total for column in panel.columns),
        )
    titled = any(column.title for column in panel.columns)
    head = set_head(table, part, size) if titled else None
    room = body - _BAR - (head.height if head else 0.0)
    bands = set_rows(table, part, size, theme)
    pieces = [band for page in cut_pages(bands, room, size) for band in page]
    return Box(panel=panel, x=x, wide=wide, size=size, head=head, bands=tuple(pieces))


def _draw_page(canvas: Any, theme: Theme, page: _Page, number: str) -> None:
    form, pen = page.form, Pen(canvas=canvas)
    canvas.setPageSize((theme.width, theme.height))
    left, right = theme.margin, theme.width - theme.margin
    top = theme.height - theme.margin
    head = Head(production=form.production, title=form.title, subtitle=form.subtitle)
    pen.title_block(left, right, top, head)
    pen.foot(left, right, theme.margin, (form.status, number))
    top -= HEAD
    for down, boxes in page.rows:
        height = max(box.height for box in boxes)
        for box in boxes:
            _draw_box(pen, theme, box, left + box.x, top - down, height)
    y = top - page.used
    pen.ink("#404040")
    for line in page.notes:
        y -= _NOTE * LEADING
        pen.text(line, left, y, _NOTE, bold=False)
    if form.watermark:
        pen.watermark(form.watermark, theme.width, theme.height)


def _draw_box(pen: Pen, theme: Theme, box: Box, left: float, top: float, height: float) -> None:
    y, panel = top, box.panel
    if panel.title:
        fill = panel.color or _DARK
        pen.ink(fill)
        pen.canvas.rect(left, y - _BAR, box.wide, _BAR, stroke=0, fill=1)
        pen.ink(_WHITE if _dark(fill) else BLACK)
        title = f"{panel.title} (continued)" if box.again else panel.title
        pen.text(title, left + 3, y - _BAR + 3.4, 7.5, bold=True)
        y -= _BAR
    for band in (box.head, *box.bands):
        if band is not None:
            drawn = Drawn(band=band, wide=box.wide, size=box.size, columns=len(panel.columns))
            draw_band(pen, theme, drawn, left, y)
            y -= band.height
    pen.stroke(BLACK, 0.7)
    pen.canvas.rect(left, top - height, box.wide, height, stroke=1, fill=0)


def _dark(color: str) -> bool:
    """True where white reads better on it. Source: ITU-R BT.601 luma."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 150


FORMAT = FormPdf()
