"""Units side by side: lawful, priced alike by two codes, every broken rule found; what they save.

Run: ``python -m benchmarks.schedule_units [SCRIPT.fountain|.fdx]``. Random productions of
``schedule_rules`` get one or two more units, some with scenes of their own, some with scenes they
may take. With a script, the board of the main unit alone and with a second unit is printed.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from benchmarks.schedule_rules import (
    Broken,
    changed,
    later,
    random_problem,
    repriced,
    with_terms,
)
from benchmarks.scripts import MATERIAL, TABLES, read_script, shoot_and_packs

from secondunit.core.finding import blocking
from secondunit.core.money import Money
from secondunit.film.schedule.check import check_board, price_board
from secondunit.film.schedule.model import Board, Problem, ShootDay
from secondunit.film.schedule.problem import propose_problem
from secondunit.film.schedule.rules.kinds import FILE as KINDS
from secondunit.film.schedule.rules.kinds import read_kinds
from secondunit.film.schedule.rules.terms import Hired, Precedence, Unit
from secondunit.film.schedule.rules.units import UnitRow, read_units
from secondunit.film.schedule.solve import ORDERS_A_SCENE
from secondunit.film.schedule.table import FILE, read_table

FOLLOWS = {
    "two-units": {"rest", "weekly-rest", "week-days"},
    "unknown-unit": {"unit-scene", "numbering", "two-units"},
    "rest": {"twilight", "sun", "minor-law", "weekly-rest", "light"},
}
"""What may be found beside a planted rule because it follows from it."""


def units_beside(problem: Problem, seed: int) -> Problem:
    """The problem with one or two units beside the main one."""
    chance = random.Random(f"units {seed}")
    start = date.fromisoformat(problem.calendar.start)
    weekdays = chance.choice([(1, 2, 3, 4, 5), (1, 2, 3, 4, 5, 6), (3, 4, 5, 6, 7)])
    every = [start + timedelta(days=n) for n in range(problem.calendar.weeks * 7)]
    dates = [
        day.isoformat()
        for day in every
        if day.isoweekday() in weekdays and day.isoformat() not in problem.calendar.holidays
    ]
    left = list(problem.scenes)
    chance.shuffle(left)
    units = []
    for name in ("second", "splinter")[: chance.choice([1, 1, 2])]:
        given = tuple(need.scene for need in left[: chance.randint(0, 2)])
        left = left[len(given) :]
        may = tuple((need.scene, "any") for need in left[: chance.randint(1, 6)])
        clock = problem.terms.clock
        units.append(
            Unit(
                name=name,
                dates=tuple(dates[chance.randint(0, 5) :]),
                crew_day=Money(minor=chance.randint(5, 60) * 100_000),
                night_premium=Money(minor=200_000),
                location_day=Money(minor=300_000),
                company_move=Money(minor=chance.randint(1, 9) * 100_000),
                location_setup=Money(minor=400_000),
                shift_switch=Money(minor=500_000),
                day_eighths=chance.randint(16, 32),
                clock=clock and replace(clock, longest_day=chance.choice([600, 660, 720])),
                scenes=given,
                may=may,
                shares_people=chance.random() < 0.4,
                shorter=chance.random() < 0.3,
            )
        )
    return with_terms(problem, units=tuple(units))


def solved(problem: Problem, iterations: int = 1200) -> Board:
    from secondunit.film.schedule.search.units import Way, search_units

    return search_units(problem, Way(seed=1, iterations=iterations)).board


def plants(problem: Problem, board: Board) -> Iterator[Broken]:
    """The board with one rule of units broken at a time, wherever it allows it."""
    for at, day in enumerate(board.days):
        unit = problem.terms.unit(day.unit_name)
        if unit is None:
            continue
        dates = tuple(each for each in unit.dates if each != day.date)
        yield "unit-date", _with_unit(problem, replace(unit, dates=dates)), board
        own = tuple(scene for scene in unit.scenes if scene != day.scenes[0])
        may = tuple(pair for pair in unit.may if pair[0] != day.scenes[0])
        yield "unit-scene", _with_unit(problem, replace(unit, scenes=own, may=may)), board
        yield "unknown-unit", problem, changed(board, at, unit="third")
        yield "numbering", problem, changed(board, at, number=day.number + 5)
        needs = {need.scene: need for need in problem.scenes}
        length = sum(needs[scene].eighths for scene in day.scenes)
        if len(day.scenes) > 1:
            short = replace(unit, day_eighths=length - 1)
            yield "unit-capacity", _with_unit(problem, short), board
        for other in board.days:
            if other.unit_name != day.unit_name and other.date == day.date:
                yield from _of_a_date(problem, board, (unit, day), other)
        yield from _of_rest(problem, board, at)
        main = next((each for each in board.days if not each.unit_name), None)
        if main is not None:
            taken = replace(unit, scenes=(*unit.scenes, main.scenes[0]))
            yield "unit-scene", _with_unit(problem, taken), board


def _of_a_date(
    problem: Problem, board: Board, own: tuple[Unit, ShootDay], other: ShootDay
) -> Iterator[Broken]:
    """What two units on one date must not share."""
    unit, day = own
    horse = Hired(name="horse", scenes=(day.scenes[0], other.scenes[-1]), closed=())
    yield "hired-twice", with_terms(problem, hired=(horse,)), board
    order = Precedence(first=other.scenes[0], then=day.scenes[0])
    yield "precedence", with_terms(problem, before=(order,)), board
    needs = {need.scene: need for need in problem.scenes}
    there = {cast for scene in other.scenes for cast in needs[scene].cast}
    here = {cast for scene in day.scenes for cast in needs[scene].cast}
    grown = {p.cast for p in problem.people if not p.minor and day.date not in p.unavailable}
    for cast in sorted((there - here) & grown)[:1]:
        first = needs[day.scenes[0]]
        more = replace(first, cast=tuple(sorted({*first.cast, cast})))
        scenes = tuple(more if need is first else need for need in problem.scenes)
        apart = _with_unit(replace(problem, scenes=scenes), replace(unit, shares_people=False))
        yield "two-units", apart, board
        far = replace(unit, shares_people=True, travel=24 * 60)
        shared = _with_unit(replace(problem, scenes=scenes), far)
        if problem.terms.unit(other.unit_name) is None:
            yield "two-units", shared, board


def _of_rest(problem: Problem, board: Board, at: int) -> Iterator[Broken]:
    """A grown performer called by a unit an hour after the wrap with another, a date before."""
    day, needs = board.days[at], {need.scene: need for need in problem.scenes}
    before = (date.fromisoformat(day.date) - timedelta(days=1)).isoformat()
    first = set(needs[day.scenes[0]].cast)
    for other in board.days:
        last = set(needs[other.scenes[-1]].cast)
        if other.date == before and other.unit_name != day.unit_name and first & last:
            yield "rest", problem, changed(board, at, call=later(other.call, 780))


def _with_unit(problem: Problem, unit: Unit) -> Problem:
    units = tuple(unit if u.name == unit.name else u for u in problem.terms.units or ())
    return with_terms(problem, units=units)


def planted(cases: int) -> tuple[int, int, int, Counter[str]]:
    """Cases planted, found, and with something invented; cases by family."""
    found, invented, families, seed = 0, 0, Counter[str](), 0
    while sum(families.values()) < cases:
        problem = units_beside(random_problem(seed), seed)
        board = solved(problem)
        for rule, spoilt, spoiled in plants(problem, board):
            plain = repriced(spoilt, spoiled)
            rules = {f.rule.removeprefix("schedule.") for f in blocking(check_board(spoilt, plain))}
            families[rule] += 1
            found += rule in rules
            invented += bool(rules - {rule} - FOLLOWS.get(rule, set()))
        seed += 1
    return sum(families.values()), found, invented, families


def agreement(cases: int) -> tuple[int, int, int]:
    """Random productions; those on which checker and search agree and nothing is found; those on
    which more than one unit shoots."""
    same = several = 0
    for seed in range(cases):
        problem = units_beside(random_problem(seed), seed)
        board = solved(problem)
        several += any(day.unit_name for day in board.days)
        same += price_board(problem, board) == board.shares and not blocking(
            check_board(problem, board)
        )
    return cases, same, several


SECOND = UnitRow(
    name="second",
    crew_day="18000.00",
    takes=("establishing", "inserts", "stunts", "driving", "plates", "minor-parts"),
    location_day="2500.00",
    location_setup="4000.00",
)
"""A second unit as a line producer would write it: a third of the crew, places at half the cost."""


def weighed(path: Path) -> tuple[Board, Board, float]:
    """The board of the main unit alone, the one with a second unit, and seconds to both.

    Raises:
        SystemExit: The board breaks a rule, or no second unit was weighed.
    """
    from secondunit.film.schedule.search.units import Way, search_units

    screenplay, elements = read_script(path)
    shoot, packs = shoot_and_packs()
    kinds = read_kinds(TABLES.fetch_table(KINDS))
    shoot = replace(shoot, units=read_units([SECOND], "shoot.toml"), kinds=kinds)
    table = read_table(TABLES.fetch_table(FILE))
    problem, _ = propose_problem(screenplay, elements, table, (), shoot, packs)
    orders = ORDERS_A_SCENE * len(problem.scenes)
    began = time.perf_counter()
    found = search_units(problem, Way(seed=1, iterations=orders))
    spent = time.perf_counter() - began
    if found.alone is None or blocking(check_board(problem, found.board)):
        raise SystemExit(f"{path}: the board with a second unit is not lawful")
    return found.alone, found.board, spent


def _weighed_rows(path: Path) -> list[tuple[str, str, str]]:
    if not path.exists():
        return [("120 pages with a second unit", "script not there", "")]
    alone, both, spent = weighed(path)
    main = sum(not day.unit_name for day in both.days)
    saved = alone.cost.minor - both.cost.minor
    gap = 100 * (1 - both.lower_bound.minor / both.cost.minor)
    return [
        ("120 pages: main unit alone", f"{len(alone.days)} days, {alone.cost}", ""),
        (
            "  with a second unit",
            f"{main} + {len(both.days) - main} days, {both.cost}",
            "not dearer",
        ),
        ("  saved", f"{100 * saved / alone.cost.minor:.1f} %", ">= 0 %"),
        ("  gap to the bound of every assignment", f"{gap:.1f} %", ""),
        ("  search of both", f"{spent:.0f} s", ""),
    ]


def rows() -> list[tuple[str, str, str]]:
    """Rows of what, measured, bar."""
    cases, found, invented, families = planted(300)
    tried, same, several = agreement(200)
    return [
        ("units: planted violations found", f"{found} of {cases}", "all of >= 200"),
        ("  invented beside them", str(invented), "0"),
        ("  rule families", f"{len(families)}: {', '.join(sorted(families))}", "every one"),
        ("units: checker = search to the cent, lawful", f"{same} of {tried}", "all"),
        ("  of which several units shoot", str(several), ""),
        *_weighed_rows(MATERIAL / "big-fish" / "source.fdx"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("script", nargs="?", type=Path)
    script = parser.parse_args().script
    show: Callable[[str], None] = print
    for what, measured, bar in rows() if script is None else _weighed_rows(script):
        show(f"{what:<50} {measured:>40}   {bar}")


if __name__ == "__main__":
    main()
