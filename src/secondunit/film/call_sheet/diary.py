"""Calls as appointments: one diary for the unit, one for each person."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondunit.core.ids import stable_id
from secondunit.film.call_sheet.form import stem
from secondunit.film.call_sheet.hours import Hours
from secondunit.film.call_sheet.inputs import CallSheetInputs
from secondunit.film.call_sheet.particulars import PlaceData
from secondunit.film.call_sheet.people import times_of
from secondunit.film.schedule.board import locations_of, unit_words
from secondunit.film.schedule.model import Person, SceneNeed, ShootDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One call.

    Args:
        id: The same for as long as production, person and shooting day are: a later diary moves
            the appointment and does not double it.
        start: By the wall clock, in its time zone where one is known.
        end: Likewise; estimated.
        title: What for.
        place: Where.
        words: What a person has to know.
    """

    id: str
    start: datetime.datetime
    end: datetime.datetime
    title: str
    place: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """The calls of one person, or of the unit.

    Args:
        key: File stem (``unit``, ``unit-second``, ``01-mina``).
        name: Whose.
        made_at: ISO 8601 UTC of the board they follow from.
        tentative: True while the board is a proposal.
        appointments: In order of time.
    """

    key: str
    name: str
    made_at: str
    tentative: bool
    appointments: tuple[Appointment, ...]


def diaries(
    inputs: CallSheetInputs, days: Sequence[ShootDay], made_at: str, *, tentative: bool
) -> tuple[Diary, ...]:
    """Each unit's diary of these days, then that of each performer who works on any of them."""
    title = inputs.schedule.production
    found = []
    units = sorted(dict.fromkeys(day.unit_name for day in days), key=bool)
    for name in units or [""]:
        found.append(
            Diary(
                key=f"unit-{stem(name)}" if name else "unit",
                name=f"{title}: {unit_words(name) if name else 'unit'}",
                made_at=made_at,
                tentative=tentative,
                appointments=tuple(_unit(inputs, day) for day in days if day.unit_name == name),
            )
        )
    for person in inputs.schedule.problem.people:
        own = tuple(_calls(inputs, days, person))
        if own:
            found.append(
                Diary(
                    key=f"{person.cast:02d}-{stem(person.name)}",
                    name=f"{title}: {person.name}",
                    made_at=made_at,
                    tentative=tentative,
                    appointments=own,
                )
            )
    return tuple(found)


def _unit(inputs: CallSheetInputs, day: ShootDay) -> Appointment:
    hours, held = inputs.hours(day), _held(inputs, day)
    count = len(inputs.days_of(day.unit_name))
    whose = unit_words(day.unit_name) if day.unit_name else "unit"
    return _appointment(inputs, day, "unit", held, (hours, 0, hours.wrap), f" of {count}: {whose}")


def _calls(
    inputs: CallSheetInputs, days: Sequence[ShootDay], person: Person
) -> Iterator[Appointment]:
    for day in days:
        own = [need for need in _held(inputs, day) if person.cast in need.cast]
        if not own:
            continue
        hours = inputs.hours(day)
        times = times_of(inputs, day, hours, person)
        first = times.makeup if times.pickup is None else times.pickup
        last = hours.ends[own[-1].scene]
        yield _appointment(
            inputs, day, str(person.cast), own, (hours, first, last), f": {person.name}"
        )


def _appointment(
    inputs: CallSheetInputs,
    day: ShootDay,
    who: str,
    held: list[SceneNeed],
    span: tuple[Hours, int, int],
    said: str,
) -> Appointment:
    hours, first, last = span
    places = locations_of(held)
    data = inputs.particulars.locations.get(places[0], PlaceData())
    scenes = "\n".join(f"Sc. {need.number}: {need.set}" for need in held)
    own = [day.unit_name] if day.unit_name else []
    whose = f"{unit_words(day.unit_name)} " if day.unit_name else ""
    call = f"Crew call {hours.words(0)}; first call {hours.words(first)}."
    return Appointment(
        id=stable_id("call", inputs.schedule.production, who, day.number, *own),
        start=hours.at(first),
        end=hours.at(last),
        title=f"{inputs.schedule.production}, {whose}day {day.number}{said}",
        place=data.address or places[0],
        words=f"{call}\n{scenes}\n{inputs.schedule.status}".strip(),
    )


def _held(inputs: CallSheetInputs, day: ShootDay) -> list[SceneNeed]:
    needs = inputs.schedule.needs
    return [needs[scene] for scene in day.scenes]
