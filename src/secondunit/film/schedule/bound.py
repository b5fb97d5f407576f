"""What no lawful board can cost less than: a sum of relaxations, each sure.

Every part counts something a board must pay for even if everything else were ideal; the parts
never count the same money twice. The days with their crews, places, moves, night premiums and
dearest payees are bounded together, by covering (``cover``); set-ups, a change of shift and
everybody else's pay are counted alone. Where a clock is kept, the same is reckoned in minutes of
shooting instead of eighths; the higher sum is the bound.

Source: design page ``plan``, 2.4 item 6.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from secondunit.core.money import Money
from secondunit.film.schedule.cover.bound import ROUNDS, cover_days
from secondunit.film.schedule.cover.clock import by_the_clock
from secondunit.film.schedule.cover.fewest import fewest_days, pay_by_covering
from secondunit.film.schedule.cover.least import Least, by_place
from secondunit.film.schedule.cover.market import count_payees, open_market
from secondunit.film.schedule.model import (
    Calendar,
    Light,
    Problem,
    SceneNeed,
    Shift,
    WorkRules,
)
from secondunit.film.schedule.proof.prove import prove
from secondunit.film.schedule.rules.terms import NO_TERMS

_ANY_TIME = Calendar(start="")

ROUNDS_AGAIN = 24
"""Rounds of the covering where days were shot already: somebody waits for the new plan."""


def lower_bound(problem: Problem, scenes: Sequence[SceneNeed], days: int = 0) -> Money:
    """The least that a board of these scenes can cost.

    Args:
        problem: Prices and limits.
        scenes: The scenes on the board (those in the boneyard cost nothing).
        days: Of boards that have at least so many days.
    """
    plain = replace(
        problem,
        scenes=(),
        calendar=_ANY_TIME,
        people=tuple(replace(person, unavailable=()) for person in problem.people),
        rules=_rules_as_shot(problem),
        terms=NO_TERMS,
        past=(),
    )
    shot = {scene for day in problem.past for scene in day.scenes}
    free = tuple(
        replace(need, light=Light.EITHER) if need.scene in shot else need for need in scenes
    )
    rounds = ROUNDS_AGAIN if problem.past else ROUNDS
    least = _least_cost(plain, free, days, rounds)
    timed = None if problem.past else by_the_clock(problem, free)
    if timed is not None:
        measure, minors, scenes_by_minutes = timed
        rules = replace(plain.rules, day_eighths=measure[1], minor_day_eighths=minors)
        in_minutes = replace(plain, rules=rules)
        least = max(least, _least_cost(in_minutes, scenes_by_minutes, days, rounds, measure))
    return Money(minor=least, currency=problem.costs.crew_day.currency)


def closest_bound(problem: Problem, scenes: Sequence[SceneNeed]) -> Money:
    """The higher of ``lower_bound`` and, for a short script of one unit, of ``prove``."""
    bound = lower_bound(problem, scenes)
    proved = prove(replace(problem, scenes=tuple(scenes)), tuple(scenes))
    return Money(minor=max(bound.minor, proved), currency=bound.currency)


def _rules_as_shot(problem: Problem) -> WorkRules:
    """The rules, as wide as the days that were shot already: these stand, whatever they broke."""
    needs = {need.scene: need for need in problem.scenes}
    rules = problem.rules
    for day in problem.past:
        held = [needs[scene] for scene in day.scenes if scene in needs]
        eighths = sum(need.eighths for need in held)
        rules = replace(
            rules,
            day_eighths=max(rules.day_eighths, eighths),
            minor_day_eighths=max(rules.minor_day_eighths, eighths),
            locations_per_day=max(rules.locations_per_day, len({need.location for need in held})),
            minors_at_night=rules.minors_at_night or day.shift is Shift.NIGHT,
        )
    return rules


@lru_cache(maxsize=16)
def _least_cost(
    problem: Problem,
    scenes: tuple[SceneNeed, ...],
    days_had: int,
    rounds: int,
    rooms: tuple[int, ...] = (),
) -> int:
    """The bound in minor units. Dates play no part in it, so that boards of the same scenes on
    other dates are not bounded anew."""
    least = Least(problem)
    payees = pay_by_covering(problem, scenes, rooms)
    days = _days_alone(problem, least, scenes) + sum(payee.pay for payee in payees)
    most = count_payees(problem, scenes)
    if scenes and most >= 0:
        market = open_market(problem, scenes, payees[:most], rooms)
        market.least[-1] = max(fewest_days(problem, scenes, rooms), days_had)
        covering = cover_days(market, rounds)
        days = max(days, covering.bound + sum(payee.pay for payee in payees[most:]))
    total = days + problem.costs.location_setup.minor * len(by_place(scenes))
    lights = {least.light(need) for need in scenes}
    if {Light.DAY, Light.NIGHT} <= lights:
        total += problem.costs.shift_switch.minor
    return total


def _days_alone(problem: Problem, least: Least, scenes: Sequence[SceneNeed]) -> int:
    """Crews, places, company moves and night premiums.

    Moves are visits less shooting days, so crews and moves are linear in the number of days,
    which lies between the least and the number of visits: one of the ends is cheapest. A move
    saved by one more day costs that day.
    """
    costs = problem.costs
    crew, move = costs.crew_day.minor, costs.company_move.minor
    days = least.days(scenes)
    visits = sum(least.visits(held) for held in by_place(scenes).values())
    return (
        min(crew * days + move * max(visits - days, 0), crew * max(visits, days))
        + costs.location_day.minor * visits
        + costs.night_premium.minor * least.shift_days(scenes, Light.NIGHT)
    )
