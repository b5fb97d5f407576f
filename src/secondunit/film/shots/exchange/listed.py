"""Read a table as the rows of a shot list; what cannot be read is a finding, never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding, Severity
from secondunit.film.shots.exchange.columns import COLUMNS, TERMS, ColumnTable
from secondunit.film.shots.exchange.grid import Grid, GridRow
from secondunit.film.shots.model import Angle, Framing, Height, Mood, Move, Size

HEAD_ROWS = 12
"""Rows from the top among which the heads are looked for; programs print titles over them."""

LONGEST_SECONDS = 600
"""Longest shot a list may ask for, seconds: more is a slip of the pen."""

NOTHING = frozenset({"-", "–", "none"})
"""What a cell says that takes a value away; an empty cell leaves the field as it is."""

LOCKABLE = ("size", "angle", "height", "lens", "framing", "move", "subjects", "duration", "action",
            "lighting", "camera")  # fmt: skip
"""Fields a person may lock, by name."""

Value = str | StrEnum | Fraction | float | tuple[str, ...]
"""What one cell says."""

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedShot:
    """One row of somebody's list; None and "" where a column is absent, empty or unreadable.

    Args:
        place: Where it stands in its file.
        id: Id of a shot that stands.
        scene: Scene number, carried down from the rows above.
        number: Shot number.
        framing: What the frame is built on.
        size: Shot size.
        angle: Camera angle.
        height: Height of the camera.
        lens: Focal length, millimetres.
        move: Camera move.
        subjects: Who it frames, the main one first; empty for nobody.
        action: What happens.
        seconds: Screen time.
        mood: Light in one word.
        locks: Fields fixed by name; empty to free them all.
        frees_height: The list takes the camera's height away.
    """

    place: str
    id: str = ""
    scene: str = ""
    number: str = ""
    framing: Framing | None = None
    size: Size | None = None
    angle: Angle | None = None
    height: Height | None = None
    lens: float | None = None
    move: Move | None = None
    subjects: tuple[str, ...] | None = None
    action: str = ""
    seconds: Fraction | None = None
    mood: Mood | None = None
    locks: tuple[str, ...] | None = None
    frees_height: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list as it was read.

    Args:
        shots: Its rows.
        findings: What could not be read, each with its place and column.
    """

    shots: tuple[ListedShot, ...]
    findings: tuple[Finding, ...]


def read_list(grid: Grid, table: ColumnTable, names: Sequence[str]) -> Listed:
    """Read the rows under the heads.

    Args:
        grid: The table.
        table: Heads and words.
        names: The cast, as subjects are spelled.

    Raises:
        InputError: No row names columns of a shot list, or two name the same.
    """
    at, columns, findings = _heads(grid, table)
    shots = []
    scene = ""
    for row in grid.rows[at + 1 :]:
        cells = [
            (column, cell)
            for column, cell in zip(columns, row.cells, strict=False)
            if column and cell
        ]
        if not cells or _is_banner(row):
            continue
        reader = _Cells(grid.name, row, table, names)
        values = dict(reader.read(cells))
        findings += reader.findings
        scene = str(values.setdefault("scene", scene))
        if values.keys() & {"id", "number", "size", "framing"}:
            shots.append(_row(f"{grid.name}, {row.place}", values))
    return Listed(shots=tuple(shots), findings=tuple(findings))


def likeliest(grids: Sequence[Grid], table: ColumnTable) -> Grid:
    """The table whose heads are most like those of a shot list, the first of equals."""
    return max(
        grids,
        key=lambda grid: max(
            (sum(bool(table.column(c)) for c in row.cells) for row in grid.rows[:HEAD_ROWS]),
            default=0,
        ),
    )


def _row(place: str, values: dict[str, Value]) -> ListedShot:
    def of(column: str, kind: type[Kind]) -> Kind | None:
        value = values.get(column)
        return value if isinstance(value, kind) else None

    return ListedShot(
        place=place,
        id=of("id", str) or "",
        scene=of("scene", str) or "",
        number=of("number", str) or "",
        framing=of("framing", Framing),
        size=of("size", Size),
        angle=of("angle", Angle),
        height=of("height", Height),
        lens=of("lens", float),
        move=of("move", Move),
        subjects=of("subjects", tuple),
        action=of("action", str) or "",
        seconds=of("seconds", Fraction),
        mood=of("mood", Mood),
        locks=of("locks", tuple),
        frees_height=values.get("height") == "",
    )


def _is_banner(row: GridRow) -> bool:
    filled = [cell for cell in row.cells if cell]
    return (len(filled) == 1 and bool(row.cells[0])) or filled[:1] == ["Total"]


