"""Propose the cheapest lawful board that the search finds, with its price and its bound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondunit.core.evidence import from_fact, from_rule
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import ItemId, SceneId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.film.breakdown.model import Element
from secondunit.film.schedule.availability import Unavailable
from secondunit.film.schedule.board import certificate, day_words, saving, spans
from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.model import Board, Person, Problem, SceneNeed, ScheduleTable
from secondunit.film.schedule.problem import propose_problem
from secondunit.film.schedule.rules.shoot import Shoot
from secondunit.film.schedule.rules.terms import WorkPack
from secondunit.film.schedule.units.told import told_units, unit_evidence
from secondunit.film.screenplay.model import Screenplay

if TYPE_CHECKING:
    from secondunit.film.schedule.decoder.encode import Lost

ORDERS_A_SCENE = 16_000
"""Strip orders tried for each scene, over all runs: some 18 s of processor at 190 scenes, half of
that to wait for where two are free. Three times fewer cost half a percent."""


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
        start: Scenes in an order to begin the search at; none to begin at the usual boards.
        shoot: How the production shoots; None: no clock is kept.
        packs: The work rules it named.
    """

    screenplay: Screenplay
    elements: tuple[Element, ...]
    table: ScheduleTable
    unavailable: Unavailable = ()
    seed: int = 1
    orders_a_scene: int = ORDERS_A_SCENE
    start: tuple[SceneId, ...] = ()
    shoot: Shoot | None = None
    packs: tuple[WorkPack, ...] = ()


class SolveStage:
    """Proposes one board. What has no lawful day is left in the boneyard and named."""

    key = "schedule.solve"
    version = 7

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
        from secondunit.film.schedule.search.units import Way, search_units

        problem, findings = propose_problem(
            inputs.screenplay,
            inputs.elements,
            inputs.table,
            inputs.unavailable,
            inputs.shoot,
            inputs.packs,
        )
        orders = inputs.orders_a_scene * len(problem.scenes)
        way = Way(seed=inputs.seed, iterations=orders, start=inputs.start)
        outcome = search_units(problem, way)
        within = outcome.within
        named = (
            *(_lost(lost, within.get(lost.need.scene, problem)) for lost in outcome.lost),
            *(_crowded_out(n, within.get(n.scene, problem)) for n in outcome.crowded_out),
            *told_units(problem, outcome.board, outcome.alone, outcome.dearer),
        )
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=(_item(outcome.board, problem),) if problem.scenes else (),
            findings=(*findings, *named, *check_board(problem, outcome.board)),
        )


STAGE = SolveStage()


def _item(board: Board, problem: Problem) -> Item[Board]:
    return Item(
        id=ItemId(stable_id("board", "main")),
        label=" · ".join(
            part
            for part in ("Board", day_words(board.days), str(board.cost), saving(board))
            if part
        ),
        fact=board,
        evidence=(
            from_rule(
                f"schedule.solve: cheapest of {board.iterations:,} strip orders, seed"
                f" {board.seed}; {certificate(board)}",
                problem.rules.source,
            ),
            from_fact(digest(problem), "breakdown.tag"),
            *unit_evidence(problem, board),
        ),
    )


def _lost(lost: Lost, problem: Problem) -> Finding:
    """Name what stands in the way: minors at night, or people who leave no common date."""
    if lost.minors:
        names = ", ".join(person.name for person in lost.minors)
        return _left_out(
            lost.need,
            f"plays outside at night, and {names} may not work at night",
            "Play it at dusk, give the part an adult double, or, with a permit, set"
            " minors_at_night = true in schedule.toml.",
        )
    from secondunit.film.schedule.search.conflict import find_conflict

    conflict = find_conflict(problem, lost.need)
    ways = "; or ".join(conflict.ways)
    if lost.away:
        names = ", ".join(person.name for person in lost.away)
        return _left_out(
            lost.need,
            f"has no date on which everybody can work: {_absences(lost.away)}",
            f"Free a common date of {names} ({ways}), move the start_date in production.toml, or"
            " write the scene without one of them.",
        )
    return _left_out(
        lost.need,
        f"has no lawful date: {'; '.join(conflict.why)}",
        f"The least that opens one: {ways}." if ways else "Lengthen the calendar.",
    )


def _crowded_out(need: SceneNeed, problem: Problem) -> Finding:
    away = [p for p in problem.people if p.cast in need.cast and p.unavailable]
    because = f": {_absences(away)}" if away else ""
    weeks = problem.calendar.weeks
    window = "week" if weeks == 1 else f"{weeks} weeks"
    return _left_out(
        need,
        f"found no free day in the {window} from {problem.calendar.start}{because}",
        "Lengthen the calendar in schedule.toml, or free a date of the people named.",
    )


def _absences(people: Iterable[Person]) -> str:
    return "; ".join(
        f"{person.name} is away {spans(person.unavailable)}"
        for person in people
        if person.unavailable
    )


def _left_out(need: SceneNeed, why: str, remedy: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="schedule.no-lawful-day",
        where=f"scene {need.number}",
        message=why,
        remedy=remedy,
    )
