"""The package: every sheet, board and film that was made, to open or to keep."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from secondunit.entrypoints.web.doors import Inside, door
from secondunit.entrypoints.web.rendering import Page, show
from secondunit.film.review.access import Permission

ROUTER = APIRouter()

See = Annotated[Inside, Depends(door(Permission.SEE, Permission.SCRIPT, Permission.MONEY))]


@ROUTER.get("/t/{title}/package")
def package(request: Request, inside: See) -> HTMLResponse:
    """Files by folder."""
    rows = sorted(inside.studio.view.office.records.publications(), key=lambda each: each.path)
    folders = [
        (folder, list(files))
        for folder, files in groupby(rows, key=lambda each: each.path.partition("/")[0])
    ]
    return show(request, Page(template="package.html", values={"folders": folders}), inside)
