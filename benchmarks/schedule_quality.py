"""How good the board is, and how long it takes: one row a seed.

Run: ``python -m benchmarks.schedule_quality [SCRIPT.fountain|.fdx] [--seeds N]``. Without a script
it schedules a synthetic feature of 190 scenes, by the clock and the work rules that ship, as
productions do. The baselines are decoded by the same rules and
priced by the same table, and the checker prices every board again.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scripts import TABLES, by_the_clock, read_problem

from secondunit.core.ids import SceneId
from secondunit.core.pages import Eighths
from secondunit.film.schedule.check import check_board, price_board
from secondunit.film.schedule.model import Light, Person, Problem, SceneNeed, ScheduleTable
from secondunit.film.schedule.solve import ORDERS_A_SCENE
from secondunit.film.schedule.table import FILE, read_table


@dataclass
class Chance:
    """The numerical recipes generator: the same synthetic script on every machine."""

    state: int = 1

    def below(self, count: int) -> int:
        self.state = (self.state * 1664525 + 1013904223) % (1 << 32)
        return (self.state >> 8) % count


def make_problem(scene_count: int, table: ScheduleTable) -> Problem:
    """A synthetic script: half as many places as scenes, a skewed cast of a fifth as many."""
    chance = Chance()
    places, people = max(scene_count // 2, 1), max(scene_count // 5, 2)
    scenes = []
    for number in range(1, scene_count + 1):
        cast = {min(chance.below(people), chance.below(people)) + 1 for _ in range(4)}
        scenes.append(
            SceneNeed(
                scene=SceneId(f"sc-{number}"),
                number=str(number),
                eighths=Eighths(1 + min(chance.below(12), chance.below(16))),
                location=f"PLACE {min(chance.below(places), chance.below(places))}",
                set="",
                light=(Light.EITHER, Light.EITHER, Light.DAY, Light.DAY, Light.NIGHT)[
                    chance.below(5)
                ],
                cast=tuple(sorted(cast)),
            )
        )
    played = {cast: sum(cast in need.cast for need in scenes) for cast in range(1, people + 1)}
    standings = {
        cast: next(
            s
            for s in table.standings
            if 100 * count >= s.least_share_percent * scene_count and count >= s.least_scenes
        )
        for cast, count in played.items()
    }
    return Problem(
        scenes=tuple(scenes),
        people=tuple(
            Person(cast=cast, name=f"ROLE {cast}", daily=standing.daily)
            for cast, standing in standings.items()
        ),
        calendar=table.calendar,
        costs=table.costs,
        rules=table.rules,
    )


def measure(problem: Problem, seeds: int) -> None:
    """Print one row a seed: days, cost, savings, gap, time, verdict of the checker."""
    began = time.perf_counter()
    from secondunit.film.schedule.search.find import search_board

    search_board(problem, seed=0, iterations=1)
    print(f"import and compile (or load the kept code): {time.perf_counter() - began:.1f} s")
    orders = ORDERS_A_SCENE * len(problem.scenes)
    for seed in range(1, seeds + 1):
        began = time.process_time()
        waited = time.perf_counter()
        board = search_board(problem, seed=seed, iterations=orders).board
        spent, waited = time.process_time() - began, time.perf_counter() - waited
        under = "  ".join(
            f"{100 * (1 - board.cost.minor / base.amount.minor):5.1f} % under {base.key}"
            for base in board.baselines
        )
        gap = 100 * (1 - board.lower_bound.minor / board.cost.minor)
        exact = price_board(problem, board) == board.shares
        lawful = not check_board(problem, board)
        print(
            f"seed {seed}  {len(board.days):3} days  {board.cost}  {under}  gap {gap:.1f} %  "
            f"{spent:.1f} s of processors, {waited:.1f} s  boneyard {len(board.boneyard)}  "
            f"checker {'agrees' if exact and lawful else 'DISAGREES'}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("script", nargs="?", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--scenes", type=int, default=190)
    options = parser.parse_args()
    table = read_table(TABLES.fetch_table(FILE))
    if options.script is None:
        problem = by_the_clock(make_problem(options.scenes, table))
    else:
        problem = read_problem(options.script, table, clock=True)
    places = len({need.location for need in problem.scenes})
    print(f"{len(problem.scenes)} scenes, {places} locations, {len(problem.people)} cast")
    measure(problem, options.seeds)


if __name__ == "__main__":
    main()
