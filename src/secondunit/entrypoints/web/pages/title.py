"""One title as a flow from script to delivery."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from secondunit.entrypoints.web.doors import Inside, door
from secondunit.entrypoints.web.rendering import Page, show
from secondunit.film.review.access import Permission
from secondunit.pipeline.history import describe_entries
from secondunit.pipeline.screens.slate import title_card
from secondunit.pipeline.stale import stale_stages

ROUTER = APIRouter()

See = Annotated[Inside, Depends(door(Permission.SEE))]

LATEST = 12
"""Entries of the journal shown as activity."""


@ROUTER.get("/t/{title}")
def flow(request: Request, inside: See) -> HTMLResponse:
    """The departments with what is proposed, decided and open, and what happened last."""
    studio = inside.studio
    values = {
        "card": title_card(studio.view, studio.matrix, inside.roles),
        "running": inside.house.is_running(inside.title),
        "activity": describe_entries(studio.view)[-LATEST:][::-1]
        if inside.may(Permission.RECORD)
        else [],
    }
    return show(request, Page(template="title.html", values=values), inside)


@ROUTER.get("/t/{title}/behind")
def behind(request: Request, inside: See) -> HTMLResponse:
    """Which stages were made from something that has changed since."""
    values = {"stages": stale_stages(inside.studio.view)}
    return show(request, Page(template="_behind.html", values=values), inside)
