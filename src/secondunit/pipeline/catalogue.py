"""Every stage, in the order of the work: what it reads and what its facts are."""

from __future__ import annotations

from dataclasses import replace

from secondunit.core.errors import NotFound
from secondunit.core.finding import Finding
from secondunit.core.ids import read_json
from secondunit.core.timecode import read_rate
from secondunit.film.breakdown.assist.stage import STAGE as TAG
from secondunit.film.breakdown.assist.stage import AssistedInputs
from secondunit.film.breakdown.categories import FILE as CATEGORIES_FILE
from secondunit.film.breakdown.categories import read_categories
from secondunit.film.breakdown.language import language_of
from secondunit.film.breakdown.model import Element
from secondunit.film.breakdown.tag import TagInputs
from secondunit.film.breakdown.word_files import read_lexicon
from secondunit.film.budget.estimate import STAGE as ESTIMATE
from secondunit.film.budget.estimate import EstimateInputs
from secondunit.film.budget.exchange import FILE as EXCHANGE_FILE
from secondunit.film.budget.exchange import read_exchange
from secondunit.film.budget.model import Budget
from secondunit.film.budget.rates import read_rates
from secondunit.film.cut.animatic import ANIMATIC, SEGMENT, AnimaticInputs, SegmentInputs
from secondunit.film.cut.assemble import STAGE as ASSEMBLE
from secondunit.film.cut.assemble import AssembleInputs
from secondunit.film.cut.model import Animatic, Cut, Segment
from secondunit.film.generation.model import Order, Take
from secondunit.film.generation.order import STAGE as ORDER
from secondunit.film.generation.order import OrderInputs
from secondunit.film.generation.pick import STAGE as PICK
from secondunit.film.generation.take import STAGE as TAKE
from secondunit.film.generation.take import TakeInputs
from secondunit.film.localisation.model import DialogueList
from secondunit.film.localisation.spot import STAGE as SPOT
from secondunit.film.localisation.spot import SpotInputs
from secondunit.film.localisation.style import FILE as STYLE_FILE
from secondunit.film.localisation.style import read_style
from secondunit.film.schedule.availability import FILE as AVAILABILITY_FILE
from secondunit.film.schedule.availability import read_absences
from secondunit.film.schedule.model import Board, Problem, ScheduleTable
from secondunit.film.schedule.problem import propose_problem
from secondunit.film.schedule.rules.kinds import FILE as KINDS_FILE
from secondunit.film.schedule.rules.kinds import read_kinds
from secondunit.film.schedule.rules.packs import FILE as PACKS_FILE
from secondunit.film.schedule.rules.packs import choose_packs, read_packs
from secondunit.film.schedule.rules.shoot import FILE as SHOOT_FILE
from secondunit.film.schedule.rules.shoot import Shoot, read_shoot
from secondunit.film.schedule.rules.terms import WorkPack
from secondunit.film.schedule.solve import STAGE as SOLVE
from secondunit.film.schedule.solve import SolveInputs
from secondunit.film.schedule.table import FILE as SCHEDULE_FILE
from secondunit.film.schedule.table import read_table
from secondunit.film.screenplay.draft import STAGE as DRAFT
from secondunit.film.screenplay.draft import DraftFact, DraftInputs
from secondunit.film.shots.board import STAGE as BOARD
from secondunit.film.shots.board import BoardInputs, set_of_shot
from secondunit.film.shots.cast.look_table import FILE as LOOKS_FILE
from secondunit.film.shots.cast.look_table import read_looks
from secondunit.film.shots.model import Panel, ShotSpec
from secondunit.film.shots.panel import panel_request
from secondunit.film.shots.sets.library import read_set_library
from secondunit.film.shots.shot_list import STAGE as SHOT_LIST
from secondunit.film.shots.shot_list import ShotListInputs
from secondunit.film.shots.stage_plan import StagePlan, plan_stage
from secondunit.film.shots.tables import read_shot_tables
from secondunit.pipeline.assistant import with_second_reader
from secondunit.pipeline.dailies.picks import PICKS
from secondunit.pipeline.entry import Entry
from secondunit.pipeline.own_shots import added_shots, locked_shots
from secondunit.pipeline.queries import View
from secondunit.pipeline.remember import breakdown_memory

