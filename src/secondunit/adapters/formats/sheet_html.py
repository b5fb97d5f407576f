"""Sheets as one HTML page: opens anywhere, offline; strips keep their colours, also in print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from secondunit.adapters.paper.html_page import html_page
from secondunit.adapters.paper.theme import Theme
from secondunit.core.sheet import Row, Sheet

_STYLE = "body{margin:2em}table{margin:.8em 0 2em}th{position:sticky;top:0}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetHtml:
    """Writes sheets as a page without scripts and without anything from outside."""

    key: str = "sheet-html"
    suffix: str = ".html"
    media_type: str = "text/html"
    theme: Theme | None = None

    def write(self, sheets: Sequence[Sheet]) -> bytes:
        """Write sheets one after another. Equal sheets give equal bytes; all text is escaped."""
        title = f"{sheets[0].production} · {sheets[0].title}" if sheets else ""
        body = "".join(_sheet(sheet) for sheet in sheets)
        return html_page(title, body, _STYLE, self.theme)


def _sheet(sheet: Sheet) -> str:
    mark = f'<p class="mark">{escape(sheet.watermark)}</p>' if sheet.watermark else ""
    heads = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in sheet.columns)
    rows = "".join(_row(row, sheet) for row in sheet.rows)
    notes = "".join(f"<p>{escape(note)}</p>" for note in sheet.notes)
    return (
        f"<section>{mark}<h1>{escape(sheet.production)} · {escape(sheet.title)}</h1>"
        f'<p>{escape(sheet.subtitle)}</p><p class="status">{escape(sheet.status)}</p>'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{notes}</section>"
    )


def _row(row: Row, sheet: Sheet) -> str:
    count = len(sheet.columns)
    if len(row.cells) == 1 and count > 1:
        return f'<tr class="{row.style}"><td colspan="{count}">{escape(row.cells[0])}</td></tr>'
    cells = [*row.cells, *[""] * (count - len(row.cells))]
    made = "".join(
        f'<td class="{column.align.value}">{escape(cell)}</td>'
        for column, cell in zip(sheet.columns, cells, strict=False)
    )
    return f'<tr class="{row.style}">{made}</tr>'


FORMAT = SheetHtml()
"""The format."""
