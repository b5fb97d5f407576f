from collections.abc import Callable

from starlette.testclient import TestClient


def test_every_file_of_the_package_opens_or_is_kept(enter: Callable[..., TestClient]) -> None:
    client = enter("line-producer")
    page = client.get("/t/night-bell/package").text
    assert "3-schedule" in page
    sheet = client.get("/t/night-bell/file/3-schedule/one-liner.pdf")
    assert sheet.content.startswith(b"%PDF")
    assert sheet.headers["content-disposition"].startswith("inline")


def test_a_page_of_ours_is_never_opened_inside_the_studio(
    enter: Callable[..., TestClient],
) -> None:
    client = enter("line-producer")
    answer = client.get("/t/night-bell/file/3-schedule/one-liner.html")
    if answer.status_code == 200:
        assert answer.headers["content-disposition"].startswith("attachment")
