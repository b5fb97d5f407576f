"""What the sheets of the schedule are made from, and the head they share."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondunit.core.ids import SceneId
from secondunit.core.pages import page_words
from secondunit.core.sheet import Column, Row, Sheet
from secondunit.film.breakdown.model import Element
from secondunit.film.schedule.board import day_words
from secondunit.film.schedule.events import Event
from secondunit.film.schedule.model import Board, Problem, SceneNeed, ShootDay
from secondunit.film.schedule.reports.words import date_words
from secondunit.film.screenplay.model import Scene, Screenplay


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """All that the schedule's sheets are drawn from.

    Args:
        screenplay: The script.
        problem: What the board was made from.
        board: The board.
        production: Title of the production.
        status: Printed on every page.
        elements: What the scenes need.
        draft: Which draft of the script it is, as sheets print it, or "".
        events: Travel, fittings and rehearsals.
        uncounted: Words for background whose number a script leaves open (``crowd``).
    """

    screenplay: Screenplay
    problem: Problem
    board: Board
    production: str
    status: str
    elements: tuple[Element, ...] = ()
    draft: str = ""
    events: tuple[Event, ...] = ()
    uncounted: tuple[str, ...] = ()

    @property
    def scenes(self) -> dict[SceneId, Scene]:
        """Scenes by id."""
        return {scene.id: scene for scene in self.screenplay.scenes}

    @property
    def needs(self) -> dict[SceneId, SceneNeed]:
        """What each scene needs, by id."""
        return {need.scene: need for need in self.problem.scenes}

    @property
    def wanted(self) -> dict[SceneId, list[Element]]:
        """The elements of each scene that has any."""
        found: dict[SceneId, list[Element]] = {}
        for element in self.elements:
            found.setdefault(element.scene, []).append(element)
        return found

    @property
    def day_of(self) -> dict[SceneId, ShootDay]:
        """The day each scene is shot on; none for those in the boneyard."""
        return {scene: day for day in self.board.days for scene in day.scenes}


def head_line(schedule: Schedule) -> str:
    """Dates, days, pages and draft, in one line. No cost: these sheets go to the whole crew."""
    board = schedule.board
    pages = sum(need.eighths for need in schedule.problem.scenes)
    facts = [day_words(board.days), page_words(pages)]
    if board.days:
        first, last = board.days[0].date, board.days[-1].date
        span = f"{date_words(first)} to {date_words(last)}"
        facts.insert(0, span if first < last else date_words(first))
    if schedule.draft:
        facts.append(schedule.draft)
    return " · ".join(facts)


def schedule_sheet(
    schedule: Schedule,
    key: str,
    title: str,
    columns: tuple[Column, ...],
    rows: Iterable[Row],
    *notes: str,
) -> Sheet:
    """A sheet of the schedule with its dates, days, pages and status."""
    return Sheet(
        key=key,
        title=title,
        production=schedule.production,
        subtitle=head_line(schedule),
        columns=columns,
        rows=tuple(rows),
        status=schedule.status,
        landscape=True,
        notes=notes,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A date between two shooting days on which the unit could work and does not.

    Args:
        date: ISO date.
        holiday: It is one of the calendar's holidays.
    """

    date: str
    holiday: bool


def pauses(problem: Problem, board: Board) -> Mapping[str, tuple[Pause, ...]]:
    """Work weekdays without a shoot after each shooting date."""
    found = {}
    for day, later in pairwise(board.days):
        rest = tuple(_between(problem, day.date, later.date))
        if rest:
            found[day.date] = rest
    return found


def ends_date(days: Sequence[ShootDay], position: int) -> bool:
    """Whether no other unit's day of the same date follows."""
    return position + 1 == len(days) or days[position + 1].date != days[position].date


def week_of(date: str) -> tuple[int, int]:
    """Year and number of the calendar week (ISO 8601) of a date."""
    year, week, _ = datetime.date.fromisoformat(date).isocalendar()
    return year, week


def _between(problem: Problem, first: str, last: str) -> Iterator[Pause]:
    day = datetime.date.fromisoformat(first) + datetime.timedelta(days=1)
    while day.isoformat() < last:
        if day.isoweekday() in problem.calendar.work_days:
            holiday = day.isoformat() in problem.calendar.holidays
            yield Pause(date=day.isoformat(), holiday=holiday)
        day += datetime.timedelta(days=1)
