import json
from pathlib import Path

import pytest
from tests.adapters.text_model.server import serving
from tests.pipeline.test_assistant import break_down, finds_waits, settle

from secondunit.entrypoints.cli.app import run


def test_a_production_without_a_model_says_so(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["breakdown", "heard", "--out", str(made)]) == 0
    assert "No text model" in capsys.readouterr().out


def test_what_the_model_found_and_what_was_refused_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(finds_waits) as (address, _):
        break_down(settle(tmp_path, address), tmp_path)
    assert run(["breakdown", "heard", "--out", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    for words in ("stand-in: likely", "paid 0.00 USD", "1 of its own to be checked", "“waits”"):
        assert words in out
    assert run(["breakdown", "heard", "--out", str(tmp_path), "--json"]) == 0
    got = json.loads(capsys.readouterr().out)
    assert got["model"] == "stand-in"
    assert sum(got["lanes"].values()) > len(got["own"]) == 1
