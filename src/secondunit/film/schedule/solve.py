"""Propose the cheapest lawful board that the search finds, with its price and its bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondunit.core.evidence import from_fact, from_rule
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import ItemId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.film.breakdown.model import Element
from secondunit.film.schedule.board import saving
from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.model import Board, Problem, SceneNeed, ScheduleTable
from secondunit.film.schedule.problem import Unavailable, propose_problem
from secondunit.film.screenplay.model import Screenplay

if TYPE_CHECKING:
    from secondunit.film.schedule.encode import Lost

ORDERS_A_SCENE = 4_000
"""Strip orders tried for each scene: twice as many gained under half a percent at 190 scenes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SolveInputs:
    """What a board is made from.

    Args:
        screenplay: The script.
        elements: Its breakdown.
        table: Calendar, costs, limits, standings and teams.
        unavailable: Dates on which people cannot work, by character.
        seed: Of the search.
        orders_a_scene: Length of the search.
    """

    screenplay: Screenplay
    elements: tuple[Element, ...]
    table: ScheduleTable
    unavailable: Unavailable = ()
    seed: int = 1
    orders_a_scene: int = ORDERS_A_SCENE


class SolveStage:
    """Proposes one board. What has no lawful day is left in the boneyard and named."""

    key = "schedule.solve"
    version = 1

    def plan(self, inputs: SolveInputs) -> Sequence[Ask]:
        """Nothing is asked."""
        del inputs
        return ()

    def propose(self, inputs: SolveInputs, answers: Sequence[Answer]) -> Proposal[Board]:
        """The board, after other code has checked it and priced it to the same cent.

        Raises:
            InputError: The calendar has no work date.
        """
        del answers
        from secondunit.film.schedule.search import search_board

        problem, findings = propose_problem(
            inputs.screenplay, inputs.elements, inputs.table, inputs.unavailable
        )
        orders = inputs.orders_a_scene * len(problem.scenes)
        outcome = search_board(problem, seed=inputs.seed, iterations=orders)
        named = (*map(_lost, outcome.lost), *map(_crowded_out, outcome.crowded_out))
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=(_item(outcome.board, problem),) if problem.scenes else (),
            findings=(*findings, *named, *check_board(problem, outcome.board)),
        )


STAGE = SolveStage()


def _item(board: Board, problem: Problem) -> Item[Board]:
    days = f"{len(board.days)} day{'s' if len(board.days) != 1 else ''}"
    return Item(
        id=ItemId(stable_id("board", "main")),
        label=" · ".join(part for part in ("Board", days, str(board.cost), saving(board)) if part),
        fact=board,
        evidence=(
            from_rule(
                f"schedule.solve: cheapest of {board.iterations:,} strip orders, seed {board.seed}; "
                f"no lawful board costs less than {board.lower_bound}"
            ),
            from_fact(digest(problem), "breakdown.tag"),
        ),
    )


def _lost(lost: Lost) -> Finding:
    """Name what stands in the way: minors at night, or people who leave no common date."""
    if lost.minors:
        names = ", ".join(person.name for person in lost.minors)
        return _left_out(lost.need, f"is at night, and {names} may not work at night")
    away = "; ".join(
        f"{person.name} is away on {', '.join(person.unavailable)}" for person in lost.away
    )
    return _left_out(lost.need, f"has no date on which everybody can work: {away}")


def _crowded_out(need: SceneNeed) -> Finding:
    return _left_out(need, "found no day left in the calendar")


def _left_out(need: SceneNeed, why: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="schedule.no-lawful-day",
        where=f"scene {need.number}",
        message=why,
        remedy="Free a date of the people named, lengthen the calendar in schedule.toml, or cut "
        "the scene.",
    )
