"""Who may come in: people, their sessions, their roles in titles, and invitations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from secondunit.core.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who can sign in.

    Args:
        id: Short id, made from the address.
        email: Address, in lower case.
        name: As decisions and credits print it.
        owner: May bring in titles, and people to them.
        language: BCP 47 of the interface.
        active: False once shut out; what they decided stays.
    """

    id: str
    email: str
    name: str
    owner: bool = False
    language: str = "en"
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One signed-in browser.

    Args:
        token: SHA-256 of the secret in the cookie; the secret itself is kept nowhere.
        person: Who.
        csrf: What every form of this session must carry.
        begun_at: ISO 8601 UTC.
        seen_at: ISO 8601 UTC of the latest request.
        expires_at: ISO 8601 UTC after which it is worth nothing.
        agent: What the browser calls itself, shortened.
    """

    token: Digest
    person: str
    csrf: str
    begun_at: str
    seen_at: str
    expires_at: str
    agent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person's role in a title.

    Args:
        person: Who.
        title: Production id.
        role: Key of the role, as in the sign-off matrix, or ``guest``, ``auditor``.
        by: Who gave it.
        at: ISO 8601 UTC.
        expires_at: ISO 8601 UTC after which it ends, or "".
    """

    person: str
    title: str
    role: str
    by: str
    at: str
    expires_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """An invitation, good once, for one address.

    Args:
        token: SHA-256 of the secret in the link.
        email: Whom it is for.
        title: Production id.
        role: Role that it gives.
        by: Id of who invited.
        at: ISO 8601 UTC.
        expires_at: ISO 8601 UTC.
        used_at: ISO 8601 UTC, or "".
    """

    token: Digest
    email: str
    title: str
    role: str
    by: str
    at: str
    expires_at: str
    used_at: str = ""


class People(Protocol):
    """The people of a studio, whatever titles they are in."""

    def count(self) -> int:
        """How many can sign in or ever could."""

    def add_person(self, person: Person, password: str) -> None:
        """Keep a person with their password's hash.

        Raises:
            Conflict: Somebody has the address.
        """

    def put_person(self, person: Person) -> None:
        """Keep a person's new name, language or standing."""

    def person(self, person: str) -> Person | None:
        """The person of that id."""

    def people(self) -> Sequence[Person]:
        """Everybody, by name."""

    def password_of(self, email: str) -> tuple[Person, str] | None:
        """The active person of an address, with their password's hash."""

    def set_password(self, person: str, password: str) -> None:
        """Keep a new hash."""

    def add_session(self, session: Session) -> None:
        """Keep a session."""

    def session(self, token: Digest) -> Session | None:
        """The session of that token."""

    def touch(self, token: Digest, at: str) -> None:
        """Note that it was seen."""

    def sessions(self, person: str) -> Sequence[Session]:
        """A person's sessions, newest first."""

    def end_session(self, token: Digest) -> None:
        """Forget a session; nothing happens when it is gone."""

    def end_sessions(self, person: str) -> None:
        """Forget all sessions of a person."""

    def memberships(self, person: str) -> Sequence[Membership]:
        """A person's roles."""

    def members(self, title: str) -> Sequence[Membership]:
        """Everybody's roles in a title."""

    def put_membership(self, membership: Membership) -> None:
        """Give a role in a title, or change its end."""

    def end_membership(self, person: str, title: str, role: str) -> None:
        """Take a role away."""

    def add_invite(self, invite: Invite) -> None:
        """Keep an invitation."""

    def invite(self, token: Digest) -> Invite | None:
        """The invitation of that token."""

    def invites(self, title: str) -> Sequence[Invite]:
        """All invitations to a title, newest first."""

    def use_invite(self, token: Digest, at: str) -> bool:
        """Use it up; False where somebody was quicker."""

    def drop_invite(self, token: Digest) -> None:
        """Take an unused invitation back."""
