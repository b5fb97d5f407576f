"""The documents of the schedule: board, one-liner, lists, day-out-of-days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from secondunit.film.schedule.events import FILE as EVENTS_FILE
from secondunit.film.schedule.events import read_events
from secondunit.film.schedule.reports.cost import board_cost
from secondunit.film.schedule.reports.days_out import all_element_days, day_out_of_days
from secondunit.film.schedule.reports.one_liner import one_liner
from secondunit.film.schedule.reports.places import location_list, set_list
from secondunit.film.schedule.reports.requirements import background_report, element_report
from secondunit.film.schedule.reports.schedule import Schedule
from secondunit.film.schedule.reports.shooting import shooting_schedule
from secondunit.film.schedule.reports.stripboard import strip_board, stripboard
from secondunit.pipeline.catalogue import schedule_problem
from secondunit.pipeline.desk import Desk, Document, status_of
from secondunit.pipeline.queries import View

STAGE = "schedule.solve"
BREAKDOWN = "breakdown.tag"


def schedule_of(view: View) -> Schedule:
    """What the sheets of the schedule are drawn from, as it stands.

    Raises:
        NotFound: There is no board.
        InputError: A data file of the production cannot be read.
    """
    draft = view.newest_draft()
    return Schedule(
        screenplay=view.screenplay(),
        problem=schedule_problem(view),
        board=view.one(STAGE),
        production=view.office.records.production().title,
        status=status_of(view, [BREAKDOWN, STAGE]),
        elements=view.values(BREAKDOWN),
        draft=f"script draft {draft.number}",
        events=read_events(view.table(EVENTS_FILE)),
    )


def schedule_documents(desk: Desk) -> Iterator[Document]:
    """Every document of the schedule."""
    press, schedule = desk.press, schedule_of(desk.view)
    everything = [press.pdf, press.csv, press.xlsx, press.html]
    board = replace(strip_board(schedule), watermark=desk.watermark)
    yield desk.document(STAGE, "3-schedule/stripboard", press.stripboard, board)
    strips = [stripboard(schedule)]
    yield from desk.sheets(
        STAGE, "3-schedule/stripboard", strips, [press.csv, press.xlsx, press.html]
    )
    for sheet in (
        one_liner(schedule),
        shooting_schedule(schedule),
        day_out_of_days(schedule),
        location_list(schedule),
        set_list(schedule),
        element_report(schedule),
        background_report(schedule),
        board_cost(schedule),
    ):
        yield from desk.sheets(STAGE, f"3-schedule/{sheet.key}", [sheet], everything)
    if elements := all_element_days(schedule):
        path = "3-schedule/day-out-of-days-elements"
        yield from desk.sheets(STAGE, path, elements, everything)
