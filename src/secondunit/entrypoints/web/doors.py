"""The doors of the studio: one to every page, each saying who may pass.

Across titles nobody learns what is there: who has no role in a title is told that there is none.
Source: OWASP ASVS 5.0, chapter 8; section 5 of the studio's rights page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request

from secondunit.bootstrap.house import House
from secondunit.bootstrap.productions import Studio
from secondunit.core.errors import NotFound, RightsNotCleared
from secondunit.entrypoints.web.visitor import Visitor
from secondunit.film.review.access import Permission


class SignInFirst(Exception):
    """Nobody is signed in; the browser is sent to the sign-in page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """A visitor inside a title.

    Args:
        visitor: Who.
        house: The studio.
        title: Id of the title.
        studio: The title, to read from.
        roles: The visitor's roles in it.
        permissions: What those roles give.
    """

    visitor: Visitor
    house: House
    title: str
    studio: Studio
    roles: tuple[str, ...]
    permissions: frozenset[Permission]

    def may(self, permission: str) -> bool:
        """True when the visitor may do that here."""
        return Permission(permission) in self.permissions


def house_of(request: Request) -> House:
    """The studio that answers."""
    house: House = request.app.state.house
    return house


def signed_in(request: Request) -> Visitor:
    """Whoever is signed in.

    Raises:
        SignInFirst: Nobody is.
    """
    visitor: Visitor | None = request.state.visitor
    if visitor is None:
        raise SignInFirst
    return visitor


def door(*needed: Permission) -> Callable[[Request, str], Inside]:
    """A door into a title that asks for these permissions.

    Returns:
        A dependency: gives the visitor inside, or raises NotFound where they have no role in the
        title, RightsNotCleared where their roles do not give what is needed.
    """

    def enter(request: Request, title: str) -> Inside:
        visitor, house = signed_in(request), house_of(request)
        roles = visitor.roles(title)
        if not roles or title not in house.titles():
            raise NotFound(f"there is no title {title}", remedy="Go back to the slate.")
        permissions = house.access(title).permissions(roles)
        missing = [each.value for each in needed if each not in permissions]
        if missing:
            raise RightsNotCleared(
                f"your role here does not give “{', '.join(missing)}”",
                remedy="Ask whoever invited you for a role that does.",
            )
        return Inside(
            visitor=visitor,
            house=house,
            title=title,
            studio=house.studio(title),
            roles=roles,
            permissions=permissions,
        )

    enter.needed = needed  # type: ignore[attr-defined]  # read by the matrix of doors
    return enter
