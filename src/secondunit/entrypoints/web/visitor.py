"""Who is asking: the session behind a cookie, and what its person may do."""

from __future__ import annotations

import hmac
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from secondunit.bootstrap.house import House
from secondunit.core.errors import RightsNotCleared
from secondunit.core.ids import Digest, digest_bytes, stable_id
from secondunit.film.review.access import Permission
from secondunit.ports.people import Membership, Person, Session

COOKIE = "secondunit"
IDLE_MINUTES, LONGEST_HOURS = 30, 12
"""Source: OWASP ASVS 5.0, chapter 7, as the studio's rights page sets it."""

_FORM = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Somebody signed in.

    Args:
        person: Who.
        session: Their session.
        memberships: Their roles that have not ended, in all titles.
    """

    person: Person
    session: Session
    memberships: tuple[Membership, ...]

    def roles(self, title: str) -> tuple[str, ...]:
        """Their roles in a title."""
        return tuple(each.role for each in self.memberships if each.title == title)

    def titles(self) -> frozenset[str]:
        """Titles they have any role in."""
        return frozenset(each.title for each in self.memberships)


def later(at: str, *, minutes: int = 0, hours: int = 0) -> str:
    """A time after an ISO 8601 UTC one.

    >>> later("2027-01-04T23:50:00Z", minutes=30)
    '2027-01-05T00:20:00Z'
    """
    moved = datetime.strptime(at, _FORM) + timedelta(minutes=minutes, hours=hours)  # noqa: DTZ007
    return moved.strftime(_FORM)


def token_of(secret: str) -> Digest:
    """What is kept of a secret in a cookie or a link."""
    return digest_bytes(secret.encode())


def person_id(email: str) -> str:
    """The id of a person: from their address."""
    return stable_id("person", email.strip().lower())


def begin_session(house: House, person: Person, agent: str) -> str:
    """Sign somebody in; gives the secret for the cookie."""
    secret, now = house.passwords.secret(), house.clock.now()
    house.people.add_session(
        Session(
            token=token_of(secret),
            person=person.id,
            csrf=house.passwords.secret()[:43],
            begun_at=now,
            seen_at=now,
            expires_at=later(now, hours=LONGEST_HOURS),
            agent=agent[:120],
        )
    )
    return secret


def find_visitor(house: House, secret: str) -> Visitor | None:
    """The person behind a cookie, or None; a session that lapsed is forgotten."""
    if not secret:
        return None
    token, now = token_of(secret), house.clock.now()
    session = house.people.session(token)
    if session is None:
        return None
    person = house.people.person(session.person)
    idle_until = later(session.seen_at, minutes=IDLE_MINUTES)
    if person is None or not person.active or now >= min(session.expires_at, idle_until):
        house.people.end_session(token)
        return None
    if now >= later(session.seen_at, minutes=1):
        house.people.touch(token, now)
    return Visitor(
        person=person,
        session=session,
        memberships=tuple(
            each
            for each in house.people.memberships(person.id)
            if not each.expires_at or each.expires_at > now
        ),
    )


def require_csrf(visitor: Visitor, sent: str, origin: str, host: str) -> None:
    """Let a request that changes something pass only from our own page.

    Raises:
        RightsNotCleared: The token is not that of the session, or the page is another's.
    """
    foreign = bool(origin) and origin.partition("://")[2] != host
    if foreign or not hmac.compare_digest(visitor.session.csrf.encode(), sent.encode()):
        raise RightsNotCleared(
            "this page is too old, or not ours", remedy="Open the page again, then repeat."
        )


def may(visitor: Visitor, house: House, title: str, needed: Collection[Permission]) -> bool:
    """True when the visitor's roles in a title give all that is needed."""
    roles = visitor.roles(title)
    return bool(roles) and house.access(title).permissions(roles).issuperset(needed)
