"""The slate: all titles a person may see; a new one by dropping a script."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse

from secondunit.core.errors import InputError, RightsNotCleared
from secondunit.entrypoints.web.doors import house_of, signed_in
from secondunit.entrypoints.web.forms import OWN_FORM
from secondunit.entrypoints.web.pages.account import give_all_roles
from secondunit.entrypoints.web.rendering import Page, show
from secondunit.pipeline.screens.slate import title_card

ROUTER = APIRouter()


@ROUTER.get("/")
def slate(request: Request) -> HTMLResponse:
    """The cards of the titles somebody has a role in."""
    visitor, house = signed_in(request), house_of(request)
    there = house.titles()
    if visitor.person.owner:
        for title in there:
            if not house.people.members(title):
                give_all_roles(request, visitor.person, title)
    cards = []
    for title in there:
        roles = visitor.roles(title)
        if roles:
            studio = house.studio(title)
            card = title_card(studio.view, studio.matrix, roles)
            cards.append((title, card, house.access(title).permissions(roles)))
    return show(request, Page(template="slate.html", values={"cards": cards}))


@ROUTER.post("/titles", dependencies=[OWN_FORM])
def bring_in(
    request: Request,
    script: Annotated[UploadFile, File()],
    title: Annotated[str, Form()] = "",
) -> Response:
    """Bring a script in; its stages appear as they are done.

    Raises:
        InputError: The file is empty.
        RightsNotCleared: The visitor does not own the studio.
    """
    visitor, house = signed_in(request), house_of(request)
    if not visitor.person.owner:
        raise RightsNotCleared(
            "only an owner of the studio brings titles in", remedy="Ask one of them."
        )
    name = PurePath(script.filename or "script.fountain").name
    data = script.file.read()
    if not data.strip():
        raise InputError(f"{name} is empty", remedy="Export the script again.")
    key = house.begin(name, data, title.strip() or PurePath(name).stem.replace("-", " "))
    return RedirectResponse(f"/arriving/{key}", status_code=303)


@ROUTER.get("/arriving/{title}")
def arriving(request: Request, title: str) -> Response:
    """A title whose first run is under way; its page as soon as there is one.

    Raises:
        InputError: The run ended and brought no title.
    """
    visitor, house = signed_in(request), house_of(request)
    if title in house.titles():
        if visitor.person.owner and not house.people.members(title):
            give_all_roles(request, visitor.person, title)
        return RedirectResponse(f"/t/{title}", status_code=303)
    if not house.is_running(title):
        raise InputError(
            house.last_words(title) or f"nothing is arriving as {title}",
            remedy="Look at the script, then drop it again.",
        )
    return show(request, Page(template="arriving.html", values={"title": title}))
