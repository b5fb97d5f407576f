"""People of a title: roles, invitations, who signs what, and the switch that shuts somebody out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from secondunit.core.errors import InputError, RuleError
from secondunit.core.ids import Digest
from secondunit.entrypoints.web.doors import Inside, door
from secondunit.entrypoints.web.forms import OWN_FORM, read_address
from secondunit.entrypoints.web.rendering import Page, show
from secondunit.entrypoints.web.visitor import later, token_of
from secondunit.film.review.access import Permission
from secondunit.ports.people import Invite

ROUTER = APIRouter()

See = Annotated[Inside, Depends(door(Permission.SEE))]
Keep = Annotated[Inside, Depends(door(Permission.SEE, Permission.PEOPLE))]
Text = Annotated[str, Form()]

GOOD_HOURS = 72
"""How long an invitation is good. Source: section 5 of the studio's rights page."""


@ROUTER.get("/t/{title}/people")
def people(request: Request, inside: See) -> HTMLResponse:
    """Who is in the title, who is invited, and who signs what."""
    return _shown(request, inside)


@ROUTER.post("/t/{title}/people/invite", dependencies=[OWN_FORM])
def invite(request: Request, inside: Keep, email: Text, role: Text) -> HTMLResponse:
    """Invite an address to one role; the link is shown once.

    Raises:
        InputError: The address is none, or there is no such role.
    """
    house = inside.house
    if role not in _role_names(inside):
        raise InputError(f"there is no role “{role}”", remedy="Choose one of the list.")
    secret, now = house.passwords.secret(), house.clock.now()
    house.people.add_invite(
        Invite(
            token=token_of(secret),
            email=read_address(email),
            title=inside.title,
            role=role,
            by=inside.visitor.person.id,
            at=now,
            expires_at=later(now, hours=GOOD_HOURS),
        )
    )
    link = f"{request.url.scheme}://{request.headers.get('host', '')}/invitation/{secret}"
    return _shown(request, inside, link=link, invited=email)


@ROUTER.post("/t/{title}/people/uninvite", dependencies=[OWN_FORM])
def uninvite(inside: Keep, token: Text) -> Response:
    """Take an invitation back."""
    people = inside.house.people
    if any(each.token == token for each in people.invites(inside.title)):
        people.drop_invite(Digest(token))
    return RedirectResponse(f"/t/{inside.title}/people", status_code=303)


@ROUTER.post("/t/{title}/people/end", dependencies=[OWN_FORM])
def end(inside: Keep, person: Text, role: Text) -> Response:
    """Take a role away; at once, in every open browser.

    Raises:
        RuleError: Nobody would be left to invite people.
    """
    people = inside.house.people
    access = inside.house.access(inside.title)
    left = [
        each
        for each in people.members(inside.title)
        if (each.person, each.role) != (person, role)
        and Permission.PEOPLE in access.permissions([each.role])
    ]
    if not left:
        raise RuleError(
            "nobody would be left who can invite people", remedy="Give somebody that role first."
        )
    people.end_membership(person, inside.title, role)
    return RedirectResponse(f"/t/{inside.title}/people", status_code=303)


def _shown(request: Request, inside: Inside, *, link: str = "", invited: str = "") -> HTMLResponse:
    people, matrix = inside.house.people, inside.studio.matrix
    names = {person.id: person for person in people.people()}
    members: dict[str, list[str]] = {}
    for each in people.members(inside.title):
        members.setdefault(each.person, []).append(each.role)
    values = {
        "members": [(names[person], roles) for person, roles in members.items() if person in names],
        "invites": [] if not inside.may(Permission.PEOPLE) else people.invites(inside.title),
        "roles": _role_names(inside),
        "matrix": matrix,
        "now": inside.house.clock.now(),
        "link": link,
        "invited": invited,
    }
    return show(request, Page(template="people.html", values=values), inside)


def _role_names(inside: Inside) -> dict[str, str]:
    access = inside.house.access(inside.title)
    return {**inside.studio.matrix.roles, **access.titles}
