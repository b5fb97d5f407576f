import re
from collections.abc import Callable

from starlette.testclient import TestClient

from secondunit.bootstrap.house import House
from secondunit.pipeline.queries import State

LANE = "/t/night-bell/decide/breakdown.tag"


def _first(client: TestClient) -> str:
    found = re.search(rf'hx-post="({LANE}/[^"]+)"', client.get(LANE).text)
    assert found is not None
    return found[1]


def test_the_lane_shows_the_words_of_the_script_behind_each_item(
    enter: Callable[..., TestClient],
) -> None:
    page = enter("1st-ad").get(LANE).text
    assert "<mark>" in page
    assert 'data-verdict="accept"' in page


def test_who_does_not_sign_a_stage_may_look_and_not_rule(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    ad, director = enter("1st-ad", name="Ana Ruiz"), enter("director", name="Kim Oduya")
    assert 'data-verdict="accept"' not in director.get(LANE).text
    data = {"csrf": csrf(director), "verdict": "accept"}
    assert director.post(_first(ad), data=data).status_code == 403
    assert not house.studio("night-bell").view.office.records.facts("breakdown.tag")


def test_an_accepted_item_is_a_fact_of_that_person_in_that_role(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    client = enter("1st-ad")
    answer = client.post(_first(client), data={"csrf": csrf(client), "verdict": "accept"})
    assert 'class="item accepted"' in answer.text
    (fact,) = house.studio("night-bell").view.office.records.facts("breakdown.tag")
    assert (fact.by, fact.role) == ("Ana Ruiz", "1st-ad")


def test_a_rejection_says_why_or_is_none(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str]
) -> None:
    client = enter("1st-ad")
    data = {"csrf": csrf(client), "verdict": "reject"}
    address = _first(client)
    assert client.post(address, data=data).status_code == 422
    answer = client.post(address, data={**data, "reason": "only spoken of"})
    assert "only spoken of" in answer.text


def test_an_item_that_is_not_what_was_seen_is_not_decided(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str]
) -> None:
    client = enter("1st-ad")
    other = _first(client).partition("@")[0] + "@00000000"
    answer = client.post(other, data={"csrf": csrf(client), "verdict": "accept"})
    assert answer.status_code == 409
    assert "not what you saw" in answer.text


def test_many_are_accepted_only_after_their_count_was_seen(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    client = enter("1st-ad")
    data = {"csrf": csrf(client), "verdict": "accept", "least": "100"}
    preview = client.post(LANE, data=data).text
    seen = re.search(r'name="seen" value="(\d+)"', preview)
    assert seen is not None
    assert not house.studio("night-bell").view.office.records.facts("breakdown.tag")
    assert client.post(LANE, data={**data, "seen": "1"}).status_code == 409
    assert client.post(LANE, data={**data, "seen": seen[1]}).status_code == 200
    view = house.studio("night-bell").view
    accepted = [row for row in view.standing("breakdown.tag") if row.state is State.ACCEPTED]
    assert len(accepted) == int(seen[1])


def test_a_stage_that_nobody_decides_on_has_no_lane(enter: Callable[..., TestClient]) -> None:
    assert enter("director").get("/t/night-bell/decide/shots.board").status_code == 404
