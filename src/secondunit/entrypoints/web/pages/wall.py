"""The wall of boards, a scene at a time, and the animatic."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from secondunit.entrypoints.web.doors import Inside, door
from secondunit.entrypoints.web.rendering import Page, show
from secondunit.film.review.access import Permission
from secondunit.pipeline.screens.wall import wall

ROUTER = APIRouter()

See = Annotated[Inside, Depends(door(Permission.SEE, Permission.SCRIPT))]


@ROUTER.get("/t/{title}/wall")
def boards(request: Request, inside: See, scene: str = "") -> HTMLResponse:
    """The panels of one scene."""
    values = {"wall": wall(inside.studio.view, scene)}
    return show(request, Page(template="wall.html", values=values), inside)
