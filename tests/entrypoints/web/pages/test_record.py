from collections.abc import Callable

from starlette.testclient import TestClient


def test_the_record_is_read_filtered_and_checked(enter: Callable[..., TestClient]) -> None:
    client = enter("auditor")
    assert "draft 1" in client.get("/t/night-bell/record").text
    assert "draft 1" not in client.get("/t/night-bell/record?words=nobody").text
    assert "as they were written" in client.get("/t/night-bell/record/check").text
