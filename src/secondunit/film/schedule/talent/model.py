"""The nouns of talent scheduling, and what an order costs.

A performer is paid from the first to the last scene they play, for every scene between as well.
Only the waiting can be saved, and it depends on nothing but the order.

Source: Cheng, Diamond and Lin, Optimal scheduling in film production to minimize talent hold cost
(1993); problem 39 of CSPLib.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from secondunit.core.errors import InputError

_MOST = 1 << 60
"""Bound of a total, so that no sum leaves 64 bits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentProblem:
    """Scenes to be put in order.

    Args:
        name: Of the instance.
        durations: Of each scene, in any one unit of time.
        rates: Of each performer for that unit of time, in any one unit of money.
        casts: Of each scene: performers counted from 0, ascending, each once.
    """

    name: str
    durations: tuple[int, ...]
    rates: tuple[int, ...]
    casts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentPlan:
    """An order and how good it is.

    Args:
        order: Scenes counted from 0, each once.
        cost: What the cast is paid: their own work and their waiting.
        waiting: The part paid for waiting.
        lower_bound: No order costs less.
        proved: No order is cheaper than this one.
    """

    order: tuple[int, ...]
    cost: int
    waiting: int
    lower_bound: int
    proved: bool


def own_work(problem: TalentProblem) -> int:
    """What the cast is paid for the scenes they play: the same in every order."""
    return sum(
        duration * sum(problem.rates[player] for player in cast)
        for duration, cast in zip(problem.durations, problem.casts, strict=True)
    )


def price_order(problem: TalentProblem, order: Sequence[int]) -> int:
    """What the cast is paid when the scenes are shot in this order.

    Args:
        problem: The scenes.
        order: Scenes counted from 0, each once.
    """
    ends = list(accumulate((problem.durations[scene] for scene in order), initial=0))
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for position, scene in enumerate(order):
        for player in problem.casts[scene]:
            first.setdefault(player, ends[position])
            last[player] = ends[position + 1]
    return sum(problem.rates[player] * (last[player] - first[player]) for player in first)


def require_sound(problem: TalentProblem) -> None:
    """Refuse numbers that mean nothing or that no 64 bits hold.

    Raises:
        InputError: Lists of unequal length, a negative duration or rate, a performer who is not
            there or stands twice in a cast, or totals beyond 2^60.
    """
    if len(problem.durations) != len(problem.casts):
        raise InputError(
            f"{problem.name}: {len(problem.casts)} casts, but {len(problem.durations)} durations",
            remedy="Give one duration for each scene.",
        )
    for scene, (duration, cast) in enumerate(zip(problem.durations, problem.casts, strict=True)):
        if duration < 0:
            raise InputError(
                f"{problem.name}: scene {scene + 1} lasts {duration}",
                remedy="A duration is a whole number from 0 up.",
            )
        if list(cast) != sorted(set(cast)) or any(not 0 <= p < len(problem.rates) for p in cast):
            raise InputError(
                f"{problem.name}: the cast of scene {scene + 1} is {cast}",
                remedy="Name each performer once, ascending, counted from 0.",
            )
    for player, rate in enumerate(problem.rates):
        if rate < 0:
            raise InputError(
                f"{problem.name}: performer {player + 1} costs {rate}",
                remedy="A rate is a whole number from 0 up.",
            )
    if sum(problem.durations) * sum(problem.rates) > _MOST:
        raise InputError(
            f"{problem.name}: rates times durations exceed {_MOST}",
            remedy="Write the rates in a larger unit of money.",
        )
