"""See what a revised script does to everything, before and while it becomes the newest draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from secondunit.core.errors import NotFound
from secondunit.core.ids import LineId
from secondunit.core.money import Money
from secondunit.film.budget.model import Budget
from secondunit.film.schedule.board import all_cast_days, day_words
from secondunit.film.schedule.model import Board
from secondunit.film.schedule.solve import SolveInputs
from secondunit.film.screenplay.drafts.revise import SceneChange, match_scenes, summarise
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.shots.model import ShotSpec
from secondunit.pipeline.catalogue import CATALOGUE, entry_of, schedule_problem
from secondunit.pipeline.draft import ScriptFile, add_draft, prepare_draft
from secondunit.pipeline.entry import Entry
from secondunit.pipeline.queries import State, View
from secondunit.pipeline.run import run_stage
from secondunit.ports.formats import Reading

SOLVE = "schedule.solve"
PRICED = ("screenplay.draft", "breakdown.tag", SOLVE, "budget.estimate")
"""The stages that are tried on the new draft to say what it costs."""

SHOTS = "shots.shot_list"
CITING = (SHOTS,)
"""Stages that are not tried: what they cite says which decisions stay."""

TRIED_ORDERS = 1_000
"""Strip orders a scene by which the standing board is bettered for the report: within half a
per cent of the whole search on a feature, in an eighth of its time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a revision does to the decisions of one stage.

    Args:
        stage: The stage.
        title: As people call it.
        kept: Decided items whose evidence still stands.
        stale: Decided items whose evidence changed, or whose scene is gone.
        new: Proposed items that were not there before.
        dropped: Proposed items that nobody had decided on and that are gone.
    """

    stage: str
    title: str
    kept: int
    stale: int
    new: int
    dropped: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number before and after (pages, shooting days, cost)."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionReport:
    """What a revision changes.

    Args:
        draft: Number of the new draft.
        scenes: Each scene that is not the same, with what happened to it.
        unchanged: How many scenes are.
        measures: Scenes, pages, days and money, before and after.
        carried: Decisions by stage.
        behind: Stages that the next produce will do again.
    """

    draft: int
    scenes: tuple[SceneChange, ...]
    unchanged: int
    measures: tuple[Measure, ...]
    carried: tuple[Carried, ...]
    behind: tuple[str, ...]


def revise(view: View, file: ScriptFile, reading: Reading, by: str) -> RevisionReport:
    """Make a script the newest draft and say what that changes.

    The stages through the budget are tried on the new draft without keeping their proposals. The
    board is the standing one with the new scenes put in and a short search; the next produce
    searches it whole.

    Raises:
        InputError: There is no script in the file.
        ProviderError: A tool could not answer.
        StoreError: The disk or the database failed.
    """
    before = View(office=view.office, shapes=view.shapes, draft=view.newest_draft())
    trial = View(office=view.office, shapes=view.shapes, draft=prepare_draft(view, file, reading))
    ran = _try(before, trial)
    revision = match_scenes(before.screenplay(), trial.screenplay())
    changes = summarise(revision)
    report = RevisionReport(
        draft=trial.newest_draft().number,
        scenes=changes.changed,
        unchanged=changes.unchanged,
        measures=tuple(_measures(before, trial, ran)),
        carried=(
            *(_carried(before, trial, key) for key in ran),
            *(_cited(before, trial, key) for key in CITING if before.stored(key) is not None),
        ),
        behind=tuple(
            entry.stage.key
            for entry in CATALOGUE
            if before.stored(entry.stage.key) is not None
            and (entry.stage.key not in ran or _differs(before, trial, entry.stage.key))
        ),
    )
    add_draft(view, file, reading, by)
    return report


def _try(before: View, trial: View) -> list[str]:
    """Run what was made before on the new draft, up to what needs an item that was rejected."""
    ran: list[str] = []
    for key in PRICED:
        stored = before.stored(key)
        if stored is None:
            continue
        try:
            if key == SOLVE and schedule_problem(before) == schedule_problem(trial):
                trial.trial[key] = stored
            else:
                run_stage(trial, _tried(key, before), _quiet, keep=False)
        except NotFound:
            break
        ran.append(key)
    return ran


def _tried(key: str, before: View) -> Entry:
    """The entry of a stage, to be tried: the board begins as it stands, and is searched briefly."""
    entry = entry_of(key)
    boards: tuple[Board, ...] = before.values(SOLVE) if key == SOLVE else ()
    if not boards:
        return entry
    order = tuple(scene for day in boards[0].days for scene in day.scenes)

    def gather(view: View) -> SolveInputs:
        inputs: SolveInputs = entry.gather(view)
        return replace(inputs, start=order, orders_a_scene=TRIED_ORDERS)

    return replace(entry, gather=gather)


def _quiet(done: int, asked: int) -> None:
    del done, asked


def _differs(before: View, trial: View, key: str) -> bool:
    return before.inputs_digest(key) != trial.inputs_digest(key)


def _carried(before: View, trial: View, key: str) -> Carried:
    states = [row.state for row in trial.standing(key)]
    old = {row.item for row in before.standing(key) if row.proposed is not None}
    proposed = [row.proposed for row in trial.standing(key) if row.proposed is not None]
    new = {item.id for item in proposed if old.isdisjoint(item.former)}
    decided = {row.fact.item for row in trial.standing(key) if row.fact is not None}
    decided |= {former for item in proposed for former in item.former}
    return Carried(
        stage=key,
        title=entry_of(key).title,
        kept=sum(state in {State.ACCEPTED, State.AMENDED, State.REJECTED} for state in states),
        stale=sum(state in {State.STALE, State.GONE} for state in states),
        new=len(new - old),
        dropped=len(old - new - decided),
    )


def _cited(before: View, trial: View, key: str) -> Carried:
    """Decisions of a stage that is not tried: kept where every line they cite still stands."""
    lines = _line_ids(trial.screenplay())
    decided = [row for row in before.standing(key) if row.fact is not None]
    kept = [
        row
        for row in decided
        if row.proposed is not None
        and all(each.span is None or each.span.line in lines for each in row.proposed.evidence)
    ]
    return Carried(
        stage=key,
        title=entry_of(key).title,
        kept=len(kept),
        stale=len(decided) - len(kept),
        new=0,
        dropped=0,
    )


def _line_ids(script: Screenplay) -> frozenset[LineId]:
    return frozenset(
        line.id for lines in (script.opening, *(s.lines for s in script.scenes)) for line in lines
    )


def _measures(before: View, trial: View, ran: Iterable[str]) -> Iterable[Measure]:
    old, new = before.screenplay(), trial.screenplay()
    yield Measure(name="scenes", before=str(len(old.shot_scenes)), after=str(len(new.shot_scenes)))
    yield Measure(name="pages", before=str(old.pages), after=str(new.pages))
    boards: list[Board] = _both(before, trial, SOLVE, ran)
    if boards:
        yield _pair("shooting days", *(_days(board) for board in boards))
        yield _pair("cast days", *(_cast_days(view) for view in (before, trial)))
        yield _pair("board cost", *(str(board.cost) for board in boards))
        yield Measure(
            name="board difference", before="", after=_signed(boards[1].cost - boards[0].cost)
        )
    budgets: list[Budget] = _both(before, trial, "budget.estimate", ran)
    if budgets:
        yield _pair("budget", *(str(budget.grand_total) for budget in budgets))
        yield Measure(
            name="budget difference",
            before="",
            after=_signed(budgets[1].grand_total - budgets[0].grand_total),
        )
    if before.stored(SHOTS) is not None:
        yield _panels(before, trial)


def _days(board: Board) -> str:
    """How many days the board has; unit by unit where it has several."""
    several = any(day.unit_name for day in board.days)
    return day_words(board.days) if several else str(len(board.days))


def _cast_days(view: View) -> str:
    """Days that performers are paid for: worked and held."""
    coded = all_cast_days(schedule_problem(view), view.one(SOLVE))
    return str(sum(days.worked + days.held for days in coded.values()))


def _panels(before: View, trial: View) -> Measure:
    """Panels there are, and those whose shot cites nothing that changed."""
    shots: tuple[ShotSpec, ...] = before.values(SHOTS)
    lines = _line_ids(trial.screenplay())
    stay = sum(lines.issuperset(shot.covers) for shot in shots)
    return Measure(name="panels, and those that stay", before=str(len(shots)), after=str(stay))


def _both(before: View, trial: View, key: str, ran: Iterable[str]) -> list[Any]:
    """The value of a stage before and after; empty where either was rejected or never made."""
    found = [value for view in (before, trial) if key in ran for value in view.values(key)[:1]]
    return found if len(found) == 2 else []


def _pair(name: str, before: str, after: str) -> Measure:
    return Measure(name=name, before=before, after=after)


def _signed(amount: Money) -> str:
    return f"+{amount}" if amount.minor > 0 else str(amount)
