from collections.abc import Callable

from starlette.testclient import TestClient


def test_the_reader_marks_what_the_breakdown_found_in_the_scripts_own_words(
    enter: Callable[..., TestClient],
) -> None:
    page = enter("writer").get("/t/night-bell/script").text
    assert "EXT. CAUSEWAY - DAWN" in page
    assert 'class="tag cat-vehicles proposed"' in page
    assert 'class="dialogue"' in page
