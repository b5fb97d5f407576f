"""The page that sheets and forms are written into: one file, no scripts, nothing from outside."""

from __future__ import annotations

from html import escape

from secondunit.adapters.paper.theme import Theme, shipped_theme

_STYLE = """body{font:14px/1.35 system-ui,sans-serif;color:#000;background:#fff}
h1{font-size:1.3em;margin:0}p{margin:.2em 0}table{border-collapse:collapse}
td,th{border:1px solid #b4b4b4;padding:.2em .5em;text-align:left;vertical-align:top;
white-space:pre-line}th{background:#e4e4e4}.right{text-align:right}.centre{text-align:center}
.status{font-weight:bold}.mark{color:#b00;font-weight:bold}
@media print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}"""


def html_page(title: str, body: str, style: str, theme: Theme | None = None) -> bytes:
    """A page with the strips' colours, readable on a phone, its colours kept in print.

    Args:
        title: Plain text.
        body: HTML, escaped already.
        style: CSS beside what every page has.
        theme: Colours of rows; None for those that ship.
    """
    rows = (theme or shipped_theme()).rows.items()
    looks = "".join(
        f".{name} td{{background:{row.fill};color:{row.ink}"
        f"{';font-weight:bold' if row.bold else ''}}}"
        for name, row in rows
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"/>'
        '<meta name="viewport" content="width=device-width"/>'
        f"<title>{escape(title)}</title><style>{_STYLE}{style}{looks}</style></head>"
        f"<body>{body}</body></html>\n"
    ).encode(errors="replace")
