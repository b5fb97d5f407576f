"""A problem under the production's word: minutes, places, work rules, precedence and locks."""

from __future__ import annotations

from dataclasses import replace

from secondunit.core.finding import Finding
from secondunit.film.breakdown.model import Element
from secondunit.film.schedule.model import Problem
from secondunit.film.schedule.rules.hired import resolve_hired
from secondunit.film.schedule.rules.resolve import resolve_terms
from secondunit.film.schedule.rules.shoot import FILE as SHOOT_FILE
from secondunit.film.schedule.rules.shoot import Shoot
from secondunit.film.schedule.rules.terms import Covers, WorkPack


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
