import json
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run

ANA = ("--as", "Ana Ruiz", "--role", "1st-ad", "--reason", "as the designer calls it")


def test_a_renamed_element_is_on_the_sheets_of_the_next_run(
    script: Path, production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    assert run(["breakdown", "rename", "nail", "horseshoe nail", *ANA, *where]) == 0
    assert "amend" in capsys.readouterr().out
    assert run(["produce", str(script), *where, "--through", "breakdown", "--json"]) == 0
    sheet = (production / "package/2-breakdown/by-scene.csv").read_text(encoding="utf-8-sig")
    assert "horseshoe nail" in sheet


def test_an_added_element_is_on_the_sheets_of_the_next_run(
    script: Path, production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    new = ["breakdown", "add", "signal flare", "--scene", "2", "--category", "props"]
    assert run([*new, "--quantity", "3", *ANA, *where, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["verdict"] == "add"
    assert run(["produce", str(script), *where, "--through", "breakdown", "--json"]) == 0
    sheet = (production / "package/2-breakdown/by-scene.csv").read_text(encoding="utf-8-sig")
    assert "signal flare" in sheet


def test_merged_and_split_elements_are_decided_together(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    parts = ["--into", "horseshoe nail", "--into", "roofing nail"]
    assert run(["breakdown", "split", "nail", *parts, "--scene", "2", *ANA, *where]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[-1].startswith("2 decided by Ana Ruiz")
    assert run(["breakdown", "merge", "horseshoe nail", "--into", "nail", *ANA, *where]) == 0


def test_a_change_that_nobody_signs_is_refused(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["breakdown", "rename", "nail", "hook", "--out", str(made)]) == 2
    assert "a change of the breakdown is signed" in capsys.readouterr().err
