import re
from collections.abc import Callable

from starlette.testclient import TestClient

from secondunit.bootstrap.house import House
from secondunit.entrypoints.web.visitor import person_id

PEOPLE = "/t/night-bell/people"


def test_an_invitation_link_is_shown_once_and_kept_nowhere(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    client = enter("showrunner")
    data = {"csrf": csrf(client), "email": "Kim@Studio.example", "role": "director"}
    page = client.post(f"{PEOPLE}/invite", data=data).text
    link = re.search(r"/invitation/([\w-]{40,})", page)
    assert link is not None
    assert link[1] not in client.get(PEOPLE).text
    assert link[1].encode() not in (house.shelf / "studio.db").read_bytes()
    (kept,) = house.people.invites("night-bell")
    assert (kept.email, kept.role) == ("kim@studio.example", "director")


def test_a_role_that_does_not_exist_is_not_given(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str]
) -> None:
    client = enter("showrunner")
    data = {"csrf": csrf(client), "email": "kim@studio.example", "role": "emperor"}
    assert client.post(f"{PEOPLE}/invite", data=data).status_code == 422


def test_the_last_person_who_can_invite_stays(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    client = enter("showrunner", "director")
    ana = person_id("ana@studio.example")
    data = {"csrf": csrf(client), "person": ana}
    assert client.post(f"{PEOPLE}/end", data={**data, "role": "showrunner"}).status_code == 409
    assert client.post(f"{PEOPLE}/end", data={**data, "role": "director"}).status_code == 303
    assert [each.role for each in house.people.memberships(ana)] == ["showrunner"]


def test_an_invitation_is_taken_back(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    client = enter("showrunner")
    data = {"csrf": csrf(client), "email": "kim@studio.example", "role": "guest"}
    client.post(f"{PEOPLE}/invite", data=data)
    (kept,) = house.people.invites("night-bell")
    client.post(f"{PEOPLE}/uninvite", data={"csrf": csrf(client), "token": kept.token})
    assert not house.people.invites("night-bell")


def test_everybody_sees_who_signs_what(enter: Callable[..., TestClient]) -> None:
    page = enter("guest").get(PEOPLE).text
    assert "schedule.solve" in page
    assert "Make a link" not in page
