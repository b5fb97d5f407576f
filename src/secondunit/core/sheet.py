"""A sheet of paper as data: what any department hands out, before a format draws it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """How a column is set."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column.

    Args:
        title: Heading, as the trade writes it.
        width: Share of the page's width, in any unit common to the sheet.
        align: How cells are set.
    """

    title: str
    width: int = 10
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row.

    Args:
        cells: One text a column (fewer for a banner, which spans the sheet).
        style: ``""``, ``banner``, ``total``, ``heading``, ``detail`` (stays with the row above), or
            the name of a strip colour in the theme (``int-day``, ``ext-night``, ...).
    """

    cells: tuple[str, ...]
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with a head and a foot, ready for PDF, CSV, XLSX or HTML.

    Args:
        key: File stem (``one-liner``).
        title: What the sheet is (``One-Line Schedule``).
        production: Title of the production.
        subtitle: Draft, dates, days, in one line.
        columns: The columns.
        rows: The rows, top to bottom.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``; printed on every page.
        landscape: True for wide sheets.
        notes: Lines under the table (legend, sources).
        watermark: Printed large and pale across every page (``DRAFT``), or "".
    """

    key: str
    title: str
    production: str
    subtitle: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    status: str = ""
    landscape: bool = False
    notes: tuple[str, ...] = ()
    watermark: str = ""
