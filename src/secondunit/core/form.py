"""A page of boxes as data: a breakdown sheet, a call sheet, before a format draws it."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.sheet import Column, Row

GRID = 12
"""Panels stand side by side until their spans add up to this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One box of a form.

    Args:
        title: On its bar, or "".
        columns: Of its table; with no titles at all there is no row of heads.
        rows: Of its table; a row's style is one of the theme's.
        span: Width, in twelfths of the page.
        color: ``#RRGGBB`` of its bar, or "" for the theme's.
        size: Type size in points, 0 for the form's own.
        lines: Least height, in lines of type: an empty box leaves room to write in.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    span: int = GRID
    color: str = ""
    size: float = 0
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of one or more pages.

    Args:
        key: File stem (``call-sheet``).
        title: What it is (``Call Sheet``).
        production: Title of the production.
        subtitle: Date, day, draft, in one line.
        panels: Left to right, top to bottom.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``; printed on every page.
        notes: Lines under the last panel.
        watermark: Printed large and pale across every page (``DRAFT``), or "".
    """

    key: str
    title: str
    production: str
    subtitle: str
    panels: tuple[Panel, ...]
    status: str = ""
    notes: tuple[str, ...] = ()
    watermark: str = ""
