"""Forms as one HTML page for phones: boxes side by side where there is room, else under another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from secondunit.adapters.paper.html_page import html_page
from secondunit.adapters.paper.theme import Theme
from secondunit.core.form import Form, Panel
from secondunit.core.sheet import Row

_STYLE = """body{margin:1em}h2{font-size:1em;margin:0;padding:.25em .5em;background:#3a3a3a;
color:#fff}.grid{display:grid;grid-template-columns:repeat(12,1fr);gap:.5em;
margin:.8em 0}.panel{border:1px solid #000;overflow-x:auto}table{width:100%}
.large td{font-size:1.8em}@media(max-width:700px){.panel{grid-column:1/-1!important}}"""
_LARGE = 12
"""Points from which a panel is set large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormHtml:
    """Writes forms as a page without scripts and without anything from outside."""

    key: str = "form-html"
    suffix: str = ".html"
    media_type: str = "text/html"
    theme: Theme | None = None

    def write(self, document: Sequence[Form]) -> bytes:
        """Write forms one after another. Equal forms give equal bytes; all text is escaped."""
        title = f"{document[0].production} · {document[0].title}" if document else ""
        body = "".join(_form(form) for form in document)
        return html_page(title, body, _STYLE, self.theme)


def _form(form: Form) -> str:
    mark = f'<p class="mark">{escape(form.watermark)}</p>' if form.watermark else ""
    panels = "".join(_panel(panel) for panel in form.panels)
    notes = "".join(f"<p>{escape(note)}</p>" for note in form.notes)
    return (
        f"<section>{mark}<h1>{escape(form.production)} · {escape(form.title)}</h1>"
        f'<p>{escape(form.subtitle)}</p><p class="status">{escape(form.status)}</p>'
        f'<div class="grid">{panels}</div>{notes}</section>'
    )


def _panel(panel: Panel) -> str:
    bar = f' style="background:{escape(panel.color)}"' if panel.color else ""
    title = f"<h2{bar}>{escape(panel.title)}</h2>" if panel.title else ""
    heads = "".join(f'<th scope="col">{escape(column.title)}</th>' for column in panel.columns)
    head = f"<thead><tr>{heads}</tr></thead>" if any(c.title for c in panel.columns) else ""
    large = " large" if panel.size >= _LARGE else ""
    rows = "".join(_row(row, panel) for row in panel.rows)
    return (
        f'<div class="panel{large}" style="grid-column:span {panel.span}">{title}'
        f"<table>{head}<tbody>{rows}</tbody></table></div>"
    )


def _row(row: Row, panel: Panel) -> str:
    cells = "".join(
        f'<td class="{column.align.value}">{escape(cell)}</td>'
        for column, cell in zip(panel.columns, row.cells, strict=False)
    )
    return f'<tr class="{row.style}">{cells}</tr>'


FORMAT = FormHtml()
"""The format."""
