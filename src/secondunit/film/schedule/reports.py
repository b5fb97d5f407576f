"""The sheets of the schedule: stripboard, one-liner, day-out-of-days."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from secondunit.core.ids import SceneId
from secondunit.core.pages import format_eighths
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.breakdown.model import Element
from secondunit.film.schedule.board import all_cast_days, board_dates, certificate, saving
from secondunit.film.schedule.model import Board, Problem, SceneNeed, Shift, ShootDay
from secondunit.film.screenplay.model import IntExt, LineKind, Scene, Screenplay, TimeOfDay

LONGEST_SYNOPSIS = 90
"""Characters: one row of a one-liner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """All that the schedule's sheets are drawn from.

    Args:
        screenplay: The script.
        problem: What the board was made from.
        board: The board.
        production: Title of the production.
        status: Printed on every page.
        elements: What the scenes need, for the shooting schedule.
    """

    screenplay: Screenplay
    problem: Problem
    board: Board
    production: str
    status: str
    elements: tuple[Element, ...] = ()

    @property
    def scenes(self) -> dict[SceneId, Scene]:
        """Scenes by id."""
        return {scene.id: scene for scene in self.screenplay.scenes}

    @property
    def needs(self) -> dict[SceneId, SceneNeed]:
        """What each scene needs, by id."""
        return {need.scene: need for need in self.problem.scenes}


def strip_style(scene: Scene) -> str:
    """The colour of a strip, by its heading: the trade's four, and dawn and dusk of their own."""
    time = scene.heading.time_of_day
    if time in {TimeOfDay.DAWN, TimeOfDay.DUSK} and scene.heading.int_ext is not IntExt.INT:
        return time.value.lower()
    inside = "int" if scene.heading.int_ext is IntExt.INT else "ext"
    return f"{inside}-{'night' if time is TimeOfDay.NIGHT else 'day'}"


def synopsis(scene: Scene) -> str:
    """The scene in one row: the writer's own synopsis, else the first sentence of its action."""
    for kind in (LineKind.SYNOPSIS, LineKind.ACTION):
        for line in scene.lines:
            if line.kind is kind and line.text.strip():
                return _first_sentence(" ".join(line.text.split()))
    return ""


def stripboard(schedule: Schedule) -> Sheet:
    """The board: one strip a scene in its colour, a black bar after each day."""
    scenes, needs = schedule.scenes, schedule.needs
    rows = []
    for day in schedule.board.days:
        rows += [_strip(scenes[scene], needs[scene]) for scene in day.scenes]
        rows.append(Row(cells=(day_end(day, needs),), style="day-break"))
    if schedule.board.boneyard:
        rows.append(Row(cells=("Boneyard: not scheduled",), style="banner"))
        rows += [_strip(scenes[scene], needs[scene]) for scene in schedule.board.boneyard]
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


def one_liner(schedule: Schedule) -> Sheet:
    """The schedule scene by scene; the day's banner comes after its work."""
    scenes, needs = schedule.scenes, schedule.needs
    rows = []
    for day in schedule.board.days:
        for scene_id in day.scenes:
            scene, need = scenes[scene_id], needs[scene_id]
            rows.append(
                Row(
                    cells=(
                        scene.number,
                        f"{inside(scene)} {scene.heading.set}",
                        scene.heading.time_of_day.value.title(),
                        format_eighths(scene.eighths),
                        _cast(need),
                        synopsis(scene),
                    )
                )
            )
        rows.append(Row(cells=(day_end(day, needs),), style="day-break"))
    return schedule_sheet(
        schedule,
        "one-liner",
        "One-Line Schedule",
        (
            Column(title="Sc.", width=6),
            Column(title="Set", width=40),
            Column(title="D/N", width=7),
            Column(title="Pages", width=7, align=Align.RIGHT),
            Column(title="Cast", width=14),
            Column(title="Synopsis", width=70),
        ),
        rows,
    )


