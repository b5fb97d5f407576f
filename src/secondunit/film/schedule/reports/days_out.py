"""Day-out-of-days: who, or what, works when.

Codes: S start, W work, H hold, F finish, D drop, P pick-up, TR travel, FT fitting, R rehearsal,
``/`` a holiday of the unit while a performer is under engagement. Start and finish look at strips,
never at travel, fittings or rehearsals. Source: codes of the trade (design page ``plan``, 1.3).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.board import CastDays, all_cast_days, board_dates
from secondunit.film.schedule.events import Event, EventKind
from secondunit.film.schedule.reports.schedule import Schedule, schedule_sheet
from secondunit.film.schedule.reports.words import category_words, day_mark, short_date

HOLIDAY = "/"
LEGEND = (
    "S start · W work · H hold · F finish · D drop · P pick-up · TR travel · FT fitting · "
    "R rehearsal · / holiday"
)
_FEW = 15
"""Dates that leave a column room for day and month side by side."""

DATED = (
    Category.BACKGROUND,
    Category.STUNTS,
    Category.VEHICLES,
    Category.ANIMALS,
    Category.ANIMAL_WRANGLER,
    Category.SPECIAL_EFFECTS,
    Category.SPECIAL_EQUIPMENT,
    Category.ADDITIONAL_LABOR,
    Category.SECURITY,
    Category.MUSIC,
    Category.PROPS,
)
"""Categories that are hired or prepared by the day, in the order of their sheets."""


def day_out_of_days(schedule: Schedule) -> Sheet:
    """The cast: a row a performer, a column a date, totals at the right."""
    coded = all_cast_days(schedule.problem, schedule.board)
    dates = _dates(schedule)
    rows = []
    for person in schedule.problem.people:
        days = coded.get(person.cast)
        if days is None:
            continue
        codes = cast_codes(schedule, days, person.name)
        counts = [sum(code == wanted for code in codes.values()) for wanted in ("TR", HOLIDAY)]
        rows.append(
            Row(
                cells=(
                    str(person.cast),
                    person.name,
                    *(codes.get(date, "") for date in dates),
                    str(days.worked),
                    str(days.held),
                    *(str(count) for count in counts),
                    short_date(days.start),
                    short_date(days.finish),
                )
            )
        )
    return schedule_sheet(
        schedule,
        "day-out-of-days",
        "Day Out of Days: Cast",
        (
            Column(title="No.", width=4),
            Column(title="Character", width=16),
            *_heads(schedule, dates),
            *_totals("Work", "Hold", "Travel", "Holiday", "Start", "Finish"),
        ),
        rows,
        LEGEND,
    )


def cast_codes(schedule: Schedule, days: CastDays, name: str) -> Mapping[str, str]:
    """The code of each date of one performer, events and holidays among them."""
    codes = dict(days.codes)
    for date in schedule.problem.calendar.holidays:
        if days.start < date < days.finish and not _in_drop(days, date):
            codes[date] = HOLIDAY
    for event in schedule.events:
        if event.who == name:
            before = codes.get(event.date, "")
            shown = before if before not in {"", "H", HOLIDAY} else ""
            codes[event.date] = f"{shown} {event.kind.code}".strip()
    return codes


def element_days(schedule: Schedule, category: Category) -> Sheet | None:
    """Any category: a row an element, a column each date on which any of it works; None where the
    board needs none. Elements are not held: a date without work is blank."""
    worked = _worked(schedule, category)
    if not worked:
        return None
    dates = sorted({date for on in worked.values() for date in on})
    rows = []
    for name, on in sorted(worked.items(), key=lambda pair: (min(pair[1]), pair[0])):
        first, last = min(on), max(on)
        codes = {date: _code(date, first, last) for date in on}
        most = max(on.values())
        cells = [name, *(codes.get(date, "") for date in dates), str(len(on))]
        rows.append(
            Row(cells=(*cells, str(most) if most > 1 else "", short_date(first), short_date(last)))
        )
    title = category_words(category)
    return schedule_sheet(
        schedule,
        f"day-out-of-days-{category.value}",
        f"Day Out of Days: {title}",
        (
            Column(title=title, width=20),
            *_heads(schedule, dates),
            *_totals("Work", "Most", "Start", "Finish"),
        ),
        rows,
        LEGEND,
    )


def all_element_days(
    schedule: Schedule, categories: Iterable[Category] = DATED
) -> tuple[Sheet, ...]:
    """A sheet for each of these categories that the board needs."""
    made = (element_days(schedule, category) for category in categories)
    return tuple(sheet for sheet in made if sheet is not None)


def _worked(schedule: Schedule, category: Category) -> dict[str, dict[str, int]]:
    """The most of each element on each of its dates."""
    found: dict[str, dict[str, int]] = {}
    day_of = schedule.day_of
    for element in _of(schedule.elements, category):
        if day := day_of.get(element.scene):
            on = found.setdefault(element.name, {})
            on[day.date] = max(on.get(day.date, 0), element.quantity)
    return found


def _of(elements: Sequence[Element], category: Category) -> list[Element]:
    return [element for element in elements if element.category is category]


def _code(date: str, first: str, last: str) -> str:
    return f"{'S' if date == first else ''}W{'F' if date == last else ''}"


def _in_drop(days: CastDays, date: str) -> bool:
    """True between a drop and its pick-up."""
    before = [day for day in days.codes if day < date]
    return bool(before) and "D" in days.codes[max(before)]


def _dates(schedule: Schedule) -> tuple[str, ...]:
    """Work dates and holidays of the board, and the dates of events before or after it."""
    dates = set(board_dates(schedule.problem, schedule.board))
    if dates:
        first, last = min(dates), max(dates)
        dates |= {each for each in schedule.problem.calendar.holidays if first < each < last}
    dates |= {event.date for event in schedule.events}
    return tuple(sorted(dates))


def _heads(schedule: Schedule, dates: Sequence[str]) -> tuple[Column, ...]:
    numbers: dict[str, list[str]] = {}
    for day in schedule.board.days:
        numbers.setdefault(day.date, []).append(day_mark(day))
    few = len(dates) <= _FEW
    return tuple(
        Column(
            title=_head(date, numbers.get(date, []), few=few),
            width=7 if few else 5,
            align=Align.CENTRE,
        )
        for date in dates
    )


def _head(date: str, marks: Sequence[str], *, few: bool) -> str:
    """Weekday, date and shooting day; the month on its own line where columns are narrow."""
    day = datetime.date.fromisoformat(date)
    shown = "\n".join(marks) or "–"
    return f"{day:%a}\n{day.day}{' ' if few else chr(10)}{day:%b}\n{shown}"


def _totals(*titles: str) -> tuple[Column, ...]:
    return tuple(Column(title=title, width=6, align=Align.RIGHT) for title in titles)


def events_on(events: Sequence[Event], date: str, kind: EventKind | None = None) -> list[Event]:
    """The events of one date, of one kind where it is given."""
    return [each for each in events if each.date == date and kind in {None, each.kind}]
