"""The shooting schedule: each day's scenes with all that they need."""

from __future__ import annotations

from secondunit.core.pages import format_eighths
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.board import locations_of
from secondunit.film.schedule.model import SceneNeed, ShootDay
from secondunit.film.schedule.reports import (
    Schedule,
    date_words,
    day_end,
    inside,
    schedule_sheet,
    strip_style,
    synopsis,
)
from secondunit.film.screenplay.model import Scene

_ELSEWHERE = frozenset({Category.CAST, Category.SET, Category.LOCATION})
"""Categories that stand in the strip itself."""


def shooting_schedule(schedule: Schedule) -> Sheet:
    """Each day: its locations, its strips, under each strip the cast and the elements by name."""
    scenes, needs = schedule.scenes, schedule.needs
    wanted: dict[str, list[Element]] = {}
    for element in schedule.elements:
        wanted.setdefault(element.scene, []).append(element)
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
        "* not in the script\u2019s words: a rule of the trade asks for it",
    )


def _day_start(day: ShootDay, held: list[SceneNeed]) -> str:
    where = " / ".join(locations_of(held))
    return f"Day {day.number} — {date_words(day.date)} — {day.shift} shift — {where}"


def _strip(scene: Scene, need: SceneNeed) -> Row:
    where = " ".join(part for part in (inside(scene), need.set) if part)
    light = scene.heading.time_of_day.value.title()
    return Row(
        cells=(scene.number, where, synopsis(scene), light, format_eighths(need.eighths)),
        style=strip_style(scene),
    )


def _needs(need: SceneNeed, wanted: list[Element], names: dict[int, str]) -> list[Row]:
    rows = []
    if need.cast:
        cast = ", ".join(f"{number}. {names[number]}" for number in need.cast)
        rows.append(Row(cells=("", "Cast", cast, "", "")))
    for category in Category:
        own = sorted(e.name + _mark(e) for e in wanted if e.category is category)
        if own and category not in _ELSEWHERE:
            title = category.value.replace("-", " ").capitalize()
            rows.append(Row(cells=("", title, ", ".join(own), "", "")))
    return rows


def _mark(element: Element) -> str:
    count = f" ({element.quantity})" if element.quantity > 1 else ""
    return f"{count}*" if element.implied else count
