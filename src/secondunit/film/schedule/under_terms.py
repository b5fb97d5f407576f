"""A problem under the production's word: minutes, places, work rules, order, locks and units."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from secondunit.core.finding import Finding, Severity
from secondunit.film.breakdown.model import Element
from secondunit.film.schedule.model import Problem
from secondunit.film.schedule.rules.around import Around, resolve_units
from secondunit.film.schedule.rules.hired import resolve_hired
from secondunit.film.schedule.rules.kinds import FILE as KINDS_FILE
from secondunit.film.schedule.rules.kinds import Kind, scenes_of_kinds
from secondunit.film.schedule.rules.resolve import resolve_terms
from secondunit.film.schedule.rules.shoot import FILE as SHOOT_FILE
from secondunit.film.schedule.rules.shoot import Shoot
from secondunit.film.schedule.rules.terms import Covers, WorkPack
from secondunit.film.schedule.rules.units import NamedUnit
from secondunit.film.screenplay.model import Scene


def under_terms(
    problem: Problem,
    shoot: Shoot,
    packs: tuple[WorkPack, ...],
    elements: tuple[Element, ...] = (),
) -> tuple[Problem, tuple[Finding, ...]]:
    """The problem with the production's word: minutes, places, rules, precedence, locks, hires."""
    calendar = problem.calendar
    terms, findings = resolve_terms(
        shoot,
        packs,
        {need.number: need.scene for need in problem.scenes},
        [need.location for need in problem.scenes],
        (calendar.start, calendar.weeks),
    )
    hired, unknown = resolve_hired(
        shoot.hired, elements, (calendar.start, calendar.weeks), SHOOT_FILE
    )
    terms = replace(terms, hired=hired)
    extra = dict(shoot.clock.team_minutes)
    scenes = tuple(
        replace(
            need,
            minutes=need.eighths * shoot.clock.minutes_an_eighth
            + sum(extra.get(key, 0) for key in need.setups),
        )
        for need in problem.scenes
    )
    pack = terms.pack(Covers.PERFORMERS)
    costs = problem.costs
    if pack is not None and pack.drop_after_days >= 0:
        costs = replace(costs, drop_after_days=pack.drop_after_days)
    holidays = tuple(sorted({*calendar.holidays, *shoot.hiatus}))
    resolved = replace(
        problem,
        scenes=scenes,
        terms=terms,
        costs=costs,
        calendar=replace(calendar, holidays=holidays),
    )
    return resolved, (*findings, *unknown)


def with_units(
    problem: Problem,
    shoot: Shoot,
    scenes: Sequence[Scene],
    elements: Sequence[Element],
    principals: Collection[str],
) -> tuple[Problem, tuple[Finding, ...]]:
    """The problem with the units beside the main one, and the scenes each may take.

    Args:
        problem: Under the production's word already.
        shoot: Which units there are.
        scenes: To be shot, in script order.
        elements: The breakdown.
        principals: Names of the leads.
    """
    if not shoot.units:
        return problem, ()
    calendar, costs = problem.calendar, problem.costs
    around = Around(
        scenes={need.number: need.scene for need in problem.scenes},
        start=calendar.start,
        weeks=calendar.weeks,
        work_days=calendar.work_days,
        holidays=calendar.holidays,
        prices={
            "crew_day": costs.crew_day,
            "night_premium": costs.night_premium,
            "location_day": costs.location_day,
            "company_move": costs.company_move,
            "location_setup": costs.location_setup,
            "shift_switch": costs.shift_switch,
        },
        day_eighths=problem.rules.day_eighths,
        clock=problem.terms.clock,
    )
    units, findings = resolve_units(shoot.units, around, SHOOT_FILE)
    told, taken = list(findings), {scene for unit in units for scene in unit.scenes}
    named = {unit.name: unit for unit in shoot.units}
    ready = []
    for unit in units:
        kinds, unknown = _kinds(named[unit.name], shoot.kinds)
        told += unknown
        free = [scene for scene in scenes if scene.id not in taken]
        ready.append(replace(unit, may=scenes_of_kinds(kinds, free, elements, principals)))
    idle = [unit for unit in ready if not (unit.scenes or unit.may)]
    told += [_nothing_for(unit.name) for unit in idle]
    kept = tuple(unit for unit in ready if unit not in idle)
    terms = replace(problem.terms, units=kept) if kept else problem.terms
    return replace(problem, terms=terms), tuple(told)


def _kinds(unit: NamedUnit, kinds: Sequence[Kind]) -> tuple[tuple[Kind, ...], tuple[Finding, ...]]:
    """The kinds of scenes a unit names, and a finding for each that is none."""
    known = {kind.key: kind for kind in kinds}
    strange = tuple(
        Finding(
            severity=Severity.ERROR,
            rule="schedule.unknown-kind",
            where=f"{SHOOT_FILE}: units.{unit.name}.takes",
            message=f"there is no kind of scene “{key}”; that was not applied",
            remedy=f"Choose among {', '.join(known)} ({KINDS_FILE}).",
        )
        for key in unit.takes
        if key not in known
    )
    return tuple(known[key] for key in unit.takes if key in known), strange


def _nothing_for(name: str) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="schedule.unit-without-scenes",
        where=f"{SHOOT_FILE}: units.{name}",
        message="the script has no scene for this unit; the board does without it",
        remedy='Name its scenes, or more kinds of scenes under "takes".',
    )
