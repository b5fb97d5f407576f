"""The schedule as its sheets are drawn from it."""

from __future__ import annotations

from secondunit.film.call_sheet.particulars import FILE as PARTICULARS_FILE
from secondunit.film.call_sheet.particulars import read_particulars
from secondunit.film.schedule.events import FILE as EVENTS_FILE
from secondunit.film.schedule.events import read_events
from secondunit.film.schedule.reports.schedule import Schedule
from secondunit.pipeline.catalogue import schedule_problem
from secondunit.pipeline.desk import status_of
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
        uncounted=read_particulars(view.table(PARTICULARS_FILE)).notes.uncounted,
    )
