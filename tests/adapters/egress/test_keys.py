import pickle
from pathlib import Path

import pytest

from secondunit.adapters.egress.keys import (
    FILE,
    KeyPlace,
    Scheme,
    Secret,
    fetch_key,
    read_key_places,
)
from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError, NotConfigured

SECRET = "sk-very-secret"


def test_a_key_comes_from_its_variable_or_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ACME_KEY", f" {SECRET}\n")
    assert fetch_key("acme", KeyPlace(scheme=Scheme.BEARER, env="ACME_KEY")).reveal() == SECRET
    (tmp_path / "key").write_text(f"{SECRET}\n", encoding="utf-8")
    place = KeyPlace(scheme=Scheme.BEARER, file=str(tmp_path / "key"))
    assert fetch_key("acme", place).reveal() == SECRET
    assert fetch_key("previs", KeyPlace()).reveal() == ""


@pytest.mark.parametrize("value", ["", "two words", "schlüssel", "line\nbreak"])
def test_what_cannot_be_a_key_is_said_without_being_shown(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACME_KEY", value)
    with pytest.raises(NotConfigured, match="environment variable ACME_KEY") as caught:
        fetch_key("acme", KeyPlace(scheme=Scheme.BEARER, env="ACME_KEY"))
    assert not value or value not in caught.value.message


def test_a_key_does_not_show_itself() -> None:
    secret = Secret(SECRET)
    assert SECRET not in f"{secret} {secret!r} {[secret]}"
    assert secret.hide_in(f"bad key {SECRET}") == "bad key …"
    assert secret.hide_in_bytes(SECRET.encode()) == "…".encode()
    with pytest.raises(TypeError, match="stays"):
        pickle.dumps(secret)


def test_the_places_that_ship_hold_names_and_no_keys() -> None:
    places = read_key_places(PackagedTables().fetch_table(FILE))
    assert places["runway"].env == "RUNWAYML_API_SECRET"
    assert places["bedrock"].scheme is Scheme.SIGV4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[keys.acme]\nscheme = "bearer"', "one of env and file"),
        ('[keys.acme]\nscheme = "bearer"\nenv = "A"\nfile = "b"', "one of env and file"),
        ('[keys.acme]\nscheme = "header"\nenv = "A"', "names no header"),
        ('[keys.acme]\nscheme = "aws-sigv4"', "names no service"),
        ('[keys.acme]\nscheme = "magic"', "magic"),
        (f'[keys.acme]\nkey = "{SECRET}"', "no field “key”"),
        ("keys = 1", FILE),
    ],
)
def test_a_wrong_place_is_refused_with_the_field_named(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_key_places(text)
    assert SECRET not in caught.value.message
