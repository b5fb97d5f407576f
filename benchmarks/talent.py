"""Talent scheduling: published instances and random films, each to be proved; and other solvers.

Run: ``python -m benchmarks.talent``. The published instances are read from the material folder
beside the checkout; where it is absent its rows say so.

Source of the published optima: design page ``plan``, 2.1 (García de la Banda, Stuckey and Chu;
CSPLib 39), each proved there by two other programs.
"""

from __future__ import annotations

import random
import time
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

from secondunit.adapters.formats.talent_matrix import read_talent
from secondunit.film.schedule.talent.model import TalentProblem, own_work, price_order
from secondunit.film.schedule.talent.reduce import reduce_problem
from secondunit.film.schedule.talent.solve import Advance, solve_talent

MATERIAL = Path(__file__).parents[2] / "shared" / "material" / "talent"
PUBLISHED = {
    "tiny": 29, "tiny2": 9, "small": 54, "small2": 56, "concert": 111, "film-12": 401,
    "film103.dat": 1031, "film105.dat": 849, "film118.dat": 853, "MobStory": 871,
    "rehearsal_smith.dzn": None,
}  # fmt: skip
"""Least cost; none where the numbers of the file differ from the published problem's."""
CASES = 500


def film_like(seed: int, scenes: int, players: int) -> TalentProblem:
    """A problem of distinct casts of one to six, a few leads playing often."""
    chance = random.Random(seed)
    fame = [1 / (1 + player) ** 0.8 for player in range(players)]
    casts: set[tuple[int, ...]] = set()
    while len(casts) < scenes:
        size = 1 + min(chance.randrange(6), chance.randrange(6))
        cast: set[int] = set()
        while len(cast) < min(size, players):
            cast.add(chance.choices(range(players), fame)[0])
        casts.add(tuple(sorted(cast)))
    shuffled = sorted(casts)
    chance.shuffle(shuffled)
    return TalentProblem(
        name=f"film {seed}",
        durations=tuple(1 + min(chance.randrange(8), chance.randrange(8)) for _ in range(scenes)),
        rates=tuple(chance.choice((4, 5, 5, 10, 10, 20, 40)) for _ in range(players)),
        casts=tuple(shuffled),
    )


def small_problem(seed: int, scenes: int) -> TalentProblem:
    """A problem with casts by the toss of a coin; scenes may be alike or empty."""
    chance = random.Random(seed)
    players = chance.randint(2, 7)
    density = chance.choice((0.2, 0.35, 0.5))
    return TalentProblem(
        name=f"small {seed}",
        durations=tuple(chance.randint(0, 5) for _ in range(scenes)),
        rates=tuple(chance.choice((0, 1, 4, 5, 10, 40)) for _ in range(players)),
        casts=tuple(
            tuple(p for p in range(players) if chance.random() < density) for _ in range(scenes)
        ),
    )


def cheapest_by_trying_all(problem: TalentProblem) -> int:
    """The least cost of any order, by pricing every one that is not another turned round."""
    scenes = range(len(problem.durations))
    return min(
        price_order(problem, order) for order in permutations(scenes) if order[0] <= order[-1]
    )


def cheapest_by_cp_sat(problem: TalentProblem) -> int:
    """The least cost by a constraint solver: which scene precedes which, and who is held when.

    Raises:
        RuntimeError: The solver did not prove its answer.
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    scenes = range(len(problem.durations))
    before: dict[tuple[int, int], Any] = {}
    for one, other in combinations(scenes, 2):
        before[one, other] = model.new_bool_var("")
        before[other, one] = before[one, other].negated()
    for one, two, three in permutations(scenes, 3):
        model.add_bool_or(
            before[one, two].negated(), before[two, three].negated(), before[one, three]
        )
    held = []
    for player, rate in enumerate(problem.rates):
        own = [scene for scene in scenes if player in problem.casts[scene]]
        for scene in set(scenes) - set(own):
            hold = model.new_bool_var("")
            held.append(rate * problem.durations[scene] * hold)
            for first, last in permutations(own, 2):
                model.add_bool_or(
                    before[first, scene].negated(), before[scene, last].negated(), hold
                )
    model.minimize(sum(held) if held else 0)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(model) != cp_model.OPTIMAL:
        raise RuntimeError(f"{problem.name}: {solver.status_name()}")
    return own_work(problem) + round(solver.objective_value)


def _published() -> list[tuple[str, str, str]]:
    found = []
    for name, optimum in PUBLISHED.items():
        file = MATERIAL / name
        if not file.is_file():
            found.append((f"talent: {name}", "material folder absent", "<= 5 s"))
            continue
        problem = read_talent(file.read_bytes(), name)
        began = time.perf_counter()
        plan = solve_talent(problem)
        spent = time.perf_counter() - began
        proved = "proved" if plan.proved else "not proved"
        known = f"{optimum} proved, <= 5 s" if optimum else "proved, <= 5 s"
        found.append((f"talent: {name}", f"{plan.cost} {proved}, {spent:.2f} s", known))
    return found


def _films(scenes: int, players: int, seconds: int, seeds: int) -> tuple[str, str, str]:
    """How many of some random films are proved in time, and the longest time of one."""
    proved, longest = 0, 0.0
    for seed in range(seeds):
        problem = film_like(1000 * scenes + seed, scenes, players)
        began = time.perf_counter()

        def in_time(advance: Advance, began: float = began) -> bool:
            del advance
            return time.perf_counter() - began < seconds

        proved += solve_talent(problem, watch=in_time).proved
        longest = max(longest, time.perf_counter() - began)
    blocks = [
        len(reduce_problem(film_like(1000 * scenes + seed, scenes, players)).durations)
        for seed in range(seeds)
    ]
    return (
        f"talent: films of {min(blocks)} to {max(blocks)} blocks, {players} cast",
        f"{proved}/{seeds} proved, at most {longest:.1f} s",
        f"all, <= {seconds} s",
    )


def _others() -> list[tuple[str, str, str]]:
    tried = sum(
        solve_talent(small_problem(seed, 2 + seed % 6)).cost
        == cheapest_by_trying_all(small_problem(seed, 2 + seed % 6))
        for seed in range(CASES)
    )
    tried += sum(
        solve_talent(small_problem(seed, 8)).cost == cheapest_by_trying_all(small_problem(seed, 8))
        for seed in range(20)
    )
    agreed = sum(
        solve_talent(small_problem(seed, 3 + seed % 10)).cost
        == cheapest_by_cp_sat(small_problem(seed, 3 + seed % 10))
        for seed in range(CASES)
    )
    return [
        ("talent: as every order tried, 2 to 8 scenes", f"{tried}/{CASES + 20}", "all"),
        ("talent: as CP-SAT, 3 to 12 scenes", f"{agreed}/{CASES}", "all"),
    ]


def rows() -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    solve_talent(film_like(0, 8, 5))
    return [
        *_published(),
        _films(19, 8, 5, 10),
        _films(20, 10, 5, 10),
        _films(24, 12, 60, 4),
        _films(28, 12, 60, 2),
        *_others(),
    ]


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>28}   {bar}")
