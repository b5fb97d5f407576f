"""The slate: every title that a person may see, on one card each; and one title as a flow."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from secondunit.core.errors import NotFound
from secondunit.core.money import Money, paid
from secondunit.core.pages import page_words
from secondunit.film.review.sign_off import Matrix
from secondunit.pipeline.catalogue import CATALOGUE
from secondunit.pipeline.entry import Entry
from secondunit.pipeline.queries import OPEN, State, View

DRAFT, SOLVE, ESTIMATE = "screenplay.draft", "schedule.solve", "budget.estimate"


class Mark(StrEnum):
    """How far a stage is."""

    NONE = "none"
    PROPOSED = "proposed"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageMark:
    """One stage of the flow.

    Args:
        key: Of the stage.
        title: As people call it.
        department: The department it belongs to.
        mark: How far it is.
        items: Items of its newest proposal.
        open: How many of them wait for a person.
        stale: How many of those were decided, and their evidence changed since.
        signers: Titles of the roles that sign it; empty where nobody does.
        mine: True when one of the visitor's roles signs it.
    """

    key: str
    title: str
    department: str
    mark: Mark
    items: int
    open: int
    stale: int
    signers: tuple[str, ...]
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleCard:
    """A title at a glance.

    Args:
        id: Production id.
        title: As printed.
        draft: The script in force, or "" where there is none yet.
        pages: Its length in the trade's words, or "".
        scenes: Scenes of it.
        days: Shooting days of the board that stands, or 0.
        cost: What the budget comes to, or None.
        paid: What was paid to providers, in words.
        stages: In the order of the work.
    """

    id: str
    title: str
    draft: str
    pages: str
    scenes: int
    days: int
    cost: Money | None
    paid: str
    stages: tuple[StageMark, ...]

    @property
    def open(self) -> int:
        """Decisions that wait for anybody."""
        return sum(stage.open for stage in self.stages)

    @property
    def mine(self) -> int:
        """Decisions that wait for the visitor."""
        return sum(stage.open for stage in self.stages if stage.mine)

    @property
    def stale(self) -> int:
        """Decisions whose evidence changed."""
        return sum(stage.stale for stage in self.stages)


def title_card(view: View, matrix: Matrix, roles: Collection[str]) -> TitleCard:
    """Read a title's card.

    Args:
        view: The production.
        matrix: Who signs what.
        roles: The visitor's roles in it.
    """
    production = view.office.records.production()
    drafts = view.office.records.drafts()
    scenes = view.screenplay().shot_scenes if drafts else ()
    board = _standing(view, SOLVE)
    budget = _standing(view, ESTIMATE)
    return TitleCard(
        id=production.id,
        title=production.title,
        draft=drafts[-1].name if drafts else "",
        pages=page_words(sum(scene.eighths for scene in scenes)) if scenes else "",
        scenes=len(scenes),
        days=0 if board is None else sum(not day.unit_name for day in board.days),
        cost=None if budget is None else budget.grand_total,
        paid=str(paid(run.cost for run in view.office.records.runs())),
        stages=tuple(_mark(view, matrix, entry, roles) for entry in CATALOGUE),
    )


def _mark(view: View, matrix: Matrix, entry: Entry, roles: Collection[str]) -> StageMark:
    key = entry.stage.key
    decided = matrix.is_decided(key)
    signers = matrix.stages[key].roles if decided else ()
    rows = [row for row in view.standing(key) if row.state is not State.GONE]
    waiting = [row for row in rows if row.state in OPEN] if decided else []
    mark = Mark.NONE if not rows else Mark.PROPOSED if waiting or not decided else Mark.DECIDED
    return StageMark(
        key=key,
        title=entry.title,
        department=entry.department,
        mark=mark,
        items=len(rows),
        open=len(waiting),
        stale=sum(row.state is State.STALE for row in waiting),
        signers=tuple(matrix.roles[role] for role in signers),
        mine=any(role in roles for role in signers),
    )


def _standing(view: View, stage: str) -> Any:
    try:
        return view.one(stage)
    except NotFound:
        return None
