"""Make the call sheet of a shooting day from the board, the breakdown and the production's data.

Nothing is kept from an earlier sheet: every date comes from the board as it stands.
"""

from __future__ import annotations

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding, Severity
from secondunit.film.call_sheet.day import (
    advance,
    conditions,
    light_notes,
    notes,
    places,
    times,
    versions,
)
from secondunit.film.call_sheet.inputs import CallSheetInputs
from secondunit.film.call_sheet.minors import late_minors, minor_calls
from secondunit.film.call_sheet.model import CallSheet
from secondunit.film.call_sheet.particulars import FILE
from secondunit.film.call_sheet.people import cast_calls, crowd_calls
from secondunit.film.call_sheet.work import crew_calls, department_calls, scene_calls
from secondunit.film.schedule.board import unit_words
from secondunit.film.schedule.model import ShootDay
from secondunit.film.schedule.reports.words import date_words, day_name, day_pages
from secondunit.film.schedule.rules.units import MAIN


def build_call_sheet(inputs: CallSheetInputs, day: ShootDay) -> CallSheet:
    """The call sheet of one day of the board."""
    schedule = inputs.schedule
    hours, place = inputs.hours(day), f"day {day.date}"
    count = len(inputs.days_of(day.unit_name))
    return CallSheet(
        production=schedule.production,
        status=schedule.status,
        number=day.number,
        iso_date=day.date,
        date=inputs.on_board(date_words(day.date), place),
        day=inputs.on_board(f"{day_name(day)} of {count}", place),
        times=tuple(times(hours)),
        versions=tuple(versions(inputs)),
        conditions=tuple(conditions(inputs, day)),
        places=tuple(places(inputs, day)),
        scenes=tuple(scene_calls(inputs, day, hours)),
        total=inputs.on_board(day_pages(day, schedule.needs), place),
        cast=tuple(cast_calls(inputs, day, hours)),
        crowd=tuple(crowd_calls(inputs, day, hours)),
        departments=tuple(department_calls(inputs, day, hours)),
        crew=tuple(crew_calls(inputs, day, hours)),
        advance=tuple(advance(inputs, day)),
        notes=(
            *light_notes(inputs, day, hours),
            *late_minors(inputs, day, hours),
            *notes(inputs, day),
        ),
        minors=tuple(minor_calls(inputs, day, hours)),
        unit=day.unit_name,
    )


def find_day(inputs: CallSheetInputs, number: int, unit: str = "") -> ShootDay:
    """The shooting day of that number.

    Args:
        inputs: The board.
        number: Of the unit's days, from 1.
        unit: Its name; the main one where it is empty.

    Raises:
        InputError: The board has no such day, or no such unit.
    """
    names = {day.unit_name.casefold(): day.unit_name for day in inputs.schedule.board.days}
    wanted = unit.strip().casefold()
    if wanted == MAIN:
        wanted = ""
    if wanted and wanted not in names:
        others = ", ".join(name for name in names.values() if name)
        raise InputError(
            f"no {unit_words(unit)} shoots on the board",
            remedy=f"Units: main, {others}." if others else "It has one unit; leave --unit out.",
        )
    days = inputs.days_of(names.get(wanted, ""))
    for day in days:
        if day.number == number:
            return day
    whose = f" of the {unit_words(unit)}" if wanted else ""
    raise InputError(
        f"there is no shooting day {number}{whose}: the board has {len(days)}",
        remedy=f"Give a number from 1 to {len(days)}." if days else "Run secondunit produce.",
    )


def check_particulars(inputs: CallSheetInputs) -> tuple[Finding, ...]:
    """What the data file says of dates, people, places and scenes that the board does not have."""
    schedule, data = inputs.schedule, inputs.particulars
    needs = schedule.problem.scenes
    known = {
        "day": {f"{day.date} {day.unit_name}".strip() for day in schedule.board.days},
        "people": {person.name for person in schedule.problem.people},
        "locations": {need.location for need in needs},
        "sets.closed": {need.number for need in needs},
    }
    if units := schedule.problem.terms.units:
        known["crew.unit"] = {"", *(unit.name for unit in units)}
    named = {
        "day": [f"{day.date.isoformat()} {day.unit}".strip() for day in data.day],
        "people": list(data.people),
        "locations": list(data.locations),
        "sets.closed": list(data.sets.closed),
        "crew.unit": list(dict.fromkeys(member.unit for member in data.crew)),
    }
    what = {
        "day": "the unit does not shoot on that date",
        "people": "nobody of that name is in the cast",
        "locations": "the board has no location of that name",
        "sets.closed": "the board has no scene of that number",
        "crew.unit": "the production has no unit of that name",
    }
    return tuple(
        Finding(
            severity=Severity.WARNING,
            rule="call-sheet.not-on-board",
            where=f"{FILE}#{field}.{name}",
            message=f"{name}: {what[field]}; nothing of it is printed",
            remedy="Correct the file, or take the entry out.",
        )
        for field, names in named.items()
        for name in names
        if name not in known.get(field, {""})
    )
