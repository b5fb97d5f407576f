from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from secondunit.core.errors import InputError
from secondunit.entrypoints.web.forms import read_address, read_name, read_password


def test_a_form_without_the_sessions_token_changes_nothing(
    enter: Callable[..., TestClient],
) -> None:
    client = enter("showrunner")
    for sent in ({}, {"csrf": "guessed"}):
        answer = client.post("/account", data={"name": "Eve", "language": "en", **sent})
        assert answer.status_code in {403, 422}
    assert "Eve" not in client.get("/account").text


def test_a_form_from_another_page_changes_nothing(
    enter: Callable[..., TestClient], csrf: Callable[[TestClient], str]
) -> None:
    client = enter("showrunner")
    data = {"name": "Eve", "language": "en", "csrf": csrf(client)}
    answer = client.post("/account", data=data, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_an_address_is_kept_in_lower_case() -> None:
    assert read_address(" Ana@Studio.Example ") == "ana@studio.example"
    with pytest.raises(InputError, match="no e-mail address"):
        read_address("ana")


def test_a_name_is_one_line() -> None:
    assert read_name(" Ana \n Ruiz ") == "Ana Ruiz"
    with pytest.raises(InputError, match="name is missing"):
        read_name("  ")


def test_a_short_password_is_refused() -> None:
    with pytest.raises(InputError, match="12 characters"):
        read_password("short")
