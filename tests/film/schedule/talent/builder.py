"""Random problems, and what every other way of solving them says."""

from __future__ import annotations

import random
from itertools import permutations

from secondunit.film.schedule.talent.model import TalentProblem, price_order


def random_problem(seed: int, scenes: int, players: int, density: float) -> TalentProblem:
    """A problem with casts drawn at random; some scenes and performers may be empty or alike."""
    chance = random.Random(seed)
    return TalentProblem(
        name=f"random {seed}",
        durations=tuple(chance.choice((0, 1, 1, 1, 2, 3, 8)) for _ in range(scenes)),
        rates=tuple(chance.choice((0, 1, 1, 4, 5, 10, 40)) for _ in range(players)),
        casts=tuple(
            tuple(p for p in range(players) if chance.random() < density) for _ in range(scenes)
        ),
    )


def cheapest_by_trying_all(problem: TalentProblem) -> int:
    """The least cost of any order, by pricing every one."""
    scenes = range(len(problem.durations))
    return min(price_order(problem, order) for order in permutations(scenes))
