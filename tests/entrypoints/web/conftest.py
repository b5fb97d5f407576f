"""A studio of two titles, and browsers signed in as whoever a test needs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from secondunit.bootstrap.house import House, open_house
from secondunit.entrypoints.web.app import create_app
from secondunit.entrypoints.web.visitor import COOKIE, begin_session, person_id
from secondunit.ports.people import Membership, Person

WELCOME = "first-key"
PASSWORD = "a long way down the causeway"


@pytest.fixture
def house(made: Path, tmp_path: Path) -> Iterator[House]:
    """The same small production twice, as two titles that may not know of each other."""
    for title in ("night-bell", "other-title"):
        shutil.copytree(made, tmp_path / title, ignore=shutil.ignore_patterns("*-shm"))
    with open_house(tmp_path) as opened:
        yield opened


@pytest.fixture
def app(house: House) -> FastAPI:
    return create_app(house, WELCOME)


@pytest.fixture
def browser(app: FastAPI) -> TestClient:
    """A browser nobody has signed in with."""
    return TestClient(app, follow_redirects=False)


@pytest.fixture
def enter(house: House, app: FastAPI) -> Callable[..., TestClient]:
    """Sign somebody in who has these roles in the first title."""

    def signed_in(*roles: str, name: str = "Ana Ruiz", owner: bool = False) -> TestClient:
        email = f"{name.split(maxsplit=1)[0].lower()}@studio.example"
        person = Person(id=person_id(email), email=email, name=name, owner=owner)
        house.people.add_person(person, house.passwords.hash(PASSWORD))
        for role in roles:
            house.people.put_membership(
                Membership(
                    person=person.id,
                    title="night-bell",
                    role=role,
                    by=person.id,
                    at=house.clock.now(),
                )
            )
        client = TestClient(app, follow_redirects=False)
        client.cookies.set(COOKIE, begin_session(house, person, "test"))
        return client

    return signed_in


@pytest.fixture
def csrf(house: House) -> Callable[[TestClient], str]:
    """What the forms of a signed-in browser carry."""

    def token(client: TestClient) -> str:
        from secondunit.entrypoints.web.visitor import find_visitor

        visitor = find_visitor(house, client.cookies[COOKIE])
        assert visitor is not None
        return visitor.session.csrf

    return token
