"""The documents of the schedule: board, one-liner, lists, day-out-of-days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secondunit.core.sheet import Sheet
from secondunit.film.schedule.reports.cost import board_cost
from secondunit.film.schedule.reports.days_out import all_element_days, day_out_of_days
from secondunit.film.schedule.reports.one_liner import one_liner
from secondunit.film.schedule.reports.places import location_list, set_list
from secondunit.film.schedule.reports.requirements import background_report, element_report
from secondunit.film.schedule.reports.schedule import Schedule
from secondunit.film.schedule.reports.shooting import shooting_schedule
from secondunit.film.schedule.reports.stripboard import strip_board, stripboard
from secondunit.pipeline.call_sheet import all_call_sheets, all_diaries
from secondunit.pipeline.desk import Desk, Document
from secondunit.pipeline.schedule_view import STAGE, schedule_of


def schedule_documents(desk: Desk) -> Iterator[Document]:
    """Every document of the schedule."""
    press, schedule = desk.press, schedule_of(desk.view)
    board = replace(strip_board(schedule), watermark=desk.watermark)
    yield desk.document(STAGE, "3-schedule/stripboard", press.stripboard, board)
    strips, crew = stripboard(schedule), crew_sheets(schedule)
    yield from desk.sheets(STAGE, "3-schedule/stripboard", [strips], [press.csv])
    for sheet in (*crew, board_cost(schedule)):
        path = f"3-schedule/{sheet.key}"
        yield from desk.sheets(STAGE, path, [sheet], [press.pdf, press.csv])
    elements = all_element_days(schedule)
    if elements:
        path = "3-schedule/day-out-of-days-elements"
        yield from desk.sheets(STAGE, path, elements, [press.pdf, press.csv])
    whole = (strips, *crew, *elements)
    yield from desk.sheets(STAGE, "3-schedule/schedule", whole, [press.xlsx, press.html])
    yield desk.forms(STAGE, "3-schedule/call-sheets", all_call_sheets(desk.view))
    for diary in all_diaries(desk.view):
        yield desk.document(STAGE, f"3-schedule/calendar/{diary.key}", press.diary, diary)


def crew_sheets(schedule: Schedule) -> tuple[Sheet, ...]:
    """The tables that go to the whole crew; none of them tells what anything costs."""
    return (
        one_liner(schedule),
        shooting_schedule(schedule),
        day_out_of_days(schedule),
        location_list(schedule),
        set_list(schedule),
        element_report(schedule),
        background_report(schedule),
    )
