"""The board as strips: one a scene in its colour, bars where days and weeks end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from secondunit.core.pages import format_eighths, page_words
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.schedule.board import day_words
from secondunit.film.schedule.model import SceneNeed, Shift, ShootDay
from secondunit.film.schedule.reports.schedule import (
    Pause,
    Schedule,
    ends_date,
    head_line,
    pauses,
    schedule_sheet,
    week_of,
)
from secondunit.film.schedule.reports.words import (
    cast_words,
    date_words,
    day_name,
    inside,
    light_words,
    strip_style,
    synopsis,
    unit_title,
)
from secondunit.film.screenplay.model import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One scene as its strip shows it; ``style`` is the theme's name of its colour."""

    style: str
    scene: str
    inside: str
    set: str
    synopsis: str
    light: str
    pages: str
    cast: str
    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A strip across the board.

    Args:
        style: ``banner``, ``day-break``, ``week-break``, ``free-day`` or ``holiday``.
        text: In its middle.
        left: At its left end, or "".
        right: At its right end, or "".
    """

    style: str
    text: str
    left: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StripBoard:
    """The stripboard as it is drawn.

    Args:
        production: Title of the production.
        subtitle: Dates, days, pages, draft.
        status: Printed on every page.
        cast: Cast id and character: the key of the header panel.
        rows: Top to bottom.
        watermark: Printed across every page, or "".
    """

    production: str
    subtitle: str
    status: str
    cast: tuple[tuple[str, str], ...]
    rows: tuple[Strip | Bar, ...]
    watermark: str = ""


def strip_board(schedule: Schedule) -> StripBoard:
    """The board with its header panel, day and week breaks, moves, pauses and boneyard."""
    return StripBoard(
        production=schedule.production,
        subtitle=head_line(schedule),
        status=schedule.status,
        cast=tuple((str(person.cast), person.name) for person in schedule.problem.people),
        rows=tuple(_rows(schedule)),
    )


def stripboard(schedule: Schedule) -> Sheet:
    """The same board as a table, for spreadsheets."""
    rows = []
    for row in _rows(schedule):
        if isinstance(row, Bar):
            texts = [text for text in (row.left, row.text, row.right) if text]
            rows.append(Row(cells=(" — ".join(texts),), style=row.style))
        else:
            rows.append(Row(cells=_cells(row), style=row.style))
    return schedule_sheet(
        schedule,
        "stripboard",
        "Stripboard",
        (
            Column(title="Sc.", width=6),
            Column(title="I/E", width=6),
            Column(title="Set", width=34),
            Column(title="D/N", width=7),
            Column(title="Pages", width=7, align=Align.RIGHT),
            Column(title="Cast", width=14),
            Column(title="Location", width=18),
            Column(title="Synopsis", width=58),
        ),
        rows,
    )


def _cells(strip: Strip) -> tuple[str, ...]:
    return (
        strip.scene,
        strip.inside,
        strip.set,
        strip.light,
        strip.pages,
        strip.cast,
        strip.location,
        strip.synopsis,
    )


def _rows(schedule: Schedule) -> Iterator[Strip | Bar]:
    scenes, needs = schedule.scenes, schedule.needs
    days, idle = schedule.board.days, pauses(schedule.problem, schedule.board)
    last_of_week = {at for at, (one, two) in enumerate(pairwise(days)) if _parted(one, two)}
    first, week = 0, 1
    for position, day in enumerate(days):
        before = None
        if day.unit_name:
            yield Bar(style="banner", text=f"{unit_title(day.unit_name)} — {date_words(day.date)}")
        for scene in day.scenes:
            need = needs[scene]
            if before is not None and need.location != before:
                yield Bar(style="banner", text=f"Company move to {need.location}")
            before = need.location
            yield _strip(scenes[scene], need)
        yield _day_break(schedule, day)
        ends = position in last_of_week or position == len(days) - 1
        if ends:
            held = days[first : position + 1]
            pages = sum(needs[s].eighths for d in held for s in d.scenes)
            count, text = day_words(held), f"End of Week {week}"
            yield Bar(style="week-break", text=text, left=count, right=page_words(pages))
            first, week = position + 1, week + 1
        if ends_date(days, position):
            yield from (_pause(each) for each in idle.get(day.date, ()))
    if schedule.board.boneyard:
        yield Bar(style="banner", text="Boneyard: not scheduled")
        yield from (_strip(scenes[scene], needs[scene]) for scene in schedule.board.boneyard)


def _parted(one: ShootDay, two: ShootDay) -> bool:
    return week_of(one.date) != week_of(two.date)


def _day_break(schedule: Schedule, day: ShootDay) -> Bar:
    night = " · NIGHT SHIFT" if day.shift is Shift.NIGHT else ""
    return Bar(
        style="day-break",
        left=f"End of {day_name(day)}",
        text=f"{date_words(day.date)}{night}",
        right=page_words(sum(schedule.needs[s].eighths for s in day.scenes)),
    )


def _pause(pause: Pause) -> Bar:
    if pause.holiday:
        return Bar(style="holiday", text=f"HOLIDAY — {date_words(pause.date)}")
    return Bar(style="free-day", text=f"No shoot — {date_words(pause.date)}")


def _strip(scene: Scene, need: SceneNeed) -> Strip:
    return Strip(
        style=strip_style(scene),
        scene=scene.number,
        inside=inside(scene),
        set=scene.heading.set,
        synopsis=synopsis(scene),
        light=light_words(scene),
        pages=format_eighths(scene.eighths),
        cast=cast_words(need),
        location=need.location,
    )
