import json
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run

ANA = ("--as", "Ana Ruiz", "--role", "1st-ad", "--reason", "Kim's breakdown")


def test_a_breakdown_goes_out_and_comes_back_with_nothing_new(
    production: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    for name in ("plan.uss", "tagged.fdx"):
        file = str(tmp_path / name)
        assert run(["breakdown", "export", file, *where]) == 0
        assert run(["breakdown", "import", file, *ANA, *where, "--json"]) == 0
        out = capsys.readouterr().out
        assert json.loads(out[out.index("{") :])["added"] == []


def test_an_element_of_another_program_is_added_under_a_name(
    production: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where, file = ("--out", str(production)), tmp_path / "plan.uss"
    assert run(["breakdown", "export", str(file), *where]) == 0
    plan = json.loads(file.read_text(encoding="utf-8"))
    (nail,) = [e for e in plan["universalScheduleStandard"]["elements"] if e["name"] == "nail"]
    nail["name"] = "copper nail"
    file.write_text(json.dumps(plan), encoding="utf-8")
    assert run(["breakdown", "import", str(file), *ANA, *where]) == 0
    assert "1 added by Ana Ruiz (1st-ad)" in capsys.readouterr().out


def test_a_file_that_is_no_breakdown_is_refused_and_nothing_changes(
    production: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    bad = tmp_path / "bad.uss"
    bad.write_bytes(b"{}")
    assert run(["breakdown", "import", str(bad), *ANA, *where]) == 2
    assert "bad.uss has no universalScheduleStandard" in capsys.readouterr().err
    assert run(["breakdown", "import", str(bad), *where]) == 2
    assert "signed by who takes it on" in capsys.readouterr().err
    assert run(["breakdown", "export", str(tmp_path / "plan.xml"), *where]) == 2
    assert "does not travel as “.xml”" in capsys.readouterr().err
    fake = tmp_path / "bad.fdx"
    fake.write_bytes(b"<FinalDraft")
    assert run(["breakdown", "import", str(fake), *ANA, *where]) == 2
