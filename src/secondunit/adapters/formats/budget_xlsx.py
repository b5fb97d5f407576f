"""A budget as a workbook with live formulas: change a figure, a rate or a ceiling, and every
total follows; untouched, it agrees with our totals to the cent.

Text is always written as text: a word of the script can never become a formula.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from secondunit.adapters.spreadsheet import cells, tabs
from secondunit.ports.documents import BudgetBook

_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
"""Fixed: a file must not differ for the hour it was written in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetXlsx:
    """Writes a budget as a workbook that reckons."""

    key: str = "budget-xlsx"
    suffix: str = ".xlsx"
    media_type: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    def write(self, document: BudgetBook) -> bytes:
        """Write the tabs. Equal budgets give equal bytes."""
        from xlsxwriter import Workbook

        out = BytesIO()
        book = Workbook(out, {"in_memory": True, "strings_to_urls": False})
        book.set_properties(
            {"title": document.title[:255], "author": "Second Unit", "created": _CREATED}
        )
        looks = _looks(book)
        layout = cells.lay_out(document.budget)
        for name, write in (
            (cells.TOP, tabs.write_top),
            (cells.DETAIL, tabs.write_detail),
            (cells.GLOBALS, tabs.write_globals),
            (cells.FRINGES, tabs.write_fringes),
            (cells.EARNERS, tabs.write_earners),
        ):
            page = book.add_worksheet(name)
            _head(page, name, document, looks)
            write(page, layout, looks)
            page.set_landscape()
            page.fit_to_pages(1, 0)
            page.repeat_rows(cells.HEAD)
            page.set_footer(f"&L{document.status.replace('&', '&&')[:200]}&RPage &P of &N")
        book.close()
        return out.getvalue()


def _head(page: Any, name: str, document: BudgetBook, looks: tabs.Looks) -> None:
    budget = document.budget
    page.write_string(0, 0, f"{document.title} · {name}", looks.title)
    page.write_string(
        1, 0, f"{budget.shooting_days} shooting days · all amounts in {budget.currency}"
    )
    marks = [text for text in (document.watermark, document.status) if text]
    page.write_string(2, 0, " · ".join(marks), looks.bold)


def _looks(book: Any) -> tabs.Looks:
    def look(**wish: object) -> Any:
        return book.add_format({"valign": "top", **wish})

    return tabs.Looks(
        plain=look(),
        head=look(bold=True, bottom=2, bg_color="#F0F0F0", text_wrap=True),
        money=look(num_format="#,##0.00"),
        count=look(num_format="#,##0.####"),
        percent=look(num_format="0.00##%"),
        bold=look(bold=True),
        total=look(bold=True, num_format="#,##0.00", top=1),
        title=look(bold=True, font_size=14),
        heading=look(bold=True, bg_color="#F0F0F0"),
    )


FORMAT = BudgetXlsx()
