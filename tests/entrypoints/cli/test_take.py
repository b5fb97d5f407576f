from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run

ANA = ("--as", "Ana Ruiz", "--role", "1st-ad", "--reason", "Kim's board")


def test_a_board_of_another_program_is_taken_under_a_name(
    production: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where, file = ("--out", str(production)), str(tmp_path / "plan.uss")
    assert run(["breakdown", "export", file, *where]) == 0
    assert run(["schedule", "take", file, *ANA, *where]) == 0
    assert "taken by Ana Ruiz (1st-ad)" in capsys.readouterr().out
    assert run(["log", *where, "--last", "1"]) == 0
    assert "Kim's board" in capsys.readouterr().out
    assert run(["schedule", "check", *where]) == 0


def test_what_cannot_be_taken_is_refused(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where, file = ("--out", str(made)), tmp_path / "board.json"
    file.write_text("{}", encoding="utf-8")
    assert run(["schedule", "take", str(file), *where]) == 2
    assert "signed by who takes it" in capsys.readouterr().err
