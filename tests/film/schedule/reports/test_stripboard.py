import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.film.schedule.reports.builder import make_schedule
from tests.film.schedule.reports.test_schedule import over_a_holiday, with_a_second_unit

from secondunit.core.sheet import Sheet
from secondunit.film.schedule.reports.days_out import day_out_of_days
from secondunit.film.schedule.reports.one_liner import one_liner
from secondunit.film.schedule.reports.schedule import Schedule
from secondunit.film.schedule.reports.shooting import shooting_schedule
from secondunit.film.schedule.reports.stripboard import Bar, Strip, strip_board, stripboard

GOLDEN = Path(__file__).parents[3] / "golden" / "schedule"


def bars(schedule: Schedule) -> list[tuple[str, str]]:
    return [
        (row.style, " ".join((row.left, row.text, row.right)).strip())
        for row in strip_board(schedule).rows
        if isinstance(row, Bar) and row.style != "banner"
    ]


def test_each_scene_is_a_strip_in_its_colour() -> None:
    rows = strip_board(make_schedule()).rows
    styles = {row.scene: row.style for row in rows if isinstance(row, Strip)}
    assert styles == {"1": "int-day", "2": "ext-night", "3": "dawn"}


def test_the_header_panel_has_the_key_of_cast_ids() -> None:
    assert strip_board(make_schedule()).cast == (("1", "OREN"), ("2", "MINA"))


def test_days_end_in_black_weeks_in_orange_and_what_lies_between_is_named() -> None:
    assert bars(over_a_holiday()) == [
        ("day-break", "End of Day 1 Fri 15 Jan 2027 1/8 pages"),
        ("week-break", "1 day End of Week 1 1/8 pages"),
        ("holiday", "HOLIDAY — Mon 18 Jan 2027"),
        ("free-day", "No shoot — Tue 19 Jan 2027"),
        ("day-break", "End of Day 2 Wed 20 Jan 2027 · NIGHT SHIFT 3/8 pages"),
        ("week-break", "1 day End of Week 2 3/8 pages"),
    ]


def test_a_move_within_a_day_is_a_banner() -> None:
    rows = strip_board(over_a_holiday()).rows
    assert [row.text for row in rows if isinstance(row, Bar) and row.style == "banner"] == [
        "Company move to CAUSEWAY"
    ]


def test_scenes_without_a_day_stand_under_the_boneyard() -> None:
    schedule = over_a_holiday()
    left = schedule.board.days[1].scenes
    board = replace(schedule.board, days=schedule.board.days[:1], boneyard=left)
    rows = strip_board(replace(schedule, board=board)).rows
    at = next(i for i, row in enumerate(rows) if isinstance(row, Bar) and "Boneyard" in row.text)
    assert [row.scene for row in rows[at + 1 :] if isinstance(row, Strip)] == ["2", "3"]


def _as_text(sheet: Sheet) -> str:
    rows = [" | ".join(" ".join(column.title.split()) for column in sheet.columns)]
    rows += [f"{row.style or 'plain':10}{' | '.join(row.cells)}".rstrip() for row in sheet.rows]
    return "\n".join([sheet.title, sheet.subtitle, *rows, *sheet.notes]) + "\n"


@pytest.mark.parametrize("make", [stripboard, one_liner, day_out_of_days, shooting_schedule])
def test_the_golden_sheets_are_as_agreed(make: Callable[[Schedule], Sheet]) -> None:
    sheet = make(make_schedule())
    path = GOLDEN / f"{sheet.key}.txt"
    if os.environ.get("SECONDUNIT_GOLDEN") == "write":
        path.write_text(_as_text(sheet), "utf-8")
    assert _as_text(sheet) == path.read_text("utf-8")


def test_the_strips_of_another_unit_stand_under_its_name_and_end_with_its_day() -> None:
    rows = strip_board(with_a_second_unit()).rows
    shown = [row.scene if isinstance(row, Strip) else row.left or row.text for row in rows]
    assert shown == [
        "1",
        "End of Day 1",
        "Second Unit — Fri 15 Jan 2027",
        "3",
        "End of Second Unit Day 1",
        "1 day and 1 of the second unit",
        "HOLIDAY — Mon 18 Jan 2027",
        "No shoot — Tue 19 Jan 2027",
        "2",
        "End of Day 2",
        "1 day",
    ]


def test_one_liner_and_shooting_schedule_name_the_unit() -> None:
    schedule = with_a_second_unit()
    told = [row.cells[0] for row in one_liner(schedule).rows if row.style == "day-break"]
    assert told[1].startswith("End of Second Unit Day 1 — Fri 15 Jan 2027")
    heads = [row.cells[0] for row in shooting_schedule(schedule).rows if row.style == "banner"]
    assert heads[1].startswith("Second Unit Day 1 — Fri 15 Jan 2027 — day shift")


def test_the_day_out_of_days_has_every_units_day_over_its_date() -> None:
    heads = [column.title for column in day_out_of_days(with_a_second_unit()).columns]
    assert heads[2] == "Fri\n15 Jan\nD1\n2U1"