def _heads(grid: Grid, table: ColumnTable) -> tuple[int, list[str], list[Finding]]:
    best, at = 0, -1
    for place, row in enumerate(grid.rows[:HEAD_ROWS]):
        known = sum(bool(table.column(cell)) for cell in row.cells)
        if known > best:
            best, at = known, place
    if best < 2:
        raise InputError(
            f"{grid.name}: none of the first rows names the columns of a shot list",
            remedy="Name columns in one row, such as Scene, Shot, Size, Lens, Move, Description.",
        )
    head = grid.rows[at]
    columns = [table.column(cell) for cell in head.cells]
    for column in COLUMNS:
        if columns.count(column) > 1:
            raise InputError(
                f"{grid.name}, {head.place}: two columns are the {column}",
                remedy="Keep one of them, or rename the other to Notes.",
            )
    if not {"id", "number", "scene"} & set(columns):
        raise InputError(
            f"{grid.name}, {head.place}: no column says which shot a row is",
            remedy="Add a column Shot (12A), or Scene.",
        )
    findings = [
        Finding(
            severity=Severity.WARNING,
            rule="shots.list-column",
            where=f"{grid.name}, {head.place}, column {cell}",
            message="this column is not read",
            remedy="Nothing to do, or rename it to a column of the shot list.",
        )
        for cell, column in zip(head.cells, columns, strict=True)
        if cell and not column and not table.is_passed(cell)
    ]
    return at, columns, findings


class _Cells:
    """Reads the cells of one row."""

    def __init__(self, name: str, row: GridRow, table: ColumnTable, names: Sequence[str]) -> None:
        self._where = f"{name}, {row.place}"
        self._table = table
        self._names = {each.casefold(): each for each in names}
        self.findings: list[Finding] = []

    def read(self, cells: Sequence[tuple[str, str]]) -> Iterator[tuple[str, Value]]:
        """Values by column."""
        for column, text in cells:
            value = self._value(column, text)
            if value is not None:
                yield column, value

    def _value(self, column: str, text: str) -> Value | None:
        if column in TERMS:
            if column == "height" and text.casefold() in NOTHING:
                return ""
            term = self._table.term(column, text)
            if term is None:
                known = ", ".join(each.value for each in TERMS[column])
                self._say(column, f"“{text}” is no {column}", f"Use one of {known}.")
            return term
        if column == "lens":
            return self._number(column, text, r"\s*mm", (4.0, 2000.0), "50, in millimetres")
        if column == "seconds":
            return self._seconds(text)
        if column == "subjects":
            return self._subjects(text)
        if column == "locks":
            return self._locks(text)
        return text

    def _number(
        self, column: str, text: str, unit: str, between: tuple[float, float], example: str
    ) -> float | None:
        found = re.fullmatch(rf"(\d+(?:[.,]\d+)?)(?:{unit})?", text)
        value = float(found[1].replace(",", ".")) if found else 0.0
        if not between[0] <= value <= between[1]:
            self._say(column, f"“{text}” is no {column}", f"Write it as {example}.")
            return None
        return value

    def _seconds(self, text: str) -> Fraction | None:
        clock = re.fullmatch(r"(?:(\d{1,2}):)?([0-5]?\d):([0-5]\d)", text)
        if clock:
            value = Fraction(int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3]))
        else:
            found = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*(?:s|sec|seconds)?", text)
            value = Fraction(found[1].replace(",", ".")) if found else Fraction(0)
        if not 0 < value <= LONGEST_SECONDS:
            self._say(
                "seconds", f"“{text}” is no length of a shot",
                f"Write seconds (4.5) or minutes (0:45), up to {LONGEST_SECONDS} seconds.",
            )  # fmt: skip
            return None
        return value

    def _subjects(self, text: str) -> tuple[str, ...] | None:
        if text.casefold() in NOTHING:
            return ()
        names = []
        for part in re.split(r"[,;/&]|\band\b", text):
            name = " ".join(part.split())
            if not name:
                continue
            if name.casefold() not in self._names:
                self._say(
                    "subjects", f"“{name}” is nobody of the cast",
                    "Spell the name as cues do, names apart by commas; - for nobody.",
                )  # fmt: skip
                return None
            names.append(self._names[name.casefold()])
        return tuple(dict.fromkeys(names))

    def _locks(self, text: str) -> tuple[str, ...] | None:
        if text.casefold() in NOTHING:
            return ()
        given = [part.strip().casefold() for part in re.split(r"[,;]", text) if part.strip()]
        for each in given:
            if each not in LOCKABLE:
                self._say(
                    "locks", f"“{each}” is no field that can be locked",
                    f"Use any of {', '.join(LOCKABLE)}; - for none.",
                )  # fmt: skip
                return None
        return tuple(dict.fromkeys(given))

    def _say(self, column: str, message: str, remedy: str) -> None:
        self.findings.append(
            Finding(
                severity=Severity.ERROR,
                rule="shots.list-cell",
                where=f"{self._where}, column {column}",
                message=message,
                remedy=remedy,
            )
        )
