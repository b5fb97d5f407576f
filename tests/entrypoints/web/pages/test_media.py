import re
from collections.abc import Callable

import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from secondunit.entrypoints.web.pages.media import ranged

FILM = bytes(range(100))


def _asked(text: str) -> Request:
    headers = [(b"range", text.encode())] if text else []
    return Request({"type": "http", "headers": headers})


@pytest.mark.parametrize(
    ("asked", "status", "first", "count"),
    [
        ("", 200, 0, 100),
        ("bytes=10-19", 206, 10, 10),
        ("bytes=90-", 206, 90, 10),
        ("bytes=-5", 206, 95, 5),
        ("bytes=50-500", 206, 50, 50),
        ("lines=1-2", 200, 0, 100),
    ],
)
def test_a_browser_gets_the_bytes_it_asked_for(
    asked: str, status: int, first: int, count: int
) -> None:
    answer = ranged(_asked(asked), FILM, "video/mp4")
    assert (answer.status_code, answer.body) == (status, FILM[first : first + count])
    assert answer.headers["accept-ranges"] == "bytes"


def test_a_range_past_the_end_is_refused_with_the_length() -> None:
    answer = ranged(_asked("bytes=100-"), FILM, "video/mp4")
    assert answer.status_code == 416
    assert answer.headers["content-range"] == "bytes */100"


def test_a_picture_is_sent_once_and_then_known(enter: Callable[..., TestClient]) -> None:
    client = enter("director")
    page = client.get("/t/night-bell/wall").text
    address = re.findall(r'src="(/t/[^"]+\.png)"', page)[0]
    first = client.get(address)
    known = client.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, known.status_code) == (200, 304)


def test_what_is_no_picture_of_the_title_is_not_there(enter: Callable[..., TestClient]) -> None:
    client = enter("director")
    for name in (f"{'0' * 64}.png", "../production.db", f"{'0' * 64}.json", "x.png"):
        assert client.get(f"/t/night-bell/media/{name}").status_code == 404
