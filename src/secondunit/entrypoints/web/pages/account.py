"""Coming in: the first visit, signing in and out, an invitation, one's own account."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from secondunit.core.errors import InputError, NotFound, RightsNotCleared
from secondunit.core.ids import Digest
from secondunit.entrypoints.web.doors import house_of, signed_in
from secondunit.entrypoints.web.forms import OWN_FORM, read_address, read_name, read_password
from secondunit.entrypoints.web.rendering import LANGUAGES, Page, show
from secondunit.entrypoints.web.visitor import (
    COOKIE,
    LONGEST_HOURS,
    begin_session,
    person_id,
    token_of,
)
from secondunit.ports.people import Membership, Person

ROUTER = APIRouter()

Text = Annotated[str, Form()]

_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$" + "A" * 22 + "$" + "A" * 43
"""A hash that no password has: checked when an address is unknown, so that both take as long."""


@ROUTER.get("/welcome")
def welcome(request: Request, key: str = "") -> HTMLResponse:
    """The page of the very first visit."""
    _require_first(request, key)
    return show(request, Page(template="welcome.html", values={"key": key}))


@ROUTER.post("/welcome")
def begin(request: Request, key: Text, name: Text, email: Text, password: Text) -> Response:
    """Make the studio's first person, its owner, with every role a sole user needs."""
    _require_first(request, key)
    house, address = house_of(request), read_address(email)
    person = Person(id=person_id(address), email=address, name=read_name(name), owner=True)
    house.people.add_person(person, house.passwords.hash(read_password(password)))
    for title in house.titles():
        give_all_roles(request, person, title)
    return _enter(request, person, "/")


@ROUTER.get("/sign-in")
def ask(request: Request, then: Annotated[str, Query(alias="next")] = "/") -> HTMLResponse:
    """The sign-in page."""
    return show(request, Page(template="sign_in.html", values={"next": then, "failed": False}))


@ROUTER.post("/sign-in")
def sign_in(
    request: Request, email: Text, password: Text, then: Annotated[str, Form(alias="next")] = "/"
) -> Response:
    """Sign in, or say that address and password do not go together."""
    house = house_of(request)
    found = house.people.password_of(email)
    fits = house.passwords.fits(_NOBODY if found is None else found[1], password)
    if found is None or not fits:
        page = Page(template="sign_in.html", values={"next": then, "failed": True}, status=401)
        return show(request, page)
    return _enter(request, found[0], then)


@ROUTER.post("/sign-out", dependencies=[OWN_FORM])
def sign_out(request: Request) -> Response:
    """End this session."""
    house_of(request).people.end_session(signed_in(request).session.token)
    response = RedirectResponse("/sign-in", status_code=303)
    response.delete_cookie(COOKIE)
    return response


@ROUTER.get("/account")
def account(request: Request) -> HTMLResponse:
    """One's own name, language and sessions."""
    visitor = signed_in(request)
    sessions = house_of(request).people.sessions(visitor.person.id)
    return show(request, Page(template="account.html", values={"sessions": sessions}))


@ROUTER.post("/account", dependencies=[OWN_FORM])
def change_account(request: Request, name: Text, language: Text) -> Response:
    """Keep name and language.

    Raises:
        InputError: The name is empty, or the studio does not speak the language.
    """
    visitor = signed_in(request)
    if language not in LANGUAGES:
        raise InputError(f"“{language}” is no language of the studio", remedy="Choose another.")
    person = visitor.person
    house_of(request).people.put_person(
        Person(
            id=person.id,
            email=person.email,
            name=read_name(name),
            owner=person.owner,
            language=language,
        )
    )
    return RedirectResponse("/account", status_code=303)


@ROUTER.post("/account/sessions/end", dependencies=[OWN_FORM])
def end_session(request: Request, token: Text) -> Response:
    """End one of one's own sessions."""
    visitor, people = signed_in(request), house_of(request).people
    if any(each.token == token for each in people.sessions(visitor.person.id)):
        people.end_session(Digest(token))
    return RedirectResponse("/account", status_code=303)


@ROUTER.get("/invitation/{secret}")
def invitation(request: Request, secret: str) -> HTMLResponse:
    """What an invitation offers.

    Raises:
        NotFound: It was used, taken back, or is too old.
    """
    house = house_of(request)
    invite = house.people.invite(token_of(secret))
    if invite is None or invite.used_at or invite.expires_at <= house.clock.now():
        raise NotFound("this invitation is no longer good", remedy="Ask for another.")
    known = house.people.password_of(invite.email) is not None
    values = {"invite": invite, "secret": secret, "known": known}
    return show(request, Page(template="invitation.html", values=values))


@ROUTER.post("/invitation/{secret}")
def accept(request: Request, secret: str, password: Text, name: Text = "") -> Response:
    """Take an invitation: with a new account, or with the password of the one that is there.

    Raises:
        InputError: Name or password will not do.
        NotFound: The invitation was used, taken back, or is too old.
    """
    house = house_of(request)
    token, now = token_of(secret), house.clock.now()
    invite = house.people.invite(token)
    if invite is None or invite.used_at or invite.expires_at <= now:
        raise NotFound("this invitation is no longer good", remedy="Ask for another.")
    found = house.people.password_of(invite.email)
    if found is None:
        kept = house.passwords.hash(read_password(password))
        person = Person(id=person_id(invite.email), email=invite.email, name=read_name(name))
    elif house.passwords.fits(found[1], password):
        person, kept = found
    else:
        raise InputError("that is not your password", remedy="Try again.")
    if not house.people.use_invite(token, now):
        raise NotFound("this invitation is no longer good", remedy="Ask for another.")
    if found is None:
        house.people.add_person(person, kept)
    house.people.put_membership(
        Membership(person=person.id, title=invite.title, role=invite.role, by=invite.by, at=now)
    )
    return _enter(request, person, f"/t/{invite.title}")


def give_all_roles(request: Request, person: Person, title: str) -> None:
    """Make somebody everything in a title that they brought in: others are invited from there."""
    house = house_of(request)
    now = house.clock.now()
    for role in house.studio(title).matrix.roles:
        house.people.put_membership(
            Membership(person=person.id, title=title, role=role, by=person.id, at=now)
        )


def _require_first(request: Request, key: str) -> None:
    secret: str = request.app.state.welcome
    if house_of(request).people.count() or not secret:
        raise NotFound("the studio has its first person", remedy="Sign in.")
    if not hmac.compare_digest(secret.encode(), key.encode()):
        raise RightsNotCleared(
            "that is not the key of the first visit",
            remedy="Open the address that secondunit studio printed.",
        )


def _enter(request: Request, person: Person, then: str) -> Response:
    secret = begin_session(house_of(request), person, request.headers.get("user-agent", ""))
    local = then if then.startswith("/") and not then.startswith(("//", "/\\")) else "/"
    response = RedirectResponse(local, status_code=303)
    response.set_cookie(
        COOKIE,
        secret,
        max_age=LONGEST_HOURS * 3600,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return response
