"""What each department must bring, day by day: elements by category, and background counts."""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.model import ShootDay
from secondunit.film.schedule.reports.schedule import Schedule, schedule_sheet
from secondunit.film.schedule.reports.words import (
    IMPLIED_NOTE,
    category_words,
    date_words,
    day_mark,
    day_name,
)

_IN_STRIPS = frozenset({Category.CAST, Category.SET, Category.LOCATION})


def element_report(schedule: Schedule) -> Sheet:
    """Every element by category: how many, its scenes, the days it works, first day and last."""
    numbers = {scene.id: scene.number for scene in schedule.screenplay.scenes}
    day_of = schedule.day_of
    rows = []
    for category in Category:
        names: dict[str, list[Element]] = {}
        for element in schedule.elements:
            if element.category is category and category not in _IN_STRIPS:
                names.setdefault(element.name, []).append(element)
        if names:
            title = f"{category_words(category)} ({len(names)})"
            rows.append(Row(cells=(title,), style="heading"))
        for name, uses in sorted(names.items()):
            own = {day_of[use.scene] for use in uses if use.scene in day_of}
            days = [_number(day) for day in schedule.board.days if day in own]
            rows.append(
                Row(
                    cells=(
                        f"{name}{'*' if all(use.implied for use in uses) else ''}",
                        str(max(use.quantity for use in uses)),
                        ", ".join(numbers[use.scene] for use in uses if use.scene in numbers),
                        str(len(days)),
                        ", ".join(days) or "not scheduled",
                    )
                )
            )
    return schedule_sheet(
        schedule,
        "elements-by-department",
        "Element Report",
        (
            Column(title="Element", width=30),
            Column(title="Most", width=7, align=Align.RIGHT),
            Column(title="Scenes", width=50),
            Column(title="Days", width=7, align=Align.RIGHT),
            Column(title="On shooting days", width=40),
        ),
        rows,
        IMPLIED_NOTE,
    )


def background_report(schedule: Schedule) -> Sheet:
    """Background by day: what each scene asks for, and how many are needed on the day.

    The same background in several scenes of a day is counted once, at its most.
    """
    rows: list[Row] = []
    total, is_more = 0, False
    for day in schedule.board.days:
        own = list(_background(schedule, day))
        if not own:
            continue
        rows += [Row(cells=(number, place, name, count)) for number, place, name, count in own]
        kinds = background_of(schedule, day)
        open_kinds = [name for name, count in kinds.items() if is_open(schedule, name, count)]
        needed = sum(count for name, count in kinds.items() if name not in open_kinds)
        total, is_more = total + needed, is_more or bool(open_kinds)
        words = f"{day_name(day)} — {date_words(day.date)}"
        shown = _sum(needed, more=bool(open_kinds))
        rows.append(Row(cells=("", words, "background for the day", shown), style="total"))
    shown = _sum(total, more=is_more)
    rows.append(Row(cells=("", "All days", "background days", shown), style="total"))
    return schedule_sheet(
        schedule,
        "background",
        "Background Report",
        (
            Column(title="Sc.", width=8),
            Column(title="Set", width=50),
            Column(title="Background", width=50),
            Column(title="Count", width=8, align=Align.RIGHT),
        ),
        rows,
        "Counts are the script’s where it names a number, else 1; the same background in several "
        "scenes of a day counts once.",
        f"{OPEN}: many, and the script does not say how many; a sum with + leaves them out.",
    )


def _number(day: ShootDay) -> str:
    """The number of a day, with its unit's mark where it is not the main unit's."""
    return day_mark(day) if day.unit_name else str(day.number)


OPEN = "to decide"
"""In place of a number that the script leaves open."""


def is_open(schedule: Schedule, name: str, count: int) -> bool:
    """True for a crowd that the script does not count."""
    return count == 1 and any(word in schedule.uncounted for word in name.lower().split())


def _sum(count: int, *, more: bool) -> str:
    return f"{count}+" if more else str(count)


def background_of(schedule: Schedule, day: ShootDay) -> dict[str, int]:
    """The background of a day: the most of each kind that any of its scenes asks for."""
    held = set(day.scenes)
    found: dict[str, int] = {}
    for element in schedule.elements:
        if element.category is Category.BACKGROUND and element.scene in held:
            found[element.name] = max(found.get(element.name, 0), element.quantity)
    return found


def _background(schedule: Schedule, day: ShootDay) -> Iterator[tuple[str, str, str, str]]:
    scenes, wanted = schedule.scenes, schedule.wanted
    for scene in day.scenes:
        for element in wanted.get(scene, []):
            if element.category is Category.BACKGROUND:
                place = scenes[scene].heading.set
                count = element.quantity
                shown = OPEN if is_open(schedule, element.name, count) else str(count)
                yield scenes[scene].number, place, element.name, shown
