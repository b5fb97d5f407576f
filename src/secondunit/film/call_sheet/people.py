"""Who is called: cast with their hours, stand-ins, background."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from secondunit.film.breakdown.model import Category
from secondunit.film.call_sheet.hours import Hours
from secondunit.film.call_sheet.inputs import (
    CallSheetInputs,
    computed,
    data_source,
    filled,
    rule_source,
)
from secondunit.film.call_sheet.model import (
    TO_FILL,
    CastCall,
    Cited,
    CrowdCall,
    Source,
    SourceKind,
)
from secondunit.film.call_sheet.particulars import PersonData
from secondunit.film.schedule.model import Person, SceneNeed, ShootDay
from secondunit.film.schedule.reports.days_out import cast_codes
from secondunit.film.schedule.reports.requirements import is_open
from secondunit.film.schedule.reports.words import scene_numbers
from secondunit.film.schedule.rules.terms import Covers

_NOT_WORKING = ("H", "TR", "FT", "R")


class Times(NamedTuple):
    """A performer's calls: minutes after the crew call; None where not known or not called."""

    pickup: int | None
    makeup: int
    on_set: int


def cast_calls(inputs: CallSheetInputs, day: ShootDay, hours: Hours) -> Iterator[CastCall]:
    """Everybody who works, then, on the main unit's sheet, who is held, travels, is fitted or
    rehearses that date."""
    schedule, coded = inputs.schedule, inputs.cast_days()
    idle = []
    for person in schedule.problem.people:
        days = coded.get(person.cast)
        if days is None:
            continue
        code = cast_codes(schedule, days, person.name).get(day.date, "")
        status = inputs.on_board(code, f"day {day.date}: cast {person.cast}")
        if any(person.cast in schedule.needs[scene].cast for scene in day.scenes):
            yield _working(inputs, day, hours, person, status)
        elif code in _NOT_WORKING and not day.unit_name:
            idle.append(_idle(inputs, person, status))
    yield from idle


def times_of(inputs: CallSheetInputs, day: ShootDay, hours: Hours, person: Person) -> Times:
    """When a performer is picked up, in make-up and on set; never before what comes first allows.

    On set a little before the first scene they are in; make-up before that; pick-up before that.
    """
    habits, data = inputs.particulars.hours, _data(inputs, person.name)
    needs = inputs.schedule.needs
    first = next(scene for scene in day.scenes if person.cast in needs[scene].cast)
    on_set = hours.starts[first] - habits.set_ready
    makeup = on_set - (habits.makeup if data.makeup is None else data.makeup)
    pickup = None if data.travel is None else makeup - data.travel
    return Times(pickup=pickup, makeup=makeup, on_set=on_set)


def _working(
    inputs: CallSheetInputs, day: ShootDay, hours: Hours, person: Person, status: Cited
) -> CastCall:
    times, data = times_of(inputs, day, hours, person), _data(inputs, person.name)
    field = f"people.{person.name}"
    makeup = "hours.makeup" if data.makeup is None else f"{field}.makeup"
    pickup = (
        filled("", f"{field}.travel")
        if times.pickup is None
        else Cited(text=hours.words(times.pickup), source=rule_source(f"{field}.travel"))
    )
    return CastCall(
        number=inputs.on_board(str(person.cast), f"cast {person.cast}"),
        character=inputs.on_board(person.name, f"cast {person.cast}"),
        actor=filled(data.actor, f"{field}.actor"),
        status=status,
        pickup=pickup,
        makeup=Cited(text=hours.words(times.makeup), source=rule_source(makeup)),
        on_set=Cited(text=hours.words(times.on_set), source=rule_source("hours.set_ready")),
        remarks=tuple(_remarks(inputs, person)),
    )


def _idle(inputs: CallSheetInputs, person: Person, status: Cited) -> CastCall:
    nothing = computed("–", f"not called: {status.text}")
    return CastCall(
        number=inputs.on_board(str(person.cast), f"cast {person.cast}"),
        character=inputs.on_board(person.name, f"cast {person.cast}"),
        actor=filled(_data(inputs, person.name).actor, f"people.{person.name}.actor"),
        status=status,
        pickup=nothing,
        makeup=nothing,
        on_set=nothing,
        remarks=tuple(_remarks(inputs, person)),
    )


