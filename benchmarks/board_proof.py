"""Whether a short board could be cheaper: proved by CP-SAT, which shares nothing with the search.

The model puts scenes on a number of days that follow each other, and knows what the printed bound
cannot see: who is held between their days, that a place is set up again when it is come back to,
and each change of shift. Nobody is dropped in it, so it is asked only of boards too short for any
drop. More days than the board has are bounded by the covering. Dates, sun and rest are left out:
what is proved here holds for boards that keep them too, so long as they do not pause by choice.

Source: design page ``plan``, 2.4 item 5.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ortools.sat.python import cp_model

from secondunit.film.schedule.bound import lower_bound
from secondunit.film.schedule.cover.clock import by_the_clock
from secondunit.film.schedule.cover.least import Least, by_place
from secondunit.film.schedule.model import Board, Light, Problem

MOST_DAYS = 8
"""Above these somebody might be dropped."""

EFFORT = 30.0
"""Steps of the prover in its own measure, about a second each: the same on every machine."""


@dataclass(slots=True)
class _Model:
    problem: Problem
    days: int
    model: Any = field(default_factory=cp_model.CpModel)
    price: list[Any] = field(default_factory=list)

    def any_of(self, cells: list[Any]) -> Any:
        found = self.model.new_bool_var("")
        self.model.add_max_equality(found, cells)
        return found

    def pay(self, amount: int, cell: Any) -> None:
        self.price.append(amount * cell)


def prove_board(problem: Problem, board: Board) -> int:
    """No board costs less than this, in minor units, among those that do not pause by choice.

    Args:
        problem: Its scenes must all be on the board.
        board: Of at most ``MOST_DAYS`` days.
    """
    fewest = Least(problem).days(problem.scenes)
    most = max(len(board.days), fewest)
    longer = lower_bound(problem, problem.scenes, days=most + 1).minor
    return min(longer, *(_least_of(problem, days) for days in range(fewest, most + 1)))


def _least_of(problem: Problem, days: int) -> int:
    made = _Model(problem=problem, days=days)
    puts = [[made.model.new_bool_var("") for _ in range(days)] for _ in problem.scenes]
    for put in puts:
        made.model.add_exactly_one(put)
    _days(made, puts)
    _people(made, puts)
    made.model.minimize(sum(made.price) + days * problem.costs.crew_day.minor)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = EFFORT
    if solver.solve(made.model) == cp_model.INFEASIBLE:
        return 1 << 60
    return int(solver.best_objective_bound)


def _days(made: _Model, puts: list[list[Any]]) -> None:
    """Capacity, places, set-ups, moves and shifts."""
    problem, model = made.problem, made.model
    costs, rules, least = problem.costs, problem.rules, Least(problem)
    timed = by_the_clock(problem, problem.scenes)
    nights = [model.new_bool_var("") for _ in range(made.days)]
    at = {need.scene: index for index, need in enumerate(problem.scenes)}
    used: dict[str, list[Any]] = {}
    for place, held in by_place(problem.scenes).items():
        row = [made.any_of([puts[at[n.scene]][day] for n in held]) for day in range(made.days)]
        model.add(sum(row) >= least.visits(held))
        for day, today in enumerate(row):
            made.pay(costs.location_day.minor, today)
            comes = model.new_bool_var("")
            model.add(comes >= today - (row[day - 1] if day else 0))
            made.pay(costs.location_setup.minor, comes)
        used[place] = row
    for day in range(made.days):
        put = [row[day] for row in puts]
        lengths = [min(int(need.eighths), rules.day_eighths) for need in problem.scenes]
        model.add_bool_or(put)
        model.add(cp_model.LinearExpr.weighted_sum(put, lengths) <= rules.day_eighths)
        places = sum(row[day] for row in used.values())
        model.add(places <= rules.locations_per_day)
        moves = model.new_int_var(0, rules.locations_per_day, "")
        model.add(moves >= places - 1)
        made.pay(costs.company_move.minor, moves)
        if timed is not None:
            rooms, _, measured = timed
            steps = cp_model.LinearExpr.weighted_sum(put, [int(n.eighths) for n in measured])
            moved = (
                min((rooms[1] - rooms[n]) // (n - 1) for n in range(2, len(rooms)))
                if rooms[2:]
                else 0
            )
            model.add(steps <= rooms[1] - moved * (places - 1))
        made.pay(costs.night_premium.minor, nights[day])
        if day:
            switch = model.new_bool_var("")
            model.add(switch >= nights[day] - nights[day - 1])
            model.add(switch >= nights[day - 1] - nights[day])
            made.pay(costs.shift_switch.minor, switch)
        for need, cell in zip(problem.scenes, put, strict=True):
            if least.light(need) is not Light.EITHER:
                night = least.light(need) is Light.NIGHT
                model.add_implication(cell, nights[day] if night else ~nights[day])


def _people(made: _Model, puts: list[list[Any]]) -> None:
    """Pay from first day to last, minors' pages, and teams by the day."""
    problem, model = made.problem, made.model
    timed = by_the_clock(problem, problem.scenes)
    for person in problem.people:
        own = [
            (n, row) for n, row in zip(problem.scenes, puts, strict=True) if person.cast in n.cast
        ]
        if not own:
            continue
        works = [made.any_of([row[day] for _, row in own]) for day in range(made.days)]
        for day in range(made.days):
            paid = model.new_bool_var("")
            since, until = made.any_of(works[: day + 1]), made.any_of(works[day:])
            model.add_bool_or([paid, ~since, ~until])
            made.pay(person.daily.minor, paid)
            if person.minor:
                most = problem.rules.minor_day_eighths
                played = [min(int(need.eighths), most) * row[day] for need, row in own]
                model.add(sum(played) <= most)
                if timed is not None:
                    lasting = {need.scene: int(need.eighths) for need in timed[2]}
                    worked = [min(lasting[n.scene], timed[1]) * row[day] for n, row in own]
                    model.add(sum(worked) <= timed[1])
    for key, rate in problem.costs.team_days:
        calls = [row for n, row in zip(problem.scenes, puts, strict=True) if key in n.setups]
        for day in range(made.days if calls else 0):
            made.pay(rate.minor, made.any_of([row[day] for row in calls]))
