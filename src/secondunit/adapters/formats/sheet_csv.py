"""Sheets as CSV (RFC 4180): comma, CRLF, quotes where needed.

The file starts with a UTF-8 byte order mark, because spreadsheet programs otherwise read accents
in the machine's old code page; ``utf-8-sig`` reads it in Python. One sheet is its column heads
and rows and nothing else, so that other programs can take it in. Several sheets are blocks with
a title row each (production, title, subtitle, status), a blank line between them.
Every row of a block has as many fields as the sheet has columns.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from secondunit.core.sheet import Sheet

_TRIGGERS = "=+-@\t\r＝＋－＠"
"""What makes a spreadsheet run a cell as a formula. Source: OWASP, CSV Injection."""
_SIGNED_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?( ?%| [A-Z]{3})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCsv:
    """Writes sheets as comma-separated values."""

    key: str = "sheet-csv"
    suffix: str = ".csv"
    media_type: str = "text/csv"

    def write(self, sheets: Sequence[Sheet]) -> bytes:
        """Write sheets one after another into one file. Equal sheets give equal bytes."""
        out = StringIO(newline="")
        writer = csv.writer(out, lineterminator="\r\n")
        for position, sheet in enumerate(sheets):
            width = len(sheet.columns)
            if len(sheets) > 1:
                if position:
                    out.write("\r\n")
                titles = [sheet.production, sheet.title, sheet.subtitle, sheet.status]
                writer.writerow([harmless(text) for text in titles])
            writer.writerow([harmless(_one_line(column.title)) for column in sheet.columns])
            for row in sheet.rows:
                cells = [*row.cells, *[""] * (width - len(row.cells))]
                writer.writerow([harmless(text) for text in cells])
        return out.getvalue().encode("utf-8-sig", errors="replace")


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula.

    >>> harmless("=1+1"), harmless("-12.50"), harmless("- none -"), harmless("-")
    ("'=1+1", '-12.50', "'- none -", '-')
    """
    bare = text.lstrip(" \n")
    if len(bare) > 1 and bare[0] in _TRIGGERS and _SIGNED_NUMBER.fullmatch(bare) is None:
        return f"'{text}"
    return text


def _one_line(title: str) -> str:
    return " ".join(title.split())


FORMAT = SheetCsv()
