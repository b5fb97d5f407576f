"""What is shot, and what each department brings to it."""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.core.pages import format_eighths
from secondunit.film.call_sheet.hours import Hours
from secondunit.film.call_sheet.inputs import (
    CallSheetInputs,
    data_source,
    from_script,
    rule_source,
)
from secondunit.film.call_sheet.model import (
    Cited,
    CrewCall,
    DepartmentCall,
    SceneCall,
    SceneWants,
)
from secondunit.film.call_sheet.particulars import DepartmentData
from secondunit.film.schedule.model import ShootDay
from secondunit.film.schedule.reports.words import (
    cast_words,
    element_words,
    inside,
    light_words,
    strip_style,
    synopsis,
)


def scene_calls(inputs: CallSheetInputs, day: ShootDay, hours: Hours) -> Iterator[SceneCall]:
    """The scenes of the day in shooting order, with estimated starts."""
    scenes, needs = inputs.schedule.scenes, inputs.schedule.needs
    for scene_id in day.scenes:
        scene, need = scenes[scene_id], needs[scene_id]
        place = f"{inside(scene)} {scene.heading.set}".strip()
        yield SceneCall(
            style=strip_style(scene),
            scene=from_script(scene.number, scene.id),
            set=from_script(place, scene.id),
            synopsis=from_script(synopsis(scene), scene.id),
            light=from_script(light_words(scene), scene.id),
            pages=from_script(format_eighths(scene.eighths), scene.id),
            cast=inputs.on_board(cast_words(need), f"day {day.date}"),
            location=inputs.on_board(need.location, f"day {day.date}"),
            start=Cited(
                text=hours.words(hours.starts[scene_id]),
                source=hours.clock_source,
            ),
        )


def department_calls(
    inputs: CallSheetInputs, day: ShootDay, hours: Hours
) -> Iterator[DepartmentCall]:
    """Departments of which the breakdown wants anything that day, and what, scene by scene."""
    for name, data in inputs.particulars.departments.items():
        wants = tuple(_wants(inputs, day, data))
        if wants:
            field = f"departments.{name}"
            yield DepartmentCall(
                department=Cited(text=name, source=data_source(field)),
                call=Cited(text=hours.words(data.call), source=rule_source(f"{field}.call")),
                scenes=wants,
            )


def _wants(inputs: CallSheetInputs, day: ShootDay, data: DepartmentData) -> Iterator[SceneWants]:
    scenes, wanted = inputs.schedule.scenes, inputs.schedule.wanted
    for scene in day.scenes:
        own = [each for each in wanted.get(scene, []) if each.category in data.categories]
        if own:
            ordered = sorted(own, key=lambda each: (each.category.value, each.name))
            yield SceneWants(
                scene=from_script(scenes[scene].number, scene),
                wants=tuple(inputs.of_element(element_words(each), each) for each in ordered),
            )


def crew_calls(inputs: CallSheetInputs, day: ShootDay, hours: Hours) -> Iterator[CrewCall]:
    """The crew of the day's unit as the production lists it."""
    for number, member in enumerate(inputs.particulars.crew, start=1):
        if member.unit != day.unit_name:
            continue
        source = data_source(f"crew.{number}")
        yield CrewCall(
            department=Cited(text=member.department, source=source),
            position=Cited(text=member.position, source=source),
            name=Cited(text=member.name, source=source),
            call=Cited(text=hours.words(member.call), source=source),
        )