BUDGET_FILE = "budget.toml"
SHOTS_FILE = "shots.toml"
SETS_FILE = "sets.toml"
TAKE_SIZE = (480, 270)
"""Pixels of a take that is ordered: previs, to be judged and timed, not to be screened."""


def schedule_table(view: View) -> ScheduleTable:
    """The production's schedule table, beginning on its first shooting date."""
    table = read_table(view.table(SCHEDULE_FILE))
    start = view.office.settings.start_date
    return replace(table, calendar=replace(table.calendar, start=start))


def schedule_problem(view: View) -> Problem:
    """What the board is made from, as it stands."""
    elements: tuple[Element, ...] = view.values(TAG.key)
    absences = read_absences(view.table(AVAILABILITY_FILE))
    shoot, packs = shoot_terms(view)
    table = schedule_table(view)
    return propose_problem(view.screenplay(), elements, table, absences, shoot, packs)[0]


def shoot_terms(view: View) -> tuple[Shoot, tuple[WorkPack, ...]]:
    """How the production shoots, and the work rules it named.

    Raises:
        InputError: One of the files cannot be read, or names rules that are not there.
    """
    shoot = read_shoot(view.table(SHOOT_FILE))
    if shoot.units:
        shoot = replace(shoot, kinds=read_kinds(view.table(KINDS_FILE)))
    packs = read_packs(view.table(PACKS_FILE))
    return shoot, choose_packs(packs, shoot.rules, file=SHOOT_FILE)


def entry_of(key: str) -> Entry:
    """The stage of that key.

    Raises:
        NotFound: There is no such stage.
    """
    for entry in CATALOGUE:
        if entry.stage.key == key:
            return entry
    raise NotFound(f"there is no stage {key}", remedy=f"Stages: {', '.join(SHAPES)}.")


def _draft(view: View) -> DraftInputs:
    found = read_json(view.newest_draft().findings, tuple[Finding, ...])
    return DraftInputs(screenplay=view.screenplay(), findings=found)


def _tag(view: View) -> TagInputs | AssistedInputs:
    script = view.screenplay()
    tag = TagInputs(
        screenplay=script,
        lexicon=read_lexicon(language_of(script), view.table),
        memory=breakdown_memory(view),
        categories=read_categories(view.table(CATEGORIES_FILE)),
    )
    return with_second_reader(view, tag)


def _solve(view: View) -> SolveInputs:
    shoot, packs = shoot_terms(view)
    return SolveInputs(
        screenplay=view.screenplay(),
        elements=view.values(TAG.key),
        table=schedule_table(view),
        unavailable=read_absences(view.table(AVAILABILITY_FILE)),
        seed=view.office.settings.seed,
        shoot=shoot,
        packs=packs,
    )


def _estimate(view: View) -> EstimateInputs:
    return EstimateInputs(
        screenplay=view.screenplay(),
        elements=view.values(TAG.key),
        problem=schedule_problem(view),
        board=view.one(SOLVE.key),
        rates=read_rates(view.table(BUDGET_FILE)),
        exchange=read_exchange(view.table(EXCHANGE_FILE)),
    )


def _shot_list(view: View) -> ShotListInputs:
    return ShotListInputs(
        screenplay=view.screenplay(),
        elements=view.values(TAG.key),
        rate=read_rate(view.office.settings.rate),
        aspect=view.office.settings.aspect,
        tables=read_shot_tables(view.table(SHOTS_FILE)),
        library=read_set_library(view.table(SETS_FILE)),
        looks=read_looks(view.table(LOOKS_FILE)),
        added=added_shots(view),
        locked=locked_shots(view),
    )


