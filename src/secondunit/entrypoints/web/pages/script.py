"""The script in screenplay layout, with the breakdown in its own words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from secondunit.entrypoints.web.doors import Inside, door
from secondunit.entrypoints.web.rendering import Page, show
from secondunit.film.review.access import Permission
from secondunit.pipeline.screens.pages import script_pages

ROUTER = APIRouter()

Read = Annotated[Inside, Depends(door(Permission.SEE, Permission.SCRIPT))]


@ROUTER.get("/t/{title}/script")
def reader(request: Request, inside: Read) -> HTMLResponse:
    """Every scene, one below the other."""
    values = {
        "scenes": script_pages(inside.studio.view),
        "draft": inside.studio.view.newest_draft(),
    }
    return show(request, Page(template="script.html", values=values), inside)
