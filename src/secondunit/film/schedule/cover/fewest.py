"""The fewest days that hold some scenes, by covering: closer than their volumes counted alone.

Scenes are whole: two that fill five eighths of a day each need two days, though their volume
asks for one and a quarter. The covering in fractions sees most of that, and days are whole too.

Source: Gilmore and Gomory, A linear programming approach to the cutting-stock problem (1961).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondunit.film.schedule.cover.bound import cover_days
from secondunit.film.schedule.cover.least import Least
from secondunit.film.schedule.cover.market import Payee, find_payees, open_market
from secondunit.film.schedule.model import Problem, SceneNeed

MOST_SCENES = 60
"""Above these the volumes alone are counted: a feature has short scenes enough to fill up days."""

_DAY = 1_000_000
"""Price of a day where days are all that is bought."""


def fewest_days(problem: Problem, scenes: Sequence[SceneNeed], rooms: Sequence[int] = ()) -> int:
    """Days that hold these scenes at the least.

    Args:
        problem: Limits.
        scenes: Which.
        rooms: As in ``open_market``.
    """
    counted = Least(problem).days(scenes)
    if not scenes or len(scenes) > MOST_SCENES:
        return counted
    bought = open_market(problem, scenes, (), rooms)._replace(
        crew_day=_DAY, night_premium=0, location_day=0, company_move=0
    )
    return max(counted, -(-cover_days(bought).bound // _DAY))


def pay_by_covering(
    problem: Problem, scenes: Sequence[SceneNeed], rooms: Sequence[int] = ()
) -> tuple[Payee, ...]:
    """Everybody that these scenes call, with the fewest days that hold each one's own scenes."""
    payees = find_payees(problem, scenes)
    if len(scenes) > MOST_SCENES:
        return payees
    found = (
        replace(
            payee,
            days=fewest_days(problem, [need for need in scenes if payee.plays(need)], rooms),
        )
        for payee in payees
    )
    return tuple(sorted(found, key=lambda payee: -payee.pay))
