"""What no board of several units can cost less than.

Two bounds, each sure; the higher one counts:

1. The main unit's board of the scenes that no other unit may shoot, and each unit's board of the
   scenes a person gave it. Scenes that may go either way are left out: they cost nothing less
   than nothing.
2. One board of all scenes at the best price and the longest day that any unit has: every day of
   every unit is a day of it.

Where people may work on two units on one day, their pay is counted with the main unit alone, and
the second bound says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondunit.core.money import Money
from secondunit.film.schedule.bound import closest_bound, lower_bound
from secondunit.film.schedule.model import Person, Problem, SceneNeed
from secondunit.film.schedule.rules.terms import Unit
from secondunit.film.schedule.units.part import part_of


def bound_units(problem: Problem, scenes: Sequence[SceneNeed]) -> Money:
    """The least that a board of these scenes can cost, whichever unit shoots what.

    Args:
        problem: Prices, limits and units; of one unit, its own bound.
        scenes: Those on the board.
    """
    units = problem.terms.units or ()
    if not units:
        return closest_bound(problem, scenes)
    parted = _parted(problem, units, scenes)
    if any(unit.shares_people for unit in units):
        return parted
    return max(parted, _pooled(problem, units, scenes), key=lambda money: money.minor)


def _parted(problem: Problem, units: Sequence[Unit], scenes: Sequence[SceneNeed]) -> Money:
    given = {scene for unit in units for scene in unit.scenes}
    free = {scene for unit in units for scene, _ in unit.may}
    here = [need for need in scenes if need.scene not in given and need.scene not in free]
    found = _bound(part_of(problem, None, {need.scene for need in here}), here)
    for unit in units:
        own = [need for need in scenes if need.scene in unit.scenes]
        part = part_of(problem, unit, {need.scene for need in own})
        if any(each.shares_people for each in units):
            part = replace(part, people=tuple(_unpaid(part)))
        found += _bound(part, own)
    return found


def _pooled(problem: Problem, units: Sequence[Unit], scenes: Sequence[SceneNeed]) -> Money:
    """One board at everybody's best. Day and night may be two units' work: no shift is changed."""
    costs, terms = problem.costs, problem.terms
    nothing = Money(minor=0, currency=costs.crew_day.currency)

    def least(main: Money, others: Sequence[Money]) -> Money:
        return min([main, *others], key=lambda money: money.minor)

    best = replace(
        costs,
        crew_day=least(costs.crew_day, [unit.crew_day for unit in units]),
        night_premium=least(costs.night_premium, [unit.night_premium for unit in units]),
        location_day=least(costs.location_day, [unit.location_day for unit in units]),
        company_move=least(costs.company_move, [unit.company_move for unit in units]),
        location_setup=least(costs.location_setup, [unit.location_setup for unit in units]),
        shift_switch=nothing,
    )
    longest = max(problem.rules.day_eighths, *(unit.day_eighths for unit in units))
    clock = terms.clock
    if clock is not None:
        clocks = [clock, *(unit.clock for unit in units if unit.clock is not None)]
        clock = replace(
            clock,
            longest_day=max(each.longest_day for each in clocks),
            prepare=min(each.prepare for each in clocks),
            wrap_up=min(each.wrap_up for each in clocks),
            move=min(each.move for each in clocks),
        )
    pooled = replace(
        part_of(problem, None, {need.scene for need in scenes}),
        costs=best,
        rules=replace(problem.rules, day_eighths=longest),
        past=(),
    )
    return _bound(replace(pooled, terms=replace(pooled.terms, clock=clock)), scenes)


def _bound(part: Problem, scenes: Sequence[SceneNeed]) -> Money:
    if not scenes:
        return Money(minor=0, currency=part.costs.crew_day.currency)
    return lower_bound(part, scenes)


def _unpaid(part: Problem) -> list[Person]:
    nothing = Money(minor=0, currency=part.costs.crew_day.currency)
    return [replace(person, daily=nothing) for person in part.people]
