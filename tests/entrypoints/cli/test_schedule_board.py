import json
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run


def test_check_says_that_no_rule_is_broken(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schedule", "check", "--out", str(made), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [f for f in found["findings"] if f["severity"] == "error"] == []
    assert found["days"] >= 1


def test_replan_saves_three_boards_that_compare_reads(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(made))
    assert run(["schedule", "check", *where, "--json"]) == 0
    capsys.readouterr()
    saved = tmp_path / "plans"
    assert run(["schedule", "replan", "--today", "2026-01-01", "--save", str(saved), *where]) == 0
    assert "Three ways on" in capsys.readouterr().out
    assert {path.stem for path in saved.iterdir()} == {"cheapest", "fewest-days", "least-change"}
    one = saved / "cheapest.json"
    assert run(["schedule", "check", str(one), *where]) == 0
    capsys.readouterr()
    assert run(["schedule", "compare", str(one), *where, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["days"][0] >= 1


@pytest.mark.parametrize(
    "options", [(), ("--lost", "soon"), ("--ill", "GHOST=2027-01-01"), ("--ill", "GHOST")]
)
def test_what_cannot_be_read_is_refused_with_a_remedy(
    made: Path, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schedule", "replan", *options, "--out", str(made)]) == 2
    assert "→" in capsys.readouterr().err
