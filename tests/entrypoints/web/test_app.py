from collections.abc import Callable

from starlette.testclient import TestClient


def test_no_answer_lets_a_script_or_style_in_from_elsewhere(browser: TestClient) -> None:
    for address in ("/sign-in", "/static/studio.css", "/nothing-here"):
        policy = browser.get(address).headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


def test_pages_are_kept_by_no_cache_and_static_files_for_good(browser: TestClient) -> None:
    assert browser.get("/sign-in").headers["cache-control"] == "no-store"
    assert "immutable" in browser.get("/static/studio.css").headers["cache-control"]


def test_an_error_is_a_page_for_people_and_a_problem_for_programs(
    enter: Callable[..., TestClient],
) -> None:
    client = enter("director")
    page = client.get("/t/nothing")
    assert page.status_code == 404
    assert "there is no title nothing" in page.text
    said = client.get("/t/nothing", headers={"Accept": "application/json"})
    assert said.headers["content-type"] == "application/problem+json"
    assert said.json()["detail"] == "Go back to the slate."


def test_a_body_larger_than_any_script_is_not_read(browser: TestClient) -> None:
    answer = browser.post("/sign-in", headers={"Content-Length": str(2**31)}, content=b"")
    assert answer.status_code == 413


def test_no_page_holds_an_inline_script_or_style(enter: Callable[..., TestClient]) -> None:
    client = enter("showrunner", "1st-ad", "director")
    for address in ("", "/script", "/decide/breakdown.tag", "/board", "/wall", "/people"):
        text = client.get(f"/t/night-bell{address}").text
        assert "<style" not in text
        assert " style=" not in text
        assert "<script>" not in text
        assert " onclick" not in text
