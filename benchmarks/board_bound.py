"""How far a board can be from the best: cost, bound and gap of real scripts and of the design's.

Run: ``python -m benchmarks.board_bound``. Scripts are read from the material folder beside the
checkout; where it is absent its rows say so. "As in the design" is the instance of the design page
``plan``, 2.3: the feature's sets put at 30 locations, two of them a day, only those who speak,
nobody a minor, a drop after eight idle shooting days.
"""

from __future__ import annotations

import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from benchmarks.board_proof import MOST_DAYS, prove_board
from benchmarks.schedule_quality import make_problem
from benchmarks.scripts import MATERIAL, ROOT, TABLES, by_the_clock, read_problem, read_script

from secondunit.core.money import FREE
from secondunit.film.schedule.model import Board, Person, Problem, ScheduleTable
from secondunit.film.schedule.solve import ORDERS_A_SCENE
from secondunit.film.schedule.table import FILE, read_table

LOCATIONS = 30


def at_few_locations(problem: Problem, count: int) -> Problem:
    """The problem with its locations put at a few by the hash of their names; no teams."""
    return replace(
        problem,
        scenes=tuple(
            replace(
                need,
                location=f"L{int(sha256(need.location.encode()).hexdigest(), 16) % count}",
                setups=(),
            )
            for need in problem.scenes
        ),
    )


def speaking_only(problem: Problem, script: Path, table: ScheduleTable) -> Problem:
    """The problem with those who speak in a scene as its cast, paid by their share of scenes.

    Raises:
        SystemExit: The script cannot be read.
    """
    screenplay, _ = read_script(script)
    spoken = {scene.id: {name.upper() for name in scene.speakers} for scene in screenplay.scenes}
    names = {person.cast: person.name.upper() for person in problem.people}
    scenes = tuple(
        replace(need, cast=tuple(c for c in need.cast if names[c] in spoken[need.scene]))
        for need in problem.scenes
    )
    played = {cast: sum(cast in need.cast for need in scenes) for cast in names}

    def paid(person: Person) -> Person:
        standing = next(
            s
            for s in table.standings
            if 100 * played[person.cast] >= s.least_share_percent * len(scenes)
            and played[person.cast] >= s.least_scenes
        )
        return replace(person, daily=standing.daily, minor=False)

    people = tuple(paid(person) for person in problem.people if played[person.cast])
    return replace(problem, scenes=scenes, people=people)


def as_in_the_design(script: Path, table: ScheduleTable) -> Problem:
    """The instance of the design page ``plan``, 2.3."""
    problem = speaking_only(read_problem(script, table), script, table)
    return replace(
        at_few_locations(problem, LOCATIONS),
        costs=replace(problem.costs, drop_after_days=9, idle_day=FREE),
        rules=replace(problem.rules, locations_per_day=2),
        calendar=replace(problem.calendar, holidays=()),
    )


def board_rows(name: str, problem: Problem, bars: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Saving and gap of two seeds; bars of the gap and of the saving."""
    from secondunit.film.schedule.search.find import search_board

    orders = ORDERS_A_SCENE * len(problem.scenes)
    began, waited = time.process_time(), time.perf_counter()
    boards = [search_board(problem, seed=seed, iterations=orders).board for seed in (1, 2)]
    spent, waited = (time.process_time() - began) / 2, (time.perf_counter() - waited) / 2
    costs = [board.cost.minor for board in boards]
    best = min(boards, key=lambda board: board.cost)
    base = {share.key: share.amount.minor for share in best.baselines}["by-location"]
    gap = 100 * (1 - best.lower_bound.minor / best.cost.minor)
    under, most = (100 * (1 - cost.minor / base) for cost in (best.cost, best.lower_bound))
    apart = 100 * (max(costs) - min(costs)) / max(min(costs), 1)
    gap_bar, under_bar = bars
    return [
        (f"board: {name}, {len(problem.scenes)} scenes, gap", f"{gap:.1f} %", gap_bar),
        *_proof_rows(problem, best, gap_bar),
        (
            "  under the location-sorted board; at most any can be",
            f"{under:.1f} %; {most:.1f} %",
            under_bar,
        ),
        ("  two seeds apart", f"{apart:.2f} %", "<= 1 %"),
        ("  processor time of one; waited", f"{spent:.1f} s; {waited:.1f} s", "<= 60 s; printed"),
    ]


def _proof_rows(problem: Problem, board: Board, bar: str) -> list[tuple[str, str, str]]:
    """What a prover that knows holds, returns and shifts says of a board of few days."""
    if len(board.days) > MOST_DAYS or board.boneyard:
        return []
    began = time.process_time()
    least = min(prove_board(problem, board), board.cost.minor)
    gap = 100 * (1 - least / board.cost.minor)
    spent = time.process_time() - began
    return [
        ("  gap as CP-SAT proves it, boards that do not pause", f"{gap:.1f} %, {spent:.1f} s", bar)
    ]


def rows() -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    table = read_table(TABLES.fetch_table(FILE))
    small, large = ("<= 2 %", "printed"), ("<= 15 %", ">= 37 %")
    worked = read_problem(ROOT / "examples" / "right-ear-home.fountain", table)
    found = board_rows("the worked production", worked, small)
    found += board_rows("the worked production by the clock", by_the_clock(worked), small)
    found += board_rows("made up", make_problem(48, table), small)
    for name in ("gumshoe", "mostly-genius", "big-fish"):
        script = MATERIAL / name / "source.fdx"
        if not script.is_file():
            found.append((f"board: {name}", "material folder absent", ""))
            continue
        bars = large if name == "big-fish" else small
        found += board_rows(name, read_problem(script, table), bars)
        if name == "big-fish":
            found += board_rows(f"{name} as in the design", as_in_the_design(script, table), bars)
    return found


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<58} {measured:>28}   {bar}")
