"""Every route against every role and two titles: the matrix of doors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from secondunit.bootstrap.house import House
from secondunit.entrypoints.web.app import ROUTERS
from secondunit.entrypoints.web.visitor import person_id
from secondunit.film.review.access import Access, Permission
from secondunit.ports.people import Membership, Person

FILLED = {
    "stage": "breakdown.tag",
    "item": "el-000000000000",
    "name": f"{'0' * 64}.png",
    "path": "1-screenplay/scenes.csv",
}
"""What stands for the other parts of an address."""


def _routes() -> Iterator[APIRoute]:
    for router in ROUTERS:
        for route in router.routes:
            if isinstance(route, APIRoute) and route.path.startswith("/t/{title}"):
                yield route


def _needed(route: APIRoute) -> frozenset[Permission]:
    calls = [dependency.call for dependency in route.dependant.dependencies]
    doors = [getattr(call, "needed", None) for call in calls]
    doors = [each for each in doors if each is not None]
    assert len(doors) == 1, f"{route.path} has no door of its own"
    return frozenset(doors[0] or ())


def _methods(route: APIRoute) -> list[str]:
    return sorted(route.methods or ())


def _address(route: APIRoute, title: str) -> str:
    parts = {**FILLED, "title": title}
    return re.sub(r"\{(\w+)(?::path)?\}", lambda part: parts[part[1]], route.path)


def test_every_page_of_a_title_has_a_door_and_every_change_a_token() -> None:
    for route in _routes():
        assert Permission.SEE in _needed(route)
        if "POST" in _methods(route):
            guards = {getattr(each.call, "__name__", "") for each in route.dependant.dependencies}
            assert guards & {"own_form", "own_call"}, route.path


def test_nobody_passes_a_door_that_their_role_does_not_open(
    house: House, enter: Callable[..., TestClient], csrf: Callable[[TestClient], str]
) -> None:
    client = enter("guest")
    access: Access = house.access("night-bell")
    ana = person_id("ana@studio.example")
    token = csrf(client)
    tried = 0
    for role in access.roles:
        for each in house.people.memberships(ana):
            house.people.end_membership(ana, each.title, each.role)
        house.people.put_membership(
            Membership(person=ana, title="night-bell", role=role, by=ana, at=house.clock.now())
        )
        for route in _routes():
            if route.path.endswith("/live") and Permission.SEE in access.permissions([role]):
                continue  # a stream that ends only when the browser goes
            opens = access.permissions([role]).issuperset(_needed(route))
            for title in ("night-bell", "other-title"):
                for method in _methods(route):
                    answer = client.request(
                        method,
                        _address(route, title),
                        headers={"X-Csrf": token, "Accept": "application/json"},
                        data={"csrf": token} if method == "POST" else None,
                    )
                    tried += 1
                    if title == "other-title":
                        assert answer.status_code == 404, (role, method, route.path)
                        assert "other-title" not in answer.text.replace(route.path, "") or (
                            "there is no title" in answer.text
                        )
                    elif not opens:
                        assert answer.status_code in {403, 422}, (role, method, route.path)
                        assert "Night" not in answer.text
    assert tried > 200


def test_a_stranger_learns_nothing_but_where_to_sign_in(browser: TestClient) -> None:
    for route in _routes():
        answer = browser.request(_methods(route)[0], _address(route, "night-bell"))
        assert answer.status_code in {303, 401}, route.path
        assert "Night" not in answer.text


def test_a_role_that_was_taken_away_is_gone_at_the_next_click(
    house: House, enter: Callable[..., TestClient]
) -> None:
    client = enter("director")
    assert client.get("/t/night-bell").status_code == 200
    house.people.end_membership(person_id("ana@studio.example"), "night-bell", "director")
    assert client.get("/t/night-bell").status_code == 404


@pytest.mark.parametrize("address", ["/t/..%2Fother-title", "/t/.inbox", "/t/nothing"])
def test_an_address_outside_the_shelf_is_no_title(
    enter: Callable[..., TestClient], address: str
) -> None:
    assert enter("director").get(address).status_code == 404


def test_somebody_who_was_shut_out_has_no_session_any_more(
    house: House, enter: Callable[..., TestClient]
) -> None:
    client = enter("director")
    person = house.people.person(person_id("ana@studio.example"))
    assert isinstance(person, Person)
    shut = Person(id=person.id, email=person.email, name=person.name, active=False)
    house.people.put_person(shut)
    assert client.get("/t/night-bell").status_code == 303
