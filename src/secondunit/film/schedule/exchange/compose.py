"""A production's breakdown and board as a plan file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.categories import CategoryTable
from secondunit.film.breakdown.model import Category, Element, cast_list
from secondunit.film.schedule.board import calendar_dates, day_words, unit_words
from secondunit.film.schedule.exchange.model import (
    CAST,
    DAY_NIGHT,
    INT_EXT,
    PlanBoard,
    PlanCalendar,
    PlanCategory,
    PlanElement,
    PlanEvent,
    PlanFile,
    PlanSheet,
    PlanStrips,
)
from secondunit.film.schedule.model import Board, Calendar
from secondunit.film.schedule.reports.words import synopsis
from secondunit.film.screenplay.model import Scene, Screenplay

_HEADING = ((INT_EXT, "INT/EXT"), (DAY_NIGHT, "Day/Night"))
_KEY = 24
"""Hexadecimal digits of an id: those of a BSON object id, which the standard advises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a plan file is made from.

    Args:
        title: Of the production.
        created: ISO date and time of the file.
        screenplay: The script.
        elements: Its breakdown.
        board: Its board; None to hand out the breakdown alone.
        calendar: Of the board.
        drop_days: Calendar days of idleness after which a performer may be dropped.
        categories: How others know our categories.
    """

    title: str
    created: str
    screenplay: Screenplay
    elements: tuple[Element, ...]
    board: Board | None
    calendar: Calendar
    drop_days: int
    categories: CategoryTable


def compose_plan(plan: Plan) -> PlanFile:
    """The plan file of a production. The same production has the same ids in every file."""
    elements = tuple(_elements(plan))
    by_name = {(each.category, each.name): each.key for each in elements}
    sheets = tuple(_sheets(plan, by_name))
    boards, calendars = _boards(plan)
    return PlanFile(
        key=_key("plan", plan.title),
        name=f"{plan.title}: {'schedule' if plan.board else 'breakdown'}",
        project=plan.title,
        created=plan.created,
        sheets=sheets,
        categories=tuple(_categories(plan)),
        elements=elements,
        boards=boards,
        calendars=calendars,
    )


def scene_key(scene: SceneId) -> str:
    """Id of a scene's sheet."""
    return _key("sheet", scene)


def _key(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_KEY]


def _categories(plan: Plan) -> Iterable[PlanCategory]:
    for number, name in _HEADING:
        yield PlanCategory(key=_category(number), name=name, number=number)
    used = {element.category for element in plan.elements}
    for category, known in plan.categories.known.items():
        if category in used or category in {Category.SET, Category.CAST}:
            yield PlanCategory(key=_category(known.number), name=known.name, number=known.number)


def _category(number: int) -> str:
    return _key("category", str(number))


def _elements(plan: Plan) -> Iterable[PlanElement]:
    scenes = plan.screenplay.shot_scenes
    order = tuple(scene.id for scene in scenes)
    cast = {member.name: str(member.number) for member in cast_list(plan.elements, order)}
    names: dict[tuple[int, str], None] = {}
    for scene in scenes:
        for number, name in _of_heading(scene):
            names[number, name] = None
    for element in plan.elements:
        names[plan.categories.known[element.category].number, element.name] = None
    for number, name in names:
        yield PlanElement(
            key=_key("element", str(number), name),
            category=_category(number),
            name=name,
            board_id=cast.get(name, "") if number == CAST else "",
            is_counted=number >= CAST,
            is_held=number == CAST,
            is_dropped=number == CAST,
            drop_days=plan.drop_days,
        )


def _of_heading(scene: Scene) -> Iterable[tuple[int, str]]:
    if scene.heading.int_ext is not None:
        yield INT_EXT, scene.heading.int_ext.value
    yield DAY_NIGHT, scene.heading.time_of_day.value


def _sheets(plan: Plan, by_name: dict[tuple[str, str], str]) -> Iterable[PlanSheet]:
    own: dict[SceneId, dict[str, None]] = {}
    for element in plan.elements:
        number = plan.categories.known[element.category].number
        key = by_name[_category(number), element.name]
        own.setdefault(element.scene, {})[key] = None
    for scene in plan.screenplay.shot_scenes:
        heading = (by_name[_category(number), name] for number, name in _of_heading(scene))
        yield PlanSheet(
            key=scene_key(scene.id),
            scene=scene.number,
            synopsis=synopsis(scene),
            eighths=scene.eighths,
            elements=(*heading, *own.get(scene.id, ())),
        )


def _boards(plan: Plan) -> tuple[tuple[PlanBoard, ...], tuple[PlanCalendar, ...]]:
    board, calendar = plan.board, plan.calendar
    if board is None:
        return (), ()
    off = tuple(day for day in range(1, 8) if day not in calendar.work_days)
    start = PlanEvent(key=_key("start", calendar.start), date=calendar.start, kind="start")
    holidays = (
        PlanEvent(key=_key("holiday", date), date=date, kind="dayOff", name="holiday")
        for date in calendar.holidays
    )
    lost = (
        PlanEvent(key=_key("lost", date), date=date, kind="dayOff", name="lost")
        for date in calendar.lost
    )
    dates = PlanCalendar(
        key=_key("calendar"),
        name=f"Start {calendar.start}",
        days_off=off,
        events=(start, *holidays, *lost),
    )
    main = [day for day in board.days if not day.unit_name]
    days = tuple(tuple(scene_key(scene) for scene in day.scenes) for day in main)
    bones = tuple(scene_key(scene) for scene in board.boneyard)
    strips = (
        PlanStrips(key=_key("strips", "stripboard"), name="stripboard", days=days),
        PlanStrips(key=_key("strips", "boneyard"), name="boneyard", days=(bones,), has_days=False),
        *_other_units(board, calendar),
    )
    name = f"Board of {day_words(board.days)}"
    return (PlanBoard(key=_key("board"), name=name, calendar=dates.key, strips=strips),), (dates,)


def _other_units(board: Board, calendar: Calendar) -> Iterable[PlanStrips]:
    """Strips of each unit beside the main one, a group for every work date of the calendar, so
    that each of its days falls on its date; one it works alone goes to the next work date."""
    for unit in dict.fromkeys(day.unit_name for day in board.days if day.unit_name):
        own = [day for day in board.days if day.unit_name == unit]
        groups: list[tuple[str, ...]] = []
        for day in own:
            before = len(calendar_dates(calendar, calendar.start, day.date))
            on_date = (
                before if day.date in calendar_dates(calendar, day.date, day.date) else (before + 1)
            )
            groups += [()] * (on_date - 1 - len(groups))
            groups.append(tuple(scene_key(scene) for scene in day.scenes))
        yield PlanStrips(key=_key("strips", unit), name=unit_words(unit), days=tuple(groups))
