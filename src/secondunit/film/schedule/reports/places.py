"""Where the unit shoots: locations with their days, sets with their scenes."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.pages import format_eighths
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.schedule.model import SceneNeed, ShootDay
from secondunit.film.schedule.reports.schedule import Schedule, schedule_sheet
from secondunit.film.schedule.reports.words import day_mark, inside, scene_numbers, short_date


def location_list(schedule: Schedule) -> Sheet:
    """Each location: its days and dates, its sets, its scenes and pages; most pages first."""
    rows = [
        Row(
            cells=(
                name,
                str(_count(schedule, needs)),
                ", ".join(_dates(schedule, needs)),
                str(len(needs)),
                _pages(needs),
                ", ".join(dict.fromkeys(need.set for need in needs)),
                scene_numbers(needs),
            )
        )
        for name, needs in _by(schedule.problem.scenes, "location")
    ]
    return schedule_sheet(
        schedule,
        "locations",
        "Location List",
        (
            Column(title="Location", width=24),
            Column(title="Days", width=6, align=Align.RIGHT),
            Column(title="Shooting days", width=34),
            Column(title="Scenes", width=7, align=Align.RIGHT),
            Column(title="Pages", width=8, align=Align.RIGHT),
            Column(title="Sets", width=44),
            Column(title="Scene numbers", width=34),
        ),
        rows,
    )


def set_list(schedule: Schedule) -> Sheet:
    """Each set: its location, scenes, pages and days; most pages first."""
    scenes = schedule.scenes
    rows = []
    for name, needs in _by(schedule.problem.scenes, "set"):
        sides = dict.fromkeys(inside(scenes[need.scene]) for need in needs)
        lights = dict.fromkeys(scenes[n.scene].heading.time_of_day.value.title() for n in needs)
        rows.append(
            Row(
                cells=(
                    name,
                    " & ".join(side for side in sides if side),
                    " & ".join(lights),
                    ", ".join(dict.fromkeys(need.location for need in needs)),
                    str(len(needs)),
                    _pages(needs),
                    ", ".join(_dates(schedule, needs)),
                    scene_numbers(needs),
                )
            )
        )
    return schedule_sheet(
        schedule,
        "sets",
        "Set List",
        (
            Column(title="Set", width=34),
            Column(title="I/E", width=10),
            Column(title="D/N", width=14),
            Column(title="Location", width=22),
            Column(title="Scenes", width=7, align=Align.RIGHT),
            Column(title="Pages", width=8, align=Align.RIGHT),
            Column(title="Shooting days", width=34),
            Column(title="Scene numbers", width=30),
        ),
        rows,
    )


def _by(scenes: Sequence[SceneNeed], field: str) -> list[tuple[str, list[SceneNeed]]]:
    """Scenes by location or set, the one with most pages first, then by name."""
    held: dict[str, list[SceneNeed]] = {}
    for need in scenes:
        held.setdefault(need.location if field == "location" else need.set, []).append(need)
    return sorted(held.items(), key=lambda pair: (-sum(n.eighths for n in pair[1]), pair[0]))


def _pages(needs: Sequence[SceneNeed]) -> str:
    return format_eighths(sum(need.eighths for need in needs))


def _days(schedule: Schedule, needs: Sequence[SceneNeed]) -> list[ShootDay]:
    """The shooting days of scenes, in the board's order."""
    scenes = {need.scene for need in needs}
    return [day for day in schedule.board.days if not scenes.isdisjoint(day.scenes)]


def _count(schedule: Schedule, needs: Sequence[SceneNeed]) -> int:
    return len(_days(schedule, needs))


def _dates(schedule: Schedule, needs: Sequence[SceneNeed]) -> list[str]:
    """The shooting days of scenes in words, in order; that there are none where there are none."""
    found = [f"{day_mark(day)} {short_date(day.date)}" for day in _days(schedule, needs)]
    return found or ["not scheduled"]