def stage_plan(view: View) -> StagePlan:
    """Who stands where in which set: the same for every picture of the production.

    Raises:
        InputError: A table or a designer's model cannot be used.
        StoreError: A model cannot be kept.
    """
    inputs = _shot_list(view)
    plan = plan_stage(
        inputs.screenplay, inputs.elements, inputs.tables, inputs.library, inputs.looks
    )
    models = view.office.set_models
    if models is None:
        return plan
    sets = tuple(
        replace(place, model=models.find_model(place.name, interior=place.interior))
        for place in plan.sets
    )
    return replace(plan, sets=sets)


def _board(view: View) -> BoardInputs:
    plan = stage_plan(view)
    return BoardInputs(
        shots=view.values(SHOT_LIST.key),
        sets=plan.sets,
        set_of=plan.set_of,
        figures=plan.figures,
    )


def _segment(view: View) -> SegmentInputs:
    return SegmentInputs(
        screenplay=view.screenplay(),
        shots=view.values(SHOT_LIST.key),
        panels=view.values(BOARD.key),
    )


def _animatic(view: View) -> AnimaticInputs:
    return AnimaticInputs(
        title=view.office.records.production().title,
        segments=view.values(SEGMENT.key),
        rate=read_rate(view.office.settings.rate),
    )


def _order(view: View) -> OrderInputs:
    plan, shots = stage_plan(view), view.values(SHOT_LIST.key)
    return OrderInputs(
        shots=shots,
        requests=tuple(
            panel_request(shot, set_of_shot(shot, plan.sets, plan.set_of), plan.figures, *TAKE_SIZE)
            for shot in shots
        ),
        boards=view.values(BOARD.key),
        provider=view.office.provider,
        policy=view.office.settings.policy,
    )


def _take(view: View) -> TakeInputs:
    return TakeInputs(orders=view.values(ORDER.key))


def _assemble(view: View) -> AssembleInputs:
    return AssembleInputs(
        title=view.office.records.production().title,
        shots=view.values(SHOT_LIST.key),
        takes=view.values(PICK.key),
        panels=view.values(BOARD.key),
        rate=read_rate(view.office.settings.rate),
    )


def _spot(view: View) -> SpotInputs:
    return SpotInputs(
        screenplay=view.screenplay(),
        shots=view.values(SHOT_LIST.key),
        cut=view.one(ASSEMBLE.key),
        style=read_style(view.table(STYLE_FILE), view.office.settings.language),
    )


CATALOGUE: tuple[Entry, ...] = (
    Entry(stage=DRAFT, title="Screenplay", department="screenplay", fact=DraftFact, gather=_draft),
    Entry(stage=TAG, title="Breakdown", department="breakdown", fact=Element, gather=_tag),
    Entry(stage=SOLVE, title="Schedule", department="schedule", fact=Board, gather=_solve),
    Entry(stage=ESTIMATE, title="Budget", department="budget", fact=Budget, gather=_estimate),
    Entry(stage=SHOT_LIST, title="Shots", department="shots", fact=ShotSpec, gather=_shot_list),
    Entry(stage=BOARD, title="Boards", department="boards", fact=Panel, gather=_board),
    Entry(stage=SEGMENT, title="Segments", department="boards", fact=Segment, gather=_segment),
    Entry(stage=ANIMATIC, title="Animatic", department="boards", fact=Animatic, gather=_animatic),
    Entry(stage=ORDER, title="Orders", department="takes", fact=Order, gather=_order),
    Entry(stage=TAKE, title="Takes", department="takes", fact=Take, gather=_take),
    PICKS,
    Entry(stage=ASSEMBLE, title="Cut", department="cut", fact=Cut, gather=_assemble),
    Entry(
        stage=SPOT,
        title="Localisation",
        department="localisation",
        fact=DialogueList,
        gather=_spot,
    ),
)

SHAPES: dict[str, type] = {entry.stage.key: entry.fact for entry in CATALOGUE}
