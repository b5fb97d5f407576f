"""The record: who decided what, when, in which role; chained, and checked on demand."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from secondunit.core.decision import check_chain
from secondunit.entrypoints.web.doors import Inside, door
from secondunit.entrypoints.web.rendering import Page, show
from secondunit.film.review.access import Permission
from secondunit.pipeline.history import describe_entries

ROUTER = APIRouter()

Read = Annotated[Inside, Depends(door(Permission.SEE, Permission.RECORD))]

PAGE = 100
"""Entries of one page."""


@ROUTER.get("/t/{title}/record")
def record(
    request: Request,
    inside: Read,
    words: str = "",
    page: Annotated[int, Query(ge=1)] = 1,
) -> HTMLResponse:
    """Entries of the journal, newest first."""
    wanted = words.casefold()
    entries = [
        each
        for each in reversed(describe_entries(inside.studio.view))
        if wanted in f"{each.by} {each.what}".casefold()
    ]
    pages = max(1, -(-len(entries) // PAGE))
    values = {
        "entries": entries[(page - 1) * PAGE : page * PAGE],
        "found": len(entries),
        "page": min(page, pages),
        "pages": pages,
        "words": words,
    }
    return show(request, Page(template="record.html", values=values), inside)


@ROUTER.get("/t/{title}/record/check")
def check(request: Request, inside: Read) -> HTMLResponse:
    """Recompute the chain, entry by entry, against the note beside the database."""
    office = inside.studio.view.office
    entries = office.records.journal()
    findings = check_chain(entries, office.witness.last())
    values = {"findings": findings, "count": len(entries)}
    return show(request, Page(template="_checked.html", values=values), inside)
