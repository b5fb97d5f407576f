import json
from pathlib import Path

import pytest

from secondunit.bootstrap.productions import open_studio
from secondunit.entrypoints.cli.app import run
from secondunit.pipeline.dailies.pick import find_take

KIM = ("--as", "Kim Oduya", "--role", "director")


def listed(where: tuple[str, ...], capsys: pytest.CaptureFixture[str], *more: str) -> list[dict]:  # type: ignore[type-arg]  # JSON
    capsys.readouterr()
    assert run(["takes", *more, "--json", *where]) == 0
    found: list[dict] = json.loads(capsys.readouterr().out)["takes"]  # type: ignore[type-arg]  # JSON
    return found


def test_takes_are_listed_picked_and_taken_back_by_name(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    first = listed(where, capsys)[0]
    assert (first["state"], first["pick"]) == ("made", "proposed")
    slate, shot = first["slate"], first["shot"]
    assert run(["pick", slate, *KIM, *where]) == 0
    assert f"{slate} is the take of shot {shot}" in capsys.readouterr().out
    assert listed(where, capsys, shot)[0]["pick"] == "picked by Kim Oduya (director)"
    assert run(["unpick", slate, *KIM, "--reason", "the boom is in", *where]) == 0
    assert "not picked any more" in capsys.readouterr().out
    assert not listed(where, capsys, "list", shot)[0]["pick"]


def test_a_pick_without_a_name_and_a_take_that_is_not_there_are_refused(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(made))
    assert run(["pick", "1A-1", *where]) == 2
    assert "signed by who makes it" in capsys.readouterr().err
    assert run(["takes", "999Z", *where]) == 1
    assert "there is no shot “999Z”" in capsys.readouterr().err


def test_a_take_that_is_held_back_is_not_picked_and_holds_up_the_delivery(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    listed(where, capsys)
    slate = listed(where, capsys)[0]["slate"]
    view = open_studio(production).view
    digest = find_take(view, slate).media.digest
    legal = ("--reason", "a claim", "--as", "Lea Roy", "--role", "legal", *where)
    assert run(["rights", "asset", "hold", digest, *legal]) == 0
    assert run(["pick", slate, *KIM, *where]) == 1
    assert "is held back" in capsys.readouterr().err
    assert run(["deliver", "--as", "Kim Oduya", *where]) == 1
    assert f"Take {slate}: is held back" in capsys.readouterr().err
    assert run(["rights", "asset", "release", digest, *legal]) == 0
    assert run(["pick", slate, *KIM, *where]) == 0
