"""Shot lists as comma-, semicolon- or tab-separated text, read as rows of cells."""

from __future__ import annotations

import csv
from io import StringIO

from secondunit.adapters.decoding import decode
from secondunit.core.errors import InputError
from secondunit.film.shots.exchange.grid import Grid, GridRow

MOST_ROWS = 20_000
"""Rows of a list; a feature has two thousand shots."""

MOST_CELLS = 200
"""Cells of a row."""

LARGEST = 16 * 2**20
"""Bytes of a list."""

_DELIMITERS = ",;\t"


def read_grid(data: bytes, name: str) -> Grid:
    """The rows of a separated text file; empty ones are left out.

    The separator is the one that stands most often in the first row that has any. An apostrophe
    that keeps a spreadsheet from running a cell as a formula is taken off again.

    Raises:
        InputError: It is no text, a quote is never closed, or it is larger than any shot list.
    """
    if len(data) > LARGEST:
        raise InputError(f"{name}: is larger than any shot list", remedy="Give the list itself.")
    decoded = decode(data)
    if decoded.text is None:
        raise InputError(
            f"{name}: {decoded.odd or 'is no text'}", remedy="Save the list as CSV or XLSX."
        )
    first = next((line for line in decoded.text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(StringIO(decoded.text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(
                    GridRow(
                        place=f"line {reader.line_num}",
                        cells=tuple(_plain(cell) for cell in cells[:MOST_CELLS]),
                    )
                )
            if len(rows) > MOST_ROWS:
                raise InputError(
                    f"{name}: has more than {MOST_ROWS:,} rows, and no shot list has",
                    remedy="Give the list of one production.",
                )
    except csv.Error as error:
        raise InputError(
            f"{name}, line {reader.line_num}: cannot be read as CSV ({error})",
            remedy="Close every quote, and save the list as CSV again.",
        ) from error
    return Grid(name=name, rows=tuple(rows))


def _plain(cell: str) -> str:
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@"} else text
