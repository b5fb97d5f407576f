import json
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run

KIM = ("--as", "Kim Oduya", "--role", "director")


def test_cost_and_rules_are_shown_and_nothing_is_ordered(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production), "--json")
    assert run(["order", "--scene", "2", "--takes", "2", "--dry-run", *where]) == 0
    said = json.loads(capsys.readouterr().out)
    assert len(said["quoted"]) > 2
    assert said["cost"]["sums"] == []
    assert run(["takes", *where]) == 0
    assert not [
        row for row in json.loads(capsys.readouterr().out)["takes"] if row["by"] != "studio"
    ]


def test_ordered_takes_wait_in_the_bin_for_a_worker(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    shot = _first_shot(where, capsys)
    assert run(["order", shot, "--takes", "2", *KIM, *where]) == 0
    assert "2 takes ordered by Kim Oduya (director)" in capsys.readouterr().out
    assert run(["takes", shot, *where, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["takes"]
    assert [row["slate"] for row in rows if row["state"] == "ordered"] == [f"{shot}-2", f"{shot}-3"]


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        ([], 2, "nothing says which shots"),
        (["--scene", "99"], 1, "scene 99 has no shots"),
        (["--all", "--must", "magic"], 2, "“magic” is no control"),
        (["--all", "--provider", "nobody"], 2, "no provider “nobody”"),
        (["--all", "--takes", "500"], 2, "more than 10,000"),
    ],
)
def test_what_cannot_be_ordered_is_named(
    made: Path, capsys: pytest.CaptureFixture[str], given: list[str], code: int, said: str
) -> None:
    assert run(["order", *given, *KIM, "--out", str(made)]) == code
    assert said in capsys.readouterr().err


def test_a_provider_outside_is_denied_with_the_rule_and_who_can_clear_it(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    still = _first_shot(where, capsys)
    assert run(["order", still, "--provider", "runway", *KIM, *where]) in {1, 2}
    said = capsys.readouterr().err
    assert "legal" in said or "cannot honour" in said


def _first_shot(where: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(["takes", *where, "--json"]) == 0
    shot: str = json.loads(capsys.readouterr().out)["takes"][0]["shot"]
    return shot
