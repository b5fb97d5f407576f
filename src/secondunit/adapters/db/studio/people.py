"""The People port over SQLAlchemy Core."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Engine, Executable, RowMapping, func, insert, select, update
from sqlalchemy import delete as sql_delete

from secondunit.adapters.db.engine import translated_errors
from secondunit.adapters.db.studio import tables
from secondunit.core.ids import Digest
from secondunit.ports.people import Invite, Membership, Person, Session


class SqlPeople:
    """The people of one studio in one database.

    Args:
        engine: An open database, brought up to date.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def count(self) -> int:
        """How many can sign in or ever could."""
        return int(self._rows(select(func.count().label("n")).select_from(tables.PERSON))[0]["n"])

    def add_person(self, person: Person, password: str) -> None:
        """Keep a person with their password's hash.

        Raises:
            Conflict: Somebody has the address.
        """
        self._do(insert(tables.PERSON).values(**asdict(person), password=password))

    def put_person(self, person: Person) -> None:
        """Keep a person's new name, language or standing."""
        table = tables.PERSON
        self._do(update(table).where(table.c.id == person.id).values(**asdict(person)))

    def person(self, person: str) -> Person | None:
        """The person of that id."""
        table = tables.PERSON
        return next(map(_person, self._rows(select(table).where(table.c.id == person))), None)

    def people(self) -> Sequence[Person]:
        """Everybody, by name."""
        return [
            _person(row) for row in self._rows(select(tables.PERSON).order_by(tables.PERSON.c.name))
        ]

    def password_of(self, email: str) -> tuple[Person, str] | None:
        """The active person of an address, with their password's hash."""
        table = tables.PERSON
        query = select(table).where(table.c.email == email.strip().lower(), table.c.active)
        return next(((_person(row), row["password"]) for row in self._rows(query)), None)

    def set_password(self, person: str, password: str) -> None:
        """Keep a new hash."""
        table = tables.PERSON
        self._do(update(table).where(table.c.id == person).values(password=password))

    def add_session(self, session: Session) -> None:
        """Keep a session."""
        self._do(insert(tables.SESSION).values(**asdict(session)))

    def session(self, token: Digest) -> Session | None:
        """The session of that token."""
        table = tables.SESSION
        rows = self._rows(select(table).where(table.c.token == token))
        return next((Session(**_plain(row)) for row in rows), None)

    def touch(self, token: Digest, at: str) -> None:
        """Note that it was seen."""
        table = tables.SESSION
        self._do(update(table).where(table.c.token == token).values(seen_at=at))

    def sessions(self, person: str) -> Sequence[Session]:
        """A person's sessions, newest first."""
        table = tables.SESSION
        query = select(table).where(table.c.person == person).order_by(table.c.begun_at.desc())
        return [Session(**_plain(row)) for row in self._rows(query)]

    def end_session(self, token: Digest) -> None:
        """Forget a session; nothing happens when it is gone."""
        self._do(sql_delete(tables.SESSION).where(tables.SESSION.c.token == token))

    def end_sessions(self, person: str) -> None:
        """Forget all sessions of a person."""
        self._do(sql_delete(tables.SESSION).where(tables.SESSION.c.person == person))

    def memberships(self, person: str) -> Sequence[Membership]:
        """A person's roles."""
        table = tables.MEMBERSHIP
        query = select(table).where(table.c.person == person).order_by(table.c.title, table.c.role)
        return [Membership(**_plain(row)) for row in self._rows(query)]

    def members(self, title: str) -> Sequence[Membership]:
        """Everybody's roles in a title."""
        table = tables.MEMBERSHIP
        query = select(table).where(table.c.title == title).order_by(table.c.at, table.c.role)
        return [Membership(**_plain(row)) for row in self._rows(query)]

    def put_membership(self, membership: Membership) -> None:
        """Give a role in a title, or change its end."""
        with translated_errors(self._where), self._engine.begin() as connection:
            connection.execute(_one_membership(membership))
            connection.execute(insert(tables.MEMBERSHIP).values(**asdict(membership)))

    def end_membership(self, person: str, title: str, role: str) -> None:
        """Take a role away."""
        gone = Membership(person=person, title=title, role=role, by="", at="")
        self._do(_one_membership(gone))

    def add_invite(self, invite: Invite) -> None:
        """Keep an invitation."""
        self._do(insert(tables.INVITE).values(**asdict(invite)))

    def invite(self, token: Digest) -> Invite | None:
        """The invitation of that token."""
        table = tables.INVITE
        rows = self._rows(select(table).where(table.c.token == token))
        return next((Invite(**_plain(row)) for row in rows), None)

    def invites(self, title: str) -> Sequence[Invite]:
        """All invitations to a title, newest first."""
        table = tables.INVITE
        query = select(table).where(table.c.title == title).order_by(table.c.at.desc())
        return [Invite(**_plain(row)) for row in self._rows(query)]

    def use_invite(self, token: Digest, at: str) -> bool:
        """Use it up; False where somebody was quicker."""
        table = tables.INVITE
        used = update(table).where(table.c.token == token, table.c.used_at == "").values(used_at=at)
        with translated_errors(self._where), self._engine.begin() as connection:
            return connection.execute(used).rowcount == 1

    def drop_invite(self, token: Digest) -> None:
        """Take an unused invitation back."""
        table = tables.INVITE
        self._do(sql_delete(table).where(table.c.token == token, table.c.used_at == ""))

    @property
    def _where(self) -> str:
        return str(self._engine.url.database)

    def _rows(self, query: Any) -> list[RowMapping]:
        with translated_errors(self._where), self._engine.connect() as connection:
            reader = connection.execution_options(isolation_level="AUTOCOMMIT")
            return list(reader.execute(query).mappings())

    def _do(self, statement: Executable) -> None:
        with translated_errors(self._where), self._engine.begin() as connection:
            connection.execute(statement)


def _one_membership(membership: Membership) -> Any:
    table = tables.MEMBERSHIP
    return sql_delete(table).where(
        table.c.person == membership.person,
        table.c.title == membership.title,
        table.c.role == membership.role,
    )


def _person(row: RowMapping) -> Person:
    values = _plain(row)
    values.pop("password")
    return Person(**values)


def _plain(row: RowMapping) -> dict[str, Any]:
    return {str(key): value for key, value in row.items()}
