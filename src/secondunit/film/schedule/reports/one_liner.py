"""The one-line schedule."""

from __future__ import annotations

from secondunit.core.pages import format_eighths
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.schedule.reports.schedule import Schedule, ends_date, pauses, schedule_sheet
from secondunit.film.schedule.reports.words import (
    cast_words,
    date_words,
    day_end,
    inside,
    light_words,
    synopsis,
)


def one_liner(schedule: Schedule) -> Sheet:
    """The schedule scene by scene; the day's banner comes after its work."""
    scenes, needs = schedule.scenes, schedule.needs
    idle = pauses(schedule.problem, schedule.board)
    rows = []
    days = schedule.board.days
    for position, day in enumerate(days):
        for scene_id in day.scenes:
            scene, need = scenes[scene_id], needs[scene_id]
            rows.append(
                Row(
                    cells=(
                        scene.number,
                        f"{inside(scene)} {scene.heading.set}".strip(),
                        light_words(scene),
                        format_eighths(scene.eighths),
                        cast_words(need),
                        need.location,
                        synopsis(scene),
                    )
                )
            )
        rows.append(Row(cells=(day_end(day, needs),), style="day-break"))
        for pause in idle.get(day.date, ()) if ends_date(days, position) else ():
            what = "Holiday" if pause.holiday else "No shoot"
            style = "holiday" if pause.holiday else "free-day"
            rows.append(Row(cells=(f"{what} — {date_words(pause.date)}",), style=style))
    if schedule.board.boneyard:
        numbers = ", ".join(scenes[scene].number for scene in schedule.board.boneyard)
        rows.append(Row(cells=(f"Boneyard: not scheduled — Sc. {numbers}",), style="banner"))
    return schedule_sheet(
        schedule,
        "one-liner",
        "One-Line Schedule",
        (
            Column(title="Sc.", width=6),
            Column(title="Set", width=38),
            Column(title="D/N", width=7),
            Column(title="Pages", width=7, align=Align.RIGHT),
            Column(title="Cast", width=14),
            Column(title="Location", width=18),
            Column(title="Synopsis", width=62),
        ),
        rows,
    )
