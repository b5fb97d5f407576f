"""Shot lists as Excel workbooks, read as rows of cells: values only, nothing is run.

A workbook is a zip of XML parts; both are opened with the suspicion that scripts are.

Source: ECMA-376 part 1, 18.2 workbook, 18.3 worksheets, 18.4 shared strings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from secondunit.adapters.archive import is_zip, take_parts
from secondunit.adapters.markup import walk_xml
from secondunit.core.errors import InputError
from secondunit.film.shots.exchange.grid import Grid, GridRow

MOST_ROWS = 20_000
"""Rows of a sheet; a feature has two thousand shots."""

MOST_COLUMNS = 200
"""Columns of a sheet."""

_WANTED = re.compile(r"xl/(workbook\.xml|sharedStrings\.xml|worksheets/[^/]+\.xml)"
                     r"|xl/_rels/workbook\.xml\.rels")  # fmt: skip


def read_grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """The sheets of a workbook in their order, empty rows left out.

    A formula counts as the value it had when the workbook was saved.

    Raises:
        InputError: It is no workbook, is damaged or locked, or is larger than any shot list.
    """
    if not is_zip(data):
        raise InputError(
            f"{name}: is no Excel workbook (.xlsx)", remedy="Save the list as XLSX or CSV."
        )
    parts = take_parts(data, lambda part: _WANTED.fullmatch(part) is not None)
    if parts.problem:
        raise InputError(f"{name}: {parts.problem}", remedy="Save the workbook again, unlocked.")
    book, links = _Book(), _Links()
    _walk(parts.files.get("xl/workbook.xml", b""), book, f"{name}, the workbook")
    _walk(parts.files.get("xl/_rels/workbook.xml.rels", b""), links, f"{name}, its links")
    strings = _Strings()
    if "xl/sharedStrings.xml" in parts.files:
        _walk(parts.files["xl/sharedStrings.xml"], strings, f"{name}, its strings")
    grids = []
    for title, link in book.sheets:
        target = links.targets.get(link, "").removeprefix("/xl/")
        content = parts.files.get(f"xl/{target}")
        if content is None:
            continue
        where = f"{name}, sheet {title}"
        sheet = _Sheet(strings=strings.found, name=where)
        _walk(content, sheet, where)
        grids.append(Grid(name=where, rows=tuple(sheet.rows)))
    if not grids:
        raise InputError(f"{name}: holds no sheet", remedy="Save the list as XLSX or CSV.")
    return tuple(grids)


def _walk(data: bytes, walker: _Book | _Links | _Strings | _Sheet, where: str) -> None:
    _, problem = walk_xml(data, walker)
    if problem:
        raise InputError(f"{where}: {problem}", remedy="Save the workbook again from its program.")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


@dataclass(slots=True)
class _Book:
    """Names of the sheets, each with its link."""

    sheets: list[tuple[str, str]] = field(default_factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if _local(name) == "sheet":
            link = next((value for key, value in attributes.items() if _local(key) == "id"), "")
            self.sheets.append((attributes.get("name", "?"), link))

    def end(self, name: str) -> None:
        del name

    def text(self, data: str) -> None:
        del data


@dataclass(slots=True)
class _Links:
    """Parts by link."""

    targets: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if _local(name) == "Relationship":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def end(self, name: str) -> None:
        del name

    def text(self, data: str) -> None:
        del data


@dataclass(slots=True)
class _Strings:
    """The strings that cells share; what is written over Asian words is no part of them."""

    found: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _inside: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        del attributes
        self._inside.append(_local(name))
        if self._inside[-1] == "si":
            self._pieces = []

    def end(self, name: str) -> None:
        self._inside.pop()
        if _local(name) == "si":
            self.found.append("".join(self._pieces))

    def text(self, data: str) -> None:
        if self._inside and self._inside[-1] == "t" and "rPh" not in self._inside:
            self._pieces.append(data)


@dataclass(slots=True)
class _Sheet:
    """Rows of one sheet.

    Args:
        strings: The workbook's shared strings.
        name: Of the sheet, for messages.
    """

    strings: list[str]
    name: str
    rows: list[GridRow] = field(default_factory=list)
    _row: int = 0
    _cells: dict[int, str] = field(default_factory=dict)
    _column: int = -1
    _kind: str = ""
    _pieces: list[str] = field(default_factory=list)
    _inside: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag = _local(name)
        self._inside.append(tag)
        if tag == "row":
            said = attributes.get("r", "")
            self._row = int(said) if said.isdecimal() and len(said) < 9 else self._row + 1
            self._cells, self._column = {}, -1
        elif tag == "c":
            self._column = _column_of(attributes.get("r", ""), self._column + 1)
            self._kind, self._pieces = attributes.get("t", "n"), []

    def end(self, name: str) -> None:
        """Close an element: a cell is kept, a row is done.

        Raises:
            InputError: There are more rows than any shot list has.
        """
        tag = self._inside.pop()
        if tag == "c" and self._column < MOST_COLUMNS:
            text = self._value("".join(self._pieces)).strip()
            if text:
                self._cells[self._column] = text
        elif tag == "row" and self._cells:
            if len(self.rows) >= MOST_ROWS:
                raise InputError(
                    f"{self.name}: has more than {MOST_ROWS:,} rows, and no shot list has",
                    remedy="Give the list of one production.",
                )
            width = max(self._cells) + 1
            cells = tuple(self._cells.get(column, "") for column in range(width))
            self.rows.append(GridRow(place=f"row {self._row}", cells=cells))
        del name

    def text(self, data: str) -> None:
        inside = self._inside[-1] if self._inside else ""
        if inside == "v" or (inside == "t" and "is" in self._inside and "rPh" not in self._inside):
            self._pieces.append(data)

    def _value(self, text: str) -> str:
        if self._kind == "s":
            place = int(text) if text.isdecimal() and len(text) < 9 else -1
            return self.strings[place] if 0 <= place < len(self.strings) else ""
        if self._kind == "n" and text:
            return _number(text)
        if self._kind == "b":
            return "TRUE" if text == "1" else "FALSE"
        return text


def _number(text: str) -> str:
    """A number as its cell shows it: 50 for 50.0, 4.35 for 4.3499999999999996."""
    try:
        return f"{float(text):.10g}"
    except ValueError:
        return text


def _column_of(cell: str, otherwise: int) -> int:
    """Column of a cell's name, from 0.

    >>> _column_of("A1", 9), _column_of("AB12", 9), _column_of("", 9)
    (0, 27, 9)
    """
    letters = re.match(r"[A-Z]{1,3}(?=\d)", cell)
    if letters is None:
        return otherwise
    place = 0
    for letter in letters.group(0):
        place = 26 * place + ord(letter) - 64
    return place - 1
