"""Each unit's days with the prices and limits that hold for them: the checker's own view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from secondunit.film.schedule.model import Board, Problem, ShootDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A unit's part of a board.

    Args:
        unit: Its name; empty for the main unit.
        problem: Prices, limits and clock as they are for this unit.
        days: Its days, in the board's order.
    """

    unit: str
    problem: Problem
    days: tuple[ShootDay, ...]


def sides_of(problem: Problem, days: Iterable[ShootDay]) -> tuple[Side, ...]:
    """The main unit's part, then that of each other unit of the production.

    Days of a unit nobody knows are on no side; ``check_units`` tells of them.
    """
    own: dict[str, list[ShootDay]] = {"": []}
    for unit in problem.terms.units or ():
        own[unit.name] = []
    for day in days:
        if day.unit_name in own:
            own[day.unit_name].append(day)
    return tuple(
        Side(unit=name, problem=_seen_from(problem, name), days=tuple(held))
        for name, held in own.items()
    )


def days_in_turn(board: Board) -> bool:
    """Whether the board's days stand in order of date."""
    dates = [day.date for day in board.days]
    return dates == sorted(dates)


def _seen_from(problem: Problem, name: str) -> Problem:
    unit = next((unit for unit in problem.terms.units or () if unit.name == name), None)
    if unit is None:
        return problem
    costs = replace(
        problem.costs,
        crew_day=unit.crew_day,
        night_premium=unit.night_premium,
        location_day=unit.location_day,
        company_move=unit.company_move,
        location_setup=unit.location_setup,
        shift_switch=unit.shift_switch,
    )
    return replace(
        problem,
        costs=costs,
        rules=replace(problem.rules, day_eighths=unit.day_eighths),
        terms=replace(problem.terms, clock=unit.clock),
    )
