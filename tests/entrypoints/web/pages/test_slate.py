import time
from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

from secondunit.bootstrap.house import House


def test_a_person_sees_the_titles_they_have_a_role_in_and_no_other(
    enter: Callable[..., TestClient],
) -> None:
    page = enter("1st-ad").get("/").text
    assert "/t/night-bell" in page
    assert "other-title" not in page


def test_money_is_on_the_cards_of_those_who_may_see_it(enter: Callable[..., TestClient]) -> None:
    assert "USD" in enter("line-producer", name="Lena Moss").get("/").text
    assert "USD" not in enter("director").get("/").text


def test_somebody_without_a_role_is_told_what_to_do(enter: Callable[..., TestClient]) -> None:
    assert "can give you one" in enter().get("/").text


def test_only_an_owner_brings_titles_in(
    script: Path, enter: Callable[..., TestClient], csrf: Callable[[TestClient], str]
) -> None:
    client = enter("showrunner")
    files = {"script": ("new.fountain", script.read_bytes())}
    answer = client.post("/titles", data={"csrf": csrf(client)}, files=files)
    assert answer.status_code == 403


def test_a_dropped_script_becomes_a_title_whose_stages_appear(
    house: House, enter: Callable[..., TestClient], csrf: Callable[[TestClient], str]
) -> None:
    client = enter(owner=True)
    words = b"INT. ROOM - DAY\n\nA lamp.\n"
    files = {"script": ("../../Short Film.fountain", words)}
    answer = client.post("/titles", data={"csrf": csrf(client)}, files=files)
    assert answer.headers["location"] == "/arriving/short-film"
    for _ in range(200):
        if client.get("/arriving/short-film").status_code == 303:
            break
        time.sleep(0.1)
    assert client.get("/t/short-film").status_code == 200
    house.stop("short-film")


def test_a_file_that_is_no_script_is_named_with_what_was_wrong(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str], house: House
) -> None:
    client = enter(owner=True)
    files = {"script": ("noise.fountain", b"\x00\x01\x02" * 50)}
    client.post("/titles", data={"csrf": csrf(client), "title": "Noise"}, files=files)
    while house.is_running("noise"):
        time.sleep(0.1)
    answer = client.get("/arriving/noise")
    assert answer.status_code == 422
    assert "noise" in answer.text.lower()
