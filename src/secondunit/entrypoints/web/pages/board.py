"""The stripboard: move strips, see what it costs and breaks as you drop, sign when it is right."""

from __future__ import annotations

import threading
from typing import Annotated

from fastapi import APIRouter, Body, Depends, Request
from fastapi.responses import HTMLResponse, JSONResponse

from secondunit.bootstrap.productions import Studio
from secondunit.core.errors import Conflict
from secondunit.core.ids import Digest, SceneId, digest
from secondunit.entrypoints.web.doors import Inside, door
from secondunit.entrypoints.web.forms import OWN_CALL
from secondunit.entrypoints.web.pages.decide import signing_role
from secondunit.entrypoints.web.rendering import Page, show
from secondunit.film.review.access import Permission
from secondunit.pipeline.elements import Signature
from secondunit.pipeline.schedule_desk import standing_board
from secondunit.pipeline.screens.strips import (
    Bench,
    Trial,
    TriedDay,
    open_bench,
    screen_board,
    try_board,
)
from secondunit.pipeline.take_board import Taken, take_board

ROUTER = APIRouter()

See = Annotated[Inside, Depends(door(Permission.SEE, Permission.SCRIPT, Permission.MONEY))]
Plan = Annotated[
    Inside,
    Depends(door(Permission.SEE, Permission.SCRIPT, Permission.MONEY, Permission.PLAN)),
]
Days = Annotated[list[tuple[str, list[str]]], Body()]

SOLVE = "schedule.solve"

_benches: dict[str, tuple[str, Bench]] = {}
_lock = threading.Lock()


@ROUTER.get("/t/{title}/board")
def board(request: Request, inside: See) -> HTMLResponse:
    """The board that stands, as strips."""
    values = {
        "board": screen_board(inside.studio.view, _bench(inside)),
        "role": signing_role(inside, SOLVE),
    }
    return show(request, Page(template="board.html", values=values), inside)


@ROUTER.post("/t/{title}/board/try", dependencies=[OWN_CALL])
def attempt(inside: Plan, base: Annotated[str, Body()], days: Days) -> JSONResponse:
    """What an arrangement costs and breaks; nothing is kept."""
    _, trial = try_board(_bench(inside), Digest(base), _tried(days))
    return JSONResponse(_shown(trial))


@ROUTER.post("/t/{title}/board/take", dependencies=[OWN_CALL])
def take(
    inside: Plan,
    base: Annotated[str, Body()],
    days: Days,
    reason: Annotated[str, Body()],
    despite: Annotated[bool, Body()],
) -> JSONResponse:
    """Make an arrangement the board that stands, on a person's word.

    Raises:
        Conflict: Another board stands by now.
        RoleMayNotSign: None of the visitor's roles signs the schedule.
        RuleError: It breaks rules, and nobody took that upon themselves.
    """
    arranged, _ = try_board(_bench(inside), Digest(base), _tried(days))
    signature = Signature(
        by=inside.visitor.person.name, role=signing_role(inside, SOLVE), reason=reason.strip()
    )

    def act(studio: Studio) -> Taken:
        if digest(standing_board(studio.view)[1]) != base:
            raise Conflict(
                "the board was changed by somebody else",
                remedy="Open it again; yours is kept here.",
            )
        return take_board(studio.view, studio.matrix, arranged, signature, despite=despite)

    taken = inside.house.write(inside.title, act)
    return JSONResponse({"base": digest(taken.board), "days": len(taken.board.days)})


def _bench(inside: Inside) -> Bench:
    """The bench of a title, read once for as long as nothing in it changes."""
    stamp = inside.studio.view.office.records.stamp()
    with _lock:
        known = _benches.get(inside.title)
        if known is None or known[0] != stamp:
            known = (stamp, open_bench(inside.studio.view))
            _benches[inside.title] = known
    return known[1]


def _tried(days: list[tuple[str, list[str]]]) -> list[TriedDay]:
    found = []
    for place, scenes in days:
        date, _, unit = place.partition(" ")
        ids = tuple(SceneId(scene) for scene in scenes)
        found.append(TriedDay(date=date, scenes=ids, unit=unit))
    return found


def _shown(trial: Trial) -> dict[str, object]:
    """A trial as the page's own program reads it."""
    return {
        "cost": str(trial.cost),
        "than_standing": trial.than_standing.minor,
        "than_standing_words": str(trial.than_standing),
        "bound": str(trial.bound),
        "shares": [
            [key, str(amount), change.minor, str(change)] for key, amount, change in trial.shares
        ],
        "days": trial.days,
        "pages": list(trial.pages),
        "blocked": trial.blocked,
        "findings": [
            {"where": each.where, "message": each.message, "severity": each.severity.value}
            for each in trial.findings
        ],
    }
