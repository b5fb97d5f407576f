import json
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run

TINY = "tiny\n4\n3\n1 0 1 0 1\n1 1 0 1 2\n0 1 1 0 3\n1 2 3 1\n"


def test_an_instance_is_solved_with_its_proof(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tiny.dat"
    file.write_text(TINY)
    assert run(["schedule", "talent", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["cost"], found["waiting"], found["lower_bound"]) == (29, 2, 29)
    assert found["proved"] is True
    assert sorted(found["order"]) == [1, 2, 3, 4]
    assert found["seconds"] >= 0
    assert run(["schedule", "talent", str(file)]) == 0
    assert "proved the cheapest" in capsys.readouterr().out


def test_a_file_that_cannot_be_understood_is_wrong_usage_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.dat"
    file.write_text(TINY.replace("1 0 1 0 1", "1 0 2 0 1"))
    assert run(["schedule", "talent", str(file)]) == 2
    assert "bad.dat, line 4" in capsys.readouterr().err
    assert run(["schedule", "talent", str(file), "--seconds", "-1"]) == 2