def _remarks(inputs: CallSheetInputs, person: Person) -> Iterator[Cited]:
    data, field = _data(inputs, person.name), f"people.{person.name}"
    if person.minor:
        age = age_of(inputs, person)
        yield inputs.on_board("MINOR", f"cast {person.cast}")
        yield Cited(text=f"age {age.text}", source=age.source)
    if data.remarks:
        yield Cited(text=data.remarks, source=data_source(f"{field}.remarks"))


def age_of(inputs: CallSheetInputs, person: Person) -> Cited:
    """A minor's age; where the production does not say, the one their hours are reckoned by."""
    data, pack = _data(inputs, person.name), inputs.schedule.problem.terms.pack(Covers.MINORS)
    if person.age_months is not None:
        source = data_source(f"people.{person.name}.age")
        return Cited(text=str(person.age_months // 12), source=source)
    if pack is None:
        years = TO_FILL if data.age is None else str(data.age)
        return Cited(text=years, source=data_source(f"people.{person.name}.age"))
    assumed = f"taken as {pack.assumed_months // 12}"
    if data.age is not None:
        assumed = f"{data.age}; hours {assumed}: put the age in shoot.toml"
    return Cited(text=assumed, source=Source(kind=SourceKind.RULE, ref="shoot.toml#ages"))


def _data(inputs: CallSheetInputs, name: str) -> PersonData:
    return inputs.particulars.people.get(name, PersonData())


def crowd_calls(inputs: CallSheetInputs, day: ShootDay, hours: Hours) -> Iterator[CrowdCall]:
    """Stand-ins of the cast that works, and each kind of background with its count and call.

    The same background in several scenes of the day is called once, at its most.
    """
    schedule, habits = inputs.schedule, inputs.particulars.hours
    held = [schedule.needs[scene] for scene in day.scenes]
    for person in schedule.problem.people:
        own = [need for need in held if person.cast in need.cast]
        stand_in = _data(inputs, person.name).stand_in
        if own and stand_in:
            field = f"people.{person.name}.stand_in"
            call = hours.starts[own[0].scene] - habits.stand_in_ready
            yield CrowdCall(
                who=Cited(text=f"Stand-in: {stand_in}", source=data_source(field)),
                count=computed("1", "one stand-in for one performer"),
                call=Cited(text=hours.words(call), source=rule_source("hours.stand_in_ready")),
                scenes=inputs.on_board(scene_numbers(own), f"day {day.date}"),
            )
    yield from _background(inputs, held, hours)


def _background(
    inputs: CallSheetInputs, held: list[SceneNeed], hours: Hours
) -> Iterator[CrowdCall]:
    wanted = inputs.schedule.wanted
    kinds: dict[str, list[tuple[SceneNeed, Cited, int]]] = {}
    for need in held:
        for element in wanted.get(need.scene, []):
            if element.category is Category.BACKGROUND:
                said = inputs.of_element(element.name, element)
                kinds.setdefault(element.name, []).append((need, said, element.quantity))
    for uses in kinds.values():
        _, said, count = max(uses, key=lambda use: use[2])
        needs = [need for need, _, _ in uses]
        call = hours.starts[needs[0].scene] - inputs.particulars.hours.background_ready
        yield CrowdCall(
            who=said,
            count=_count(inputs, said, count),
            call=Cited(text=hours.words(call), source=rule_source("hours.background_ready")),
            scenes=inputs.on_board(scene_numbers(needs), "scenes"),
        )


def _count(inputs: CallSheetInputs, said: Cited, count: int) -> Cited:
    """How many: the script's number; of a crowd that it does not count, the production's."""
    if is_open(inputs.schedule, said.text, count):
        return Cited(text=TO_FILL, source=data_source("notes.uncounted"))
    return Cited(text=str(count), source=said.source)
