"""Lists made by hand for the tests of the exchange."""

from __future__ import annotations

from functools import lru_cache

from tests.film.shots.builder import DATA, list_shots, make_inputs, make_script

from secondunit.film.shots.exchange.columns import ColumnTable, read_columns
from secondunit.film.shots.exchange.compare import Comparison, compare_list
from secondunit.film.shots.exchange.grid import Grid, GridRow
from secondunit.film.shots.exchange.listed import Listed, read_list
from secondunit.film.shots.exchange.sheet import exchange_sheet
from secondunit.film.shots.stage_plan import StagePlan, plan_stage

NAMES = ("ADA", "BRAM", "PIP")


@lru_cache(maxsize=1)
def columns() -> ColumnTable:
    return read_columns((DATA / "shot_columns.toml").read_text(encoding="utf-8"))


def make_grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(
        name="list.csv",
        rows=tuple(GridRow(place=f"line {n}", cells=row) for n, row in enumerate(rows, start=1)),
    )


def read(*rows: tuple[str, ...]) -> Listed:
    return read_list(make_grid(*rows), columns(), NAMES)


def exported() -> list[tuple[str, ...]]:
    """The late ferry's shots as its own export has them, heads first."""
    sheet = exchange_sheet(make_script(), list_shots())
    return [tuple(column.title for column in sheet.columns), *(row.cells for row in sheet.rows)]


def edited(number: str, **cells: str) -> list[tuple[str, ...]]:
    """The export with cells of one shot changed, by head."""
    rows = exported()
    heads = [head.casefold() for head in rows[0]]
    made = []
    for row in rows:
        each = list(row)
        if row[heads.index("shot")] == number:
            for head, text in cells.items():
                each[heads.index(head.replace("_", " "))] = text
        made.append(tuple(each))
    return made


def compare(rows: list[tuple[str, ...]]) -> Comparison:
    return compare_list(read(*rows), list_shots(), make_script())


def stage() -> StagePlan:
    inputs = make_inputs()
    return plan_stage(inputs.screenplay, inputs.elements, inputs.tables, inputs.library)
