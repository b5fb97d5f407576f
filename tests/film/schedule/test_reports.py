import os
from collections.abc import Callable
from pathlib import Path

import pytest

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.adapters.tables import PackagedTables
from secondunit.core.sheet import Sheet
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.problem import propose_problem
from secondunit.film.schedule.reports import (
    Schedule,
    day_out_of_days,
    one_liner,
    stripboard,
    synopsis,
)
from secondunit.film.schedule.search.find import search_board
from secondunit.film.schedule.shooting import shooting_schedule
from secondunit.film.schedule.table import read_table
from secondunit.film.screenplay.model import LineKind, Screenplay

SCRIPT = b"""INT. KITCHEN - DAY #1#

= Oren does not hear the telephone.

A black telephone rings. Oren butters toast.

OREN
Two sugars.

EXT. YARD - NIGHT #2#

Rain. Mina stands on the wall, and nobody in the world knows how long she has been standing there.

MINA
Left ear out.

EXT. CAUSEWAY - DAWN #3#

OREN
Right ear home.
"""


GOLDEN = Path(__file__).parents[2] / "golden" / "schedule"


def read_script() -> Screenplay:
    script = FORMAT.read(SCRIPT, "toast.fountain").screenplay
    assert script is not None
    return script


def make_schedule() -> Schedule:
    script = read_script()
    elements = tuple(
        Element(scene=scene.id, category=Category.CAST, name=line.text)
        for scene in script.scenes
        for line in scene.lines
        if line.kind is LineKind.CUE
    )
    table = read_table(PackagedTables().fetch_table("schedule.toml"))
    problem, _ = propose_problem(script, elements, table)
    board = search_board(problem, seed=1, iterations=200).board
    return Schedule(
        screenplay=script,
        problem=problem,
        board=board,
        production="Toast",
        status="PROPOSED · 3 decisions open",
    )


def test_strips_have_the_trades_colours_and_each_day_ends_in_a_bar() -> None:
    schedule = make_schedule()
    sheet = stripboard(schedule)
    styles = {row.cells[0]: row.style for row in sheet.rows if row.style != "day-break"}
    assert styles == {"1": "int-day", "2": "ext-night", "3": "dawn"}
    bars = [row.cells[0] for row in sheet.rows if row.style == "day-break"]
    assert len(bars) == len(schedule.board.days)
    assert bars[0].startswith("End of Day 1 — ")
    assert sheet.status == "PROPOSED · 3 decisions open"


def test_the_one_liner_tells_each_scene_in_a_row() -> None:
    rows = {row.cells[0]: row.cells for row in one_liner(make_schedule()).rows if not row.style}
    assert rows["1"][-1] == "Oren does not hear the telephone."
    assert rows["1"][1:3] == ("INT KITCHEN", "Day")
    assert rows["3"][-2] == "1"


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    scene = make_schedule().screenplay.scenes[1]
    assert synopsis(scene).endswith(" …")
    assert len(synopsis(scene)) <= 92


def test_the_day_out_of_days_has_a_column_for_each_work_date() -> None:
    schedule = make_schedule()
    sheet = day_out_of_days(schedule)
    assert [row.cells[1] for row in sheet.rows] == ["OREN", "MINA"]
    assert all(len(row.cells) == len(sheet.columns) for row in sheet.rows)
    assert [column.title for column in sheet.columns[-4:]] == ["Work", "Hold", "Start", "Finish"]


def _as_text(sheet: Sheet) -> str:
    rows = [" | ".join(column.title for column in sheet.columns)]
    rows += [f"{row.style or 'plain':10}{' | '.join(row.cells)}".rstrip() for row in sheet.rows]
    return "\n".join([sheet.title, sheet.subtitle, *rows, *sheet.notes]) + "\n"


@pytest.mark.parametrize("make", [stripboard, one_liner, day_out_of_days, shooting_schedule])
def test_the_golden_sheets_are_as_agreed(make: Callable[[Schedule], Sheet]) -> None:
    sheet = make(make_schedule())
    path = GOLDEN / f"{sheet.key}.txt"
    if os.environ.get("SECONDUNIT_GOLDEN") == "write":
        path.write_text(_as_text(sheet), "utf-8")
    assert _as_text(sheet) == path.read_text("utf-8")
