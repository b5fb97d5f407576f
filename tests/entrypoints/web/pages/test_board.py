import re
from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient

from secondunit.bootstrap.house import House
from secondunit.pipeline.schedule_desk import standing_board

BOARD = "/t/night-bell/board"


def _standing(client: TestClient, house: House) -> dict[str, Any]:
    base = re.search(r'data-base="([0-9a-f]{64})"', client.get(BOARD).text)
    assert base is not None
    _, board = standing_board(house.studio("night-bell").view)
    return {"base": base[1], "days": [[day.date, list(day.scenes)] for day in board.days]}


def test_the_board_shows_its_strips_its_price_and_its_bound(
    enter: Callable[..., TestClient],
) -> None:
    page = enter("1st-ad").get(BOARD).text
    assert page.count('class="strip ') == 3
    assert "no lawful board costs less than" in page


def test_the_board_as_it_stands_costs_what_it_says_and_saves_nothing(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    client = enter("1st-ad")
    head = {"X-Csrf": csrf(client)}
    trial = client.post(f"{BOARD}/try", json=_standing(client, house), headers=head).json()
    assert trial["than_standing"] == 0
    assert trial["cost"] in client.get(BOARD).text


def test_a_scene_in_the_boneyard_is_told_at_once(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    client = enter("1st-ad")
    arranged = _standing(client, house)
    arranged["days"][0][1] = arranged["days"][0][1][1:]
    trial = client.post(f"{BOARD}/try", json=arranged, headers={"X-Csrf": csrf(client)}).json()
    assert trial["findings"]


def test_a_board_is_taken_by_a_person_with_a_reason_and_a_stale_move_is_refused(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    client = enter("1st-ad")
    head = {"X-Csrf": csrf(client), "Accept": "application/json"}
    arranged = _standing(client, house)
    first = arranged["days"][0]
    first[1] = first[1][::-1]
    body = {**arranged, "reason": "the tide", "despite": True}
    taken = client.post(f"{BOARD}/take", json=body, headers=head)
    assert taken.status_code == 200, taken.text
    assert taken.json()["base"] != arranged["base"]
    again = client.post(f"{BOARD}/take", json=body, headers=head)
    assert again.status_code == 409
    assert "somebody else" in again.json()["title"]


def test_who_does_not_sign_the_schedule_may_try_and_not_take(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    client = enter("showrunner")
    head = {"X-Csrf": csrf(client)}
    arranged = _standing(client, house)
    assert client.post(f"{BOARD}/try", json=arranged, headers=head).status_code == 200
    body = {**arranged, "reason": "mine", "despite": True}
    assert client.post(f"{BOARD}/take", json=body, headers=head).status_code in {403, 422}


def test_a_scene_that_is_twice_on_the_board_is_refused(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    client = enter("1st-ad")
    arranged = _standing(client, house)
    arranged["days"][0][1].append(arranged["days"][0][1][0])
    answer = client.post(f"{BOARD}/try", json=arranged, headers={"X-Csrf": csrf(client)})
    assert answer.status_code == 422
