"""How the sheets of the schedule put things: dates, day ends, strip colours, synopses."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from secondunit.core.ids import SceneId
from secondunit.core.pages import format_eighths, page_words
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.board import unit_words
from secondunit.film.schedule.model import SceneNeed, Shift, ShootDay
from secondunit.film.screenplay.model import IntExt, LineKind, Scene, TimeOfDay

LONGEST_SYNOPSIS = 90
"""Characters: one row of a one-liner."""


def strip_style(scene: Scene) -> str:
    """The colour of a strip, by its heading: the trade's four, and dawn and dusk of their own."""
    time = scene.heading.time_of_day
    if time in {TimeOfDay.DAWN, TimeOfDay.DUSK} and scene.heading.int_ext is not IntExt.INT:
        return time.value.lower()
    place = "int" if scene.heading.int_ext is IntExt.INT else "ext"
    return f"{place}-{'night' if time is TimeOfDay.NIGHT else 'day'}"


def synopsis(scene: Scene) -> str:
    """The scene in one row: the writer's own synopsis, else the first sentence of its action."""
    for kind in (LineKind.SYNOPSIS, LineKind.ACTION):
        for line in scene.lines:
            if line.kind is kind and line.text.strip():
                return _first_sentence(" ".join(line.text.split()))
    return ""


def inside(scene: Scene) -> str:
    """INT, EXT or INT/EXT, or "" where the heading does not say."""
    return scene.heading.int_ext.value if scene.heading.int_ext else ""


def light_words(scene: Scene) -> str:
    """The time of day as a sheet prints it.

    >>> TimeOfDay.DUSK.value.title()
    'Dusk'
    """
    return scene.heading.time_of_day.value.title()


def cast_words(need: SceneNeed) -> str:
    """The cast ids of a strip."""
    return ", ".join(map(str, need.cast))


def day_end(day: ShootDay, needs: Mapping[SceneId, SceneNeed]) -> str:
    """The words of a day break, which comes after the day's work."""
    night = " — NIGHT SHIFT" if day.shift is Shift.NIGHT else ""
    pages = page_words(sum(needs[scene].eighths for scene in day.scenes))
    return f"End of {day_name(day)} — {date_words(day.date)} — {pages}{night}"


def day_name(day: ShootDay) -> str:
    """A shooting day as people say it: ``Day 3``, ``Second Unit Day 1``."""
    whose = f"{unit_title(day.unit_name)} " if day.unit_name else ""
    return f"{whose}Day {day.number}"


def day_mark(day: ShootDay) -> str:
    """A shooting day where there is little room: ``D3``, ``2U1``, ``SPL1``."""
    return f"{unit_mark(day.unit_name)}{day.number}" if day.unit_name else f"D{day.number}"


def unit_title(unit: str) -> str:
    """A unit as a heading has it.

    >>> unit_title("second")
    'Second Unit'
    """
    return unit_words(unit).title()


def unit_mark(unit: str) -> str:
    """A unit in two or three letters: a number where it is called by one.

    >>> unit_mark("second"), unit_mark("splinter")
    ('2U', 'SPL')
    """
    first = unit.casefold().split()[0]
    return _NUMBERED.get(first, first[:3].upper())


_NUMBERED = {"second": "2U", "2nd": "2U", "third": "3U", "3rd": "3U", "fourth": "4U"}


def day_pages(day: ShootDay, needs: Mapping[SceneId, SceneNeed]) -> str:
    """The pages of a day, in eighths."""
    return format_eighths(sum(needs[scene].eighths for scene in day.scenes))


def date_words(date: str) -> str:
    """A date as a banner has it.

    >>> date_words("2027-01-04")
    'Mon 4 Jan 2027'
    """
    day = datetime.date.fromisoformat(date)
    return f"{day:%a} {day.day} {day:%b %Y}"


def short_date(date: str) -> str:
    """A date where there is little room; no month is taken for a day.

    >>> short_date("2027-01-04")
    '4 Jan'
    """
    day = datetime.date.fromisoformat(date)
    return f"{day.day} {day:%b}"


def category_words(category: Category) -> str:
    """A category as a sheet prints it.

    >>> category_words(Category.SET_DRESSING)
    'Set Dressing'
    """
    return category.value.replace("-", " ").title()


def element_words(element: Element) -> str:
    """An element with its number, marked where only a rule of the trade asks for it."""
    count = f" ({element.quantity})" if element.quantity > 1 else ""
    return f"{element.name}{count}{'*' if element.implied else ''}"


IMPLIED_NOTE = "* not in the script’s words: a rule of the trade asks for it"


def scene_numbers(scenes: Iterable[SceneNeed]) -> str:
    """The numbers of scenes, as a list prints them."""
    return ", ".join(need.number for need in scenes)


def _first_sentence(text: str) -> str:
    for at, letter in enumerate(text):
        if letter in ".!?" and at > 20 and text[at + 1 : at + 2] in {"", " "}:
            text = text[: at + 1]
            break
    if len(text) <= LONGEST_SYNOPSIS:
        return text
    return text[:LONGEST_SYNOPSIS].rpartition(" ")[0].rstrip(",;:—-") + " …"
