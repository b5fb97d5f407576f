"""The shooting schedule: each day's scenes with all that they need."""

from __future__ import annotations

from secondunit.core.pages import format_eighths
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.board import locations_of
from secondunit.film.schedule.model import SceneNeed, ShootDay
from secondunit.film.schedule.reports.schedule import Schedule, schedule_sheet
from secondunit.film.schedule.reports.words import (
    IMPLIED_NOTE,
    category_words,
    date_words,
    day_end,
    day_name,
    element_words,
    inside,
    light_words,
    strip_style,
    synopsis,
)
from secondunit.film.screenplay.model import Scene

_ELSEWHERE = frozenset({Category.CAST, Category.SET, Category.LOCATION})
"""Categories that stand in the strip itself."""

_DETAIL = "detail"
"""A row that stays with its strip."""


def shooting_schedule(schedule: Schedule) -> Sheet:
    """Each day: its locations, its strips, under each strip the cast and the elements by name."""
    scenes, needs = schedule.scenes, schedule.needs
    wanted = schedule.wanted
    names = {person.cast: person.name for person in schedule.problem.people}
    rows = []
    for day in schedule.board.days:
        held = [needs[scene] for scene in day.scenes]
        rows.append(Row(cells=(_day_start(day, held),), style="banner"))
        for need in held:
            rows.append(_strip(scenes[need.scene], need))
            rows += _needs(need, wanted.get(need.scene, []), names)
        rows.append(Row(cells=(day_end(day, needs),), style="day-break"))
    return schedule_sheet(
        schedule,
        "shooting-schedule",
        "Shooting Schedule",
        (
            Column(title="Sc.", width=7),
            Column(title="Set", width=30),
            Column(title="What happens, who plays, what is needed", width=80),
            Column(title="D/N", width=8),
            Column(title="Pages", width=8, align=Align.RIGHT),
        ),
        rows,
        IMPLIED_NOTE,
    )


def _day_start(day: ShootDay, held: list[SceneNeed]) -> str:
    where = " / ".join(locations_of(held))
    return f"{day_name(day)} — {date_words(day.date)} — {day.shift} shift — {where}"


def _strip(scene: Scene, need: SceneNeed) -> Row:
    where = " ".join(part for part in (inside(scene), need.set) if part)
    return Row(
        cells=(
            scene.number,
            where,
            synopsis(scene),
            light_words(scene),
            format_eighths(need.eighths),
        ),
        style=strip_style(scene),
    )


def _needs(need: SceneNeed, wanted: list[Element], names: dict[int, str]) -> list[Row]:
    rows = []
    if need.cast:
        cast = ", ".join(f"{number}. {names[number]}" for number in need.cast)
        rows.append(Row(cells=("", "Cast", cast, "", ""), style=_DETAIL))
    for category in Category:
        own = sorted(element_words(e) for e in wanted if e.category is category)
        if own and category not in _ELSEWHERE:
            rows.append(
                Row(cells=("", category_words(category), ", ".join(own), "", ""), style=_DETAIL)
            )
    return rows
