"""Sheets on the screen and in files, as a command was asked for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from secondunit.core.errors import InputError
from secondunit.core.sheet import Align, Sheet
from secondunit.entrypoints.cli import console

if TYPE_CHECKING:
    from secondunit.bootstrap.productions import Studio
    from secondunit.film.budget.model import Budget


def show(
    studio: Studio,
    sheet: Sheet,
    value: object,
    where: tuple[Path | None, bool],
    live: Budget | None = None,
) -> int:
    """Print a sheet, or its value as JSON; write it to a file when one is named.

    Args:
        studio: The production, open.
        sheet: What is printed and drawn.
        value: What it was made from, for JSON.
        where: The file to write, and whether JSON is asked for on the screen.
        live: The budget whose workbook with live formulas stands for the sheet as .xlsx.

    Raises:
        InputError: The file's suffix names no format.
    """
    path, json = where
    if path is not None:
        _write(studio, sheet, value, path, live)
    if json:
        console.print_json(value)
    elif path is not None:
        console.OUT.print(f"{path}", markup=False)
    else:
        _print(sheet)
    return 0


def _write(studio: Studio, sheet: Sheet, value: object, path: Path, live: Budget | None) -> None:
    from secondunit.bootstrap import files
    from secondunit.core.ids import canonical_json
    from secondunit.ports.documents import BudgetBook

    press = studio.press
    formats = {each.suffix: each for each in (press.pdf, press.csv, press.xlsx)}
    suffix = path.suffix.lower()
    if suffix == ".json":
        data = canonical_json(value)
    elif suffix == press.budget.suffix and live is not None:
        book = BudgetBook(title=sheet.production, status=sheet.status, budget=live)
        data = press.budget.write(book)
    elif suffix in formats:
        data = formats[suffix].write([sheet])
    else:
        raise InputError(
            f"{path.name} names no format", remedy="End it with .pdf, .csv, .xlsx or .json."
        )
    files.write_file(path, data)


def _print(sheet: Sheet) -> None:
    from secondunit.film.budget.reports import MEMO

    console.OUT.print(f"{sheet.production} · {sheet.title}", style="bold", markup=False)
    console.OUT.print(f"{sheet.subtitle} · {sheet.status}", markup=False)
    for row in sheet.rows:
        signed = row.cells[0].startswith(("_", " ")) or row.cells[0].endswith(", date")
        if row.style == MEMO and not signed:
            console.OUT.print(" · ".join(row.cells), markup=False)
    heads = tuple(" ".join(column.title.split()) for column in sheet.columns)
    table = [row.cells for row in sheet.rows if row.style != MEMO]
    widths = [
        max(len(row[index]) for row in (heads, *table) if len(row) == len(heads))
        for index in range(len(heads))
    ]
    for cells in (heads, *table):
        console.OUT.print(_set(cells, widths, sheet).rstrip(), markup=False)
    for note in sheet.notes:
        console.OUT.print(note, markup=False)


def _set(cells: tuple[str, ...], widths: list[int], sheet: Sheet) -> str:
    """A row in columns, whole: what is cut off on a screen cannot be signed."""
    if len(cells) < len(widths):
        return "  ".join(cells)
    return "  ".join(
        cell.rjust(width) if column.align is Align.RIGHT else cell.ljust(width)
        for cell, width, column in zip(cells, widths, sheet.columns, strict=True)
    )
