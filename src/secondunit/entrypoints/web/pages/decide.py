"""The review lane: look at what is proposed, and say accept, amend or reject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse

from secondunit.bootstrap.productions import Studio
from secondunit.core.decision import Verdict
from secondunit.core.errors import InputError, NotFound, ProposalChanged, RoleMayNotSign
from secondunit.core.fact import Fact
from secondunit.entrypoints.web.doors import Inside, door
from secondunit.entrypoints.web.forms import OWN_FORM
from secondunit.entrypoints.web.rendering import Page, show
from secondunit.film.review.access import Permission
from secondunit.pipeline.decide import Ruling, Selection, decide, select
from secondunit.pipeline.screens.lane import Filter, lane, lane_item
from secondunit.pipeline.screens.slate import title_card

ROUTER = APIRouter()

See = Annotated[Inside, Depends(door(Permission.SEE, Permission.SCRIPT))]
Text = Annotated[str, Form()]


def _filter(
    scene: str = "",
    category: str = "",
    state: str = "open",
    words: str = "",
    page: Annotated[int, Query(ge=1)] = 1,
) -> Filter:
    return Filter(scene=scene, category=category, state=state, words=words, page=page)


@ROUTER.get("/t/{title}/decide/{stage}")
def review(
    request: Request, inside: See, stage: str, wanted: Annotated[Filter, Depends(_filter)]
) -> HTMLResponse:
    """A page of the lane of one stage.

    Raises:
        NotFound: Nobody decides on that stage.
    """
    studio = inside.studio
    if not studio.matrix.is_decided(stage):
        raise NotFound(f"nobody decides on {stage}", remedy="Choose a stage of the title's flow.")
    values = {
        "stage": stage,
        "lane": lane(studio.view, stage, wanted),
        "filter": wanted,
        "role": signing_role(inside, stage),
        "card": title_card(studio.view, studio.matrix, inside.roles),
    }
    return show(request, Page(template="lane.html", values=values), inside)


@ROUTER.post("/t/{title}/decide/{stage}/{item}", dependencies=[OWN_FORM])
def rule(
    request: Request,
    inside: See,
    stage: str,
    item: str,
    verdict: Text,
    reason: Text = "",
    name: Text = "",
) -> HTMLResponse:
    """Take a person's word on one item; it must be what they saw.

    Raises:
        InputError: The verdict is none, or a reason is missing.
        ProposalChanged: It is not what they saw any more.
        RoleMayNotSign: None of their roles signs the stage.
    """
    role = _require_role(inside, stage)
    ruling = Ruling(
        verdict=_verdict(verdict),
        by=inside.visitor.person.name,
        role=role,
        reason=reason.strip(),
        changes={"name": name.strip()} if verdict == Verdict.AMEND.value else None,
    )

    def act(studio: Studio) -> tuple[Fact, ...]:
        rows = select(studio.view, studio.matrix, Selection(items=(item,), stage=stage))
        return decide(studio.view, studio.matrix, rows, ruling)

    (fact,) = inside.house.write(inside.title, act)
    view = inside.house.studio(inside.title).view
    row = next(each for each in view.standing(stage) if each.item == fact.item)
    lines = {line.id: line for scene in view.screenplay().scenes for line in scene.lines}
    values = {"item": lane_item(row, lines), "stage": stage, "role": role}
    return show(request, Page(template="_item.html", values=values), inside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """One word on everything open that a filter finds.

    Args:
        verdict: Accept or reject.
        selection: What the filter finds.
        reason: Why, where it is no accept.
        seen: How many the person saw, or "" to be shown them first.
    """

    verdict: str
    selection: Selection
    reason: str
    seen: str


def _bulk(
    stage: str,
    verdict: Text,
    scene: Text = "",
    words: Text = "",
    least: Annotated[int, Form(ge=0, le=100)] = 0,
    reason: Text = "",
    seen: Text = "",
) -> Bulk:
    selection = Selection(stage=stage, scene=scene, matching=words, least_confidence=least / 100)
    return Bulk(verdict=verdict, selection=selection, reason=reason.strip(), seen=seen)


@ROUTER.post("/t/{title}/decide/{stage}", dependencies=[OWN_FORM])
def rule_many(
    request: Request, inside: See, stage: str, bulk: Annotated[Bulk, Depends(_bulk)]
) -> HTMLResponse:
    """Show what one word would cover; said again with that count, take it.

    Raises:
        ProposalChanged: The count the person saw is not what the filter finds now.
        RoleMayNotSign: None of their roles signs the stage.
    """
    ruling = Ruling(
        verdict=_verdict(bulk.verdict),
        by=inside.visitor.person.name,
        role=_require_role(inside, stage),
        reason=bulk.reason,
    )
    if not bulk.seen:
        found = select(inside.studio.view, inside.studio.matrix, bulk.selection)
        values = {"found": found, "stage": stage, "bulk": bulk}
        return show(request, Page(template="_preview.html", values=values), inside)

    def act(studio: Studio) -> tuple[Fact, ...]:
        rows = select(studio.view, studio.matrix, bulk.selection)
        if str(len(rows)) != bulk.seen:
            raise ProposalChanged(
                f"there are {len(rows)} now, you saw {bulk.seen}", remedy="Look at them again."
            )
        return decide(studio.view, studio.matrix, rows, ruling)

    facts = inside.house.write(inside.title, act)
    values = {"facts": facts, "verdict": bulk.verdict}
    return show(request, Page(template="_done.html", values=values), inside)


def signing_role(inside: Inside, stage: str) -> str:
    """The visitor's first role that signs a stage, or ""."""
    rule_of = inside.studio.matrix.stages.get(stage)
    signers = () if rule_of is None else rule_of.roles
    return next((role for role in signers if role in inside.roles), "")


def _require_role(inside: Inside, stage: str) -> str:
    role = signing_role(inside, stage)
    if not role:
        raise RoleMayNotSign(
            f"none of your roles signs {stage}", remedy="Ask somebody who does; see People."
        )
    return role


def _verdict(text: str) -> Verdict:
    try:
        return Verdict(text)
    except ValueError as error:
        raise InputError(f"“{text}” is no verdict", remedy="Accept, amend or reject.") from error
