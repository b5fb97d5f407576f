"""Sheets as an Excel workbook: one worksheet a sheet, frozen heads, numbers as numbers.

Text is always written as text: a cell of a script can never become a formula or a link.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from typing import Any

from secondunit.adapters.paper.theme import Theme, shipped_theme
from secondunit.core.sheet import Align, Row, Sheet

_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
"""Fixed: a file must not differ for the hour it was written in."""
_LONGEST = 32_767
"""Characters a cell holds. Source: Excel specifications and limits."""
_NUMBER = re.compile(
    r"(?P<sign>-?)(?P<whole>0|[1-9]\d{0,2}(,\d{3})+|[1-9]\d*)(?P<rest>\.\d+)?"
    r"(?P<unit> ?%| [A-Z]{3})?"
)
_HEAD_ROW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as a spreadsheet shows it."""

    value: float
    format: str


def read_number(text: str) -> Number | None:
    """The number a cell plainly is, or None.

    Scene numbers with letters, eighths, dates and codes with leading zeros are text.

    >>> read_number("12,340.00")
    Number(value=12340.0, format='#,##0.00')
    >>> read_number("12A"), read_number("1 4/8"), read_number("007")
    (None, None, None)
    """
    found = _NUMBER.fullmatch(text)
    if found is None or sum(char.isdigit() for char in text) > 15:
        return None
    rest, unit = found["rest"] or "", found["unit"] or ""
    value = Decimal(found["sign"] + found["whole"].replace(",", "") + rest)
    shape = "#,##0" if "," in text or (rest and len(rest) == 3) else "0"
    shape += "." + "0" * (len(rest) - 1) if rest else ""
    if unit.endswith("%"):
        return Number(value=float(value / 100), format=shape + unit)
    return Number(value=float(value), format=f'{shape}"{unit}"' if unit else shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetXlsx:
    """Writes sheets as a workbook."""

    key: str = "sheet-xlsx"
    suffix: str = ".xlsx"
    media_type: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    theme: Theme | None = None

    def write(self, sheets: Sequence[Sheet]) -> bytes:
        """Write each sheet on a worksheet of its own. Equal sheets give equal bytes."""
        from xlsxwriter import Workbook

        out = BytesIO()
        book = Workbook(out, {"in_memory": True, "strings_to_urls": False})
        title = sheets[0].production if sheets else ""
        book.set_properties(
            {"title": _clean(title)[:255], "author": "Second Unit", "created": _CREATED}
        )
        formats = _Formats(book=book, theme=self.theme or shipped_theme())
        taken: set[str] = set()
        for sheet in sheets:
            name = tab_name(sheet.title, taken)
            taken.add(name.casefold())
            _write_sheet(book.add_worksheet(name), sheet, formats)
        if not sheets:
            book.add_worksheet("Empty")
        book.close()
        return out.getvalue()


def tab_name(title: str, taken: set[str]) -> str:
    """A worksheet name Excel accepts, different from those taken (case-folded).

    Source: Excel: at most 31 characters, none of ``[]:*?/\\``, no apostrophe at either end, not
    ``History``.
    """
    name = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", _clean(title)).strip(" '")[:31].strip(" '")
    if not name or name.casefold() == "history":
        name = "Sheet"
    stem, number = name, 1
    while name.casefold() in taken:
        number += 1
        mark = f" {number}"
        name = stem[: 31 - len(mark)] + mark
    return name


@dataclass(slots=True, kw_only=True)
class _Formats:
    """Cell formats of one workbook, each made once."""

    book: Any
    theme: Theme
    made: dict[tuple[str, Align, str], Any] = field(default_factory=dict)

    def cell(self, style: str, align: Align, number: str = "") -> Any:
        key = (style, align, number)
        if key not in self.made:
            look = self.theme.head if style == "head" else self.theme.style(style or "plain")
            wish: dict[str, Any] = {
                "align": "center" if align is Align.CENTRE else align.value,
                "valign": "top",
                "text_wrap": not number,
                "font_color": look.ink,
                "bold": look.bold,
                "border": 1,
                "border_color": "#000000" if look.strip else self.theme.grid,
            }
            if look.fill != "#FFFFFF" or look.strip:
                wish["bg_color"] = look.fill
            if style == "total":
                wish |= {"top": 2, "top_color": "#000000"}
            if number:
                wish["num_format"] = number
            self.made[key] = self.book.add_format(wish)
        return self.made[key]

    def title(self, size: int, *, bold: bool) -> Any:
        key = (f"title-{size}-{bold}", Align.LEFT, "")
        if key not in self.made:
            self.made[key] = self.book.add_format({"bold": bold, "font_size": size})
        return self.made[key]


def _write_sheet(page: Any, sheet: Sheet, formats: _Formats) -> None:
    head = f"{sheet.production} · {sheet.title}" if sheet.production else sheet.title
    page.write_string(0, 0, _clean(head), formats.title(14, bold=True))
    page.write_string(1, 0, _clean(sheet.subtitle), formats.title(10, bold=False))
    page.write_string(2, 0, _clean(sheet.status), formats.title(10, bold=True))
    for index, column in enumerate(sheet.columns):
        page.write_string(
            _HEAD_ROW, index, _clean(column.title), formats.cell("head", column.align)
        )
        page.set_column(index, index, _column_width(sheet, index))
    page.freeze_panes(_HEAD_ROW + 1, 0)
    for number, row in enumerate(sheet.rows, start=_HEAD_ROW + 1):
        _write_row(page, number, row, sheet, formats)
    below = _HEAD_ROW + len(sheet.rows) + 2
    for number, note in enumerate(sheet.notes, start=below):
        page.write_string(number, 0, _clean(note), formats.title(9, bold=False))
    if sheet.rows and sheet.columns:
        last = (_HEAD_ROW + len(sheet.rows), len(sheet.columns) - 1)
        page.ignore_errors({"number_stored_as_text": f"A1:{_cell_name(*last)}"})
    _set_print(page, sheet, formats.theme)


def _write_row(page: Any, number: int, row: Row, sheet: Sheet, formats: _Formats) -> None:
    count = len(sheet.columns)
    if len(row.cells) == 1 and count > 1:
        align = Align.LEFT if row.style in {"heading", ""} else Align.CENTRE
        look = formats.cell(row.style, align)
        page.merge_range(number, 0, number, count - 1, "", look)
        page.write_string(number, 0, _clean(row.cells[0]), look)
        return
    for index in range(count):
        text = row.cells[index] if index < len(row.cells) else ""
        align = sheet.columns[index].align
        found = read_number(text)
        if found is not None:
            look = formats.cell(row.style, align, found.format)
            page.write_number(number, index, found.value, look)
        elif text:
            page.write_string(number, index, _clean(text), formats.cell(row.style, align))
        else:
            page.write_blank(number, index, None, formats.cell(row.style, align))


def _column_width(sheet: Sheet, index: int) -> float:
    """Characters: the longest line, within reason; long texts wrap."""
    texts = [row.cells[index] for row in sheet.rows if len(row.cells) == len(sheet.columns)]
    longest = max((len(line) for t in texts for line in t.split("\n")), default=0)
    title = max((len(line) for line in sheet.columns[index].title.split("\n")), default=0)
    return float(min(max(longest, title, 3) + 2, 60))


def _set_print(page: Any, sheet: Sheet, theme: Theme) -> None:
    if sheet.landscape:
        page.set_landscape()
    page.set_paper(9 if theme.width < 600 else 1)
    inches = theme.margin / 72
    page.set_margins(left=inches, right=inches, top=inches, bottom=inches + 0.25)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD_ROW)
    status = _clean(sheet.status).replace("&", "&&")[:200]
    page.set_footer(f"&L{status}&RPage &P of &N")


def _cell_name(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column))


def _clean(text: str) -> str:
    """Text a workbook can hold: no lone surrogates, no more than a cell takes."""
    whole = text.encode("utf-8", errors="replace").decode("utf-8")
    return whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1] + "…"


FORMAT = SheetXlsx()
