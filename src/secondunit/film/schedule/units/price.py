"""What a board of several units costs, part by part, from what each unit's own part costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from secondunit.core.money import Money, total
from secondunit.film.schedule.board import all_cast_days
from secondunit.film.schedule.model import Board, CostShare, Problem

CAST = "cast"
UNIT = "unit-"
"""What the share of a unit beside the main one begins with; its name follows."""


def joint_shares(
    problem: Problem, board: Board, parts: Mapping[str, Sequence[CostShare]]
) -> tuple[CostShare, ...]:
    """The main unit's shares, the cast of all units, and the whole of each other unit.

    Args:
        problem: Of all units.
        board: Its days; drops are reckoned where the board names none.
        parts: The shares of each unit's own part, by name; empty for the main unit.
    """
    currency = problem.costs.crew_day.currency
    daily = {person.cast: person.daily.minor for person in problem.people}
    cast = sum(
        daily[cast] * (days.worked + days.held)
        for cast, days in all_cast_days(problem, board).items()
    )
    shares = [
        CostShare(key=CAST, amount=Money(minor=cast, currency=currency))
        if share.key == CAST
        else share
        for share in parts[""]
    ]
    shooting = {day.unit_name for day in board.days}
    for name, own in parts.items():
        if name and name in shooting:
            amount = total((share.amount for share in own if share.key != CAST), currency)
            shares.append(CostShare(key=f"{UNIT}{name}", amount=amount))
    return tuple(shares)