def day_out_of_days(schedule: Schedule) -> Sheet:
    """Who works when: a row a performer, a column a work date, totals at the right."""
    dates = board_dates(schedule.problem, schedule.board)
    coded = all_cast_days(schedule.problem, schedule.board)
    shooting = {day.date: day.number for day in schedule.board.days}
    heads = tuple(
        Column(title=_date_head(date, shooting.get(date)), width=5, align=Align.CENTRE)
        for date in dates
    )
    rows = [
        Row(
            cells=(
                str(person.cast),
                person.name,
                *(days.codes.get(date, "") for date in dates),
                str(days.worked),
                str(days.held),
                _short(days.start),
                _short(days.finish),
            )
        )
        for person in schedule.problem.people
        if (days := coded.get(person.cast)) is not None
    ]
    totals = tuple(
        Column(title=title, width=6, align=Align.RIGHT)
        for title in ("Work", "Hold", "Start", "Finish")
    )
    return schedule_sheet(
        schedule,
        "day-out-of-days",
        "Day Out of Days: Cast",
        (Column(title="No.", width=4), Column(title="Character", width=16), *heads, *totals),
        rows,
        "S start · W work · H hold · F finish · D drop · P pick-up",
    )


def schedule_sheet(
    schedule: Schedule,
    key: str,
    title: str,
    columns: tuple[Column, ...],
    rows: Iterable[Row],
    *notes: str,
) -> Sheet:
    """A sheet of the schedule with its dates, days, pages, cost and status."""
    board = schedule.board
    pages = sum(need.eighths for need in schedule.problem.scenes)
    facts = [f"{len(board.days)} days", f"{format_eighths(pages)} pages", str(board.cost)]
    if board.days:
        facts.insert(0, f"{board.days[0].date} to {board.days[-1].date}")
    price = f"Cost {board.cost}; {certificate(board)}"
    saved = saving(board)
    return Sheet(
        key=key,
        title=title,
        production=schedule.production,
        subtitle=" · ".join(facts),
        columns=columns,
        rows=tuple(rows),
        status=schedule.status,
        landscape=True,
        notes=(*notes, f"{price}; {saved}" if saved else price),
    )


def _strip(scene: Scene, need: SceneNeed) -> Row:
    return Row(
        cells=(
            scene.number,
            inside(scene),
            scene.heading.set,
            scene.heading.time_of_day.value.title(),
            format_eighths(scene.eighths),
            _cast(need),
            need.location,
            synopsis(scene),
        ),
        style=strip_style(scene),
    )


def inside(scene: Scene) -> str:
    """INT, EXT or INT/EXT, or "" where the heading does not say."""
    return scene.heading.int_ext.value if scene.heading.int_ext else ""


def _cast(need: SceneNeed) -> str:
    return ", ".join(map(str, need.cast))


def day_end(day: ShootDay, needs: dict[SceneId, SceneNeed]) -> str:
    """The words of a day break."""
    length = format_eighths(sum(needs[scene].eighths for scene in day.scenes))
    night = " — NIGHT SHIFT" if day.shift is Shift.NIGHT else ""
    return f"End of Day {day.number} — {date_words(day.date)} — {length} pages{night}"


def date_words(date: str) -> str:
    """A date as a banner has it.

    >>> date_words("2027-01-04")
    'Mon 4 Jan 2027'
    """
    day = datetime.date.fromisoformat(date)
    return f"{day:%a} {day.day} {day:%b %Y}"


def _date_head(date: str, number: int | None) -> str:
    day = datetime.date.fromisoformat(date)
    return f"{day:%a} {day.day}/{day.month}" + (f" D{number}" if number else "")


def _short(date: str) -> str:
    day = datetime.date.fromisoformat(date)
    return f"{day.day}/{day.month}"


def _first_sentence(text: str) -> str:
    for at, letter in enumerate(text):
        if letter in ".!?" and at > 20 and text[at + 1 : at + 2] in {"", " "}:
            text = text[: at + 1]
            break
    if len(text) <= LONGEST_SYNOPSIS:
        return text
    return text[:LONGEST_SYNOPSIS].rpartition(" ")[0].rstrip(",;:—-") + " …"
