from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.stand_ins import SIGN_OFF, open_production, run_through

from secondunit.core.errors import InputError, NotFound
from secondunit.core.sheet import Sheet
from secondunit.film.shots.exchange.grid import Grid, GridRow
from secondunit.pipeline.elements import Signature
from secondunit.pipeline.own_shots import added_shots, locked_shots
from secondunit.pipeline.queries import State, View
from secondunit.pipeline.shot_desk import (
    check_shots,
    read_import,
    shot_sheet,
    standing_shots,
    take_import,
)

STAGE = "shots.shot_list"
KIM = Signature(by="Kim Oduya", role="director", reason="shots.csv: after the recce")


def grid_of(sheet: Sheet, *more: tuple[str, ...], **cells: str) -> Grid:
    """The table with cells of its second shot changed, and rows more."""
    heads = tuple(column.title for column in sheet.columns)
    rows = [list(row.cells) for row in sheet.rows]
    for head, text in cells.items():
        rows[1][heads.index(head)] = text
    return Grid(
        name="shots.csv",
        rows=tuple(
            GridRow(place=f"line {n}", cells=tuple(row))
            for n, row in enumerate([heads, *rows, *more], start=1)
        ),
    )


def test_a_signed_list_amends_adds_and_locks_and_the_next_run_keeps_it(folder: Path) -> None:
    view = open_production(folder)
    sheet = shot_sheet(view)
    first = sheet.rows[1].cells
    own = ("", first[1], f"{first[1]}Z", *first[3:10], "My own.", *first[11:])
    imported = read_import(view, [grid_of(sheet, own, Seconds="7.5")])
    facts = take_import(view, SIGN_OFF, imported, KIM)
    assert [fact.verdict.value for fact in facts] == ["amend", "add"]
    assert [shot.locks for shot in locked_shots(view)] == [("duration",)]
    assert [item.fact.action for item in added_shots(view)] == ["My own."]
    run_through(view, folder, "shots")
    rows = {row.item: row for row in view.standing(STAGE)}
    assert rows[facts[0].item].state is State.AMENDED
    assert rows[facts[1].item].state is State.ACCEPTED
    assert rows[facts[1].item].value.action == "My own."


def test_shots_left_out_are_dropped_only_where_that_is_asked_for(folder: Path) -> None:
    view = open_production(folder)
    sheet = shot_sheet(view)
    without = replace(sheet, rows=(sheet.rows[0], *sheet.rows[2:]))
    imported = read_import(view, [grid_of(without)])
    assert [shot.number for shot in imported.compared.missing] == [sheet.rows[1].cells[2]]
    with pytest.raises(InputError, match="what stands already"):
        take_import(view, SIGN_OFF, imported, KIM)
    (fact,) = take_import(view, SIGN_OFF, imported, KIM, drop=True)
    assert fact.verdict.value == "reject"


def test_a_list_with_a_fault_is_not_taken_at_all(folder: Path) -> None:
    view = open_production(folder)
    imported = read_import(view, [grid_of(shot_sheet(view), Size="gigantic", Seconds="9")])
    with pytest.raises(InputError, match="gigantic"):
        take_import(view, SIGN_OFF, imported, KIM)
    assert view.office.records.facts(STAGE) == []


def test_shots_stand_by_scene_and_are_checked(production: View) -> None:
    assert {row.value.scene for row in standing_shots(production, "1")} == {
        production.screenplay().shot_scenes[0].id
    }
    with pytest.raises(NotFound, match="no scene 77"):
        standing_shots(production, "77")
    checked = check_shots(production)
    assert checked.shots == len(standing_shots(production))
    assert checked.coverage.missing == ()
