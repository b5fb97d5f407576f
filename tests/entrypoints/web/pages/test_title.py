from collections.abc import Callable

from starlette.testclient import TestClient


def test_the_flow_shows_every_stage_with_what_waits_for_whom(
    enter: Callable[..., TestClient],
) -> None:
    page = enter("1st-ad").get("/t/night-bell").text
    assert "Breakdown" in page
    assert "Localisation" in page
    assert 'class="pill hot" href="/t/night-bell/decide/breakdown.tag"' in page
    assert 'class="pill" href="/t/night-bell/decide/shots.shot_list"' in page


def test_a_guest_sees_how_far_it_is_and_no_word_of_the_script(
    enter: Callable[..., TestClient],
) -> None:
    page = enter("guest").get("/t/night-bell").text
    assert "Breakdown" in page
    assert "/t/night-bell/script" not in page
    assert "USD" not in page


def test_what_is_up_to_date_is_not_called_behind(enter: Callable[..., TestClient]) -> None:
    assert "changed since" not in enter("director").get("/t/night-bell/behind").text
