"""Talent scheduling of a file, with a clock and a deadline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from secondunit.adapters.clock import SystemClock
from secondunit.adapters.formats.talent_matrix import read_talent
from secondunit.bootstrap.files import read_file
from secondunit.film.schedule.talent.model import TalentPlan, TalentProblem
from secondunit.film.schedule.talent.solve import Advance, solve_talent


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A plan and how long it took.

    Args:
        plan: The best order found.
        milliseconds: From the first look to the last, without reading the file.
        stopped: True when the deadline or the person stopped the proof.
    """

    plan: TalentPlan
    milliseconds: int
    stopped: bool


def read_instance(path: Path) -> TalentProblem:
    """The instance in a file.

    Raises:
        InputError: The file is not there, or a line of it cannot be understood.
    """
    return read_talent(read_file(path), path.name)


def solve_in_time(
    problem: TalentProblem, *, seed: int, seconds: float, tell: Callable[[Advance], None]
) -> Timed:
    """Find the cheapest order; at the deadline, or at Ctrl-C, the best order so far.

    Args:
        problem: The scenes.
        seed: Of the search for a first order.
        seconds: Deadline; 0 for none.
        tell: Told of every advance.

    Raises:
        InputError: The numbers of the problem mean nothing or exceed 64 bits.
        KeyboardInterrupt: It came before there was any order.
    """
    clock = SystemClock()
    began = clock.milliseconds()
    seen: list[Advance] = []
    over: list[bool] = []

    def watch(advance: Advance) -> bool:
        seen[:] = [advance]
        tell(advance)
        in_time = not seconds or clock.milliseconds() - began < 1000 * seconds
        over[:] = [] if in_time else [True]
        return in_time

    try:
        plan = solve_talent(problem, seed=seed, watch=watch)
    except KeyboardInterrupt:
        if not seen:
            raise
        plan, over = seen[0].plan, [True]
    spent = clock.milliseconds() - began
    return Timed(plan=plan, milliseconds=spent, stopped=bool(over) and not plan.proved)
