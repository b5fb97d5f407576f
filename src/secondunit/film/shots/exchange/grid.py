"""A table as a file holds it: rows of text, each knowing where it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One row.

    Args:
        place: Where a person finds it (``line 12``, ``row 12``).
        cells: Text of each cell, trimmed.
    """

    place: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The rows of one sheet, empty ones left out.

    Args:
        name: File, and sheet where the file has several (``list.xlsx, sheet Shots``).
        rows: From the top.
    """

    name: str
    rows: tuple[GridRow, ...]
