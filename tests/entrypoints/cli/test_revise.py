import json
from pathlib import Path

import pytest
from tests.entrypoints.conftest import BLUE, WHITE

from secondunit.entrypoints.cli.app import run

ANA = ("--as", "Ana Ruiz", "--role", "1st-ad")


def test_a_revision_keeps_every_decision_on_what_is_the_same(
    worked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(worked))
    assert run(["decide", "accept", "--stage", "breakdown", *ANA, *where]) == 0
    capsys.readouterr()
    assert run(["revise", str(BLUE), *where, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    what = {change["number"]: change["what"] for change in report["scenes"]}
    assert what["7A"] == "new"
    assert what["9"] == "omitted"
    assert what["11"] == "moved"
    assert what["12A"] == "new, split from 12"
    assert report["unchanged"] == 14
    assert {measure["name"] for measure in report["measures"]} >= {
        "scenes",
        "pages",
        "shooting days",
        "board cost",
        "budget",
    }
    promised = next(row for row in report["carried"] if row["stage"] == "breakdown.tag")
    assert promised["kept"] > 150
    assert run(["produce", str(BLUE), *where, "--through", "shots", "--json"]) == 0
    capsys.readouterr()
    assert run(["decisions", *where, "--json"]) == 0
    counts = {row["stage"]: row for row in json.loads(capsys.readouterr().out)}
    breakdown = counts["breakdown.tag"]
    assert breakdown["accepted"] == promised["kept"]
    assert breakdown["stale"] + breakdown["gone"] == promised["stale"]
    assert run(["verify", *where]) == 0


def test_until_the_next_run_the_stages_are_said_to_be_behind(
    worked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(worked))
    assert run(["revise", str(BLUE), *where]) == 0
    assert "Next: secondunit produce" in capsys.readouterr().out
    assert run(["decisions", *where, "--json"]) == 0
    behind = {row["stage"] for row in json.loads(capsys.readouterr().out) if row["behind"]}
    assert behind >= {"screenplay.draft", "breakdown.tag", "shots.shot_list"}


def test_the_superseded_draft_is_not_produced_again(
    worked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(worked))
    assert run(["revise", str(BLUE), *where]) == 0
    assert run(["produce", str(WHITE), *where]) == 1
    assert "has superseded it" in capsys.readouterr().err


def test_a_draft_that_cannot_be_read_changes_nothing(
    worked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.fountain").write_bytes(b"no scenes at all")
    assert run(["revise", str(tmp_path / "bad.fountain"), "--out", str(worked)]) == 1
    assert "no scene heading" in capsys.readouterr().err
    assert run(["produce", str(WHITE), "--out", str(worked), "--through", "shots", "--json"]) == 0


def test_a_decision_on_a_renamed_character_is_shown_beside_the_new_name(
    worked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(worked))
    why = "she is only seen"
    chosen = ("--stage", "breakdown", "--matching", "MRS. TULL")
    assert run(["decide", "reject", *chosen, *ANA, *where, "--reason", why]) == 0
    assert run(["revise", str(BLUE), *where]) == 0
    assert run(["produce", str(BLUE), *where, "--through", "breakdown", "--json"]) == 0
    capsys.readouterr()
    assert run(["decisions", "--stage", "breakdown", "--matching", "MRS. ", *where, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    renamed = [row for row in rows if row["label"].endswith("MRS. VANE")]
    assert renamed
    assert {row["state"] for row in renamed} == {"stale"}
    assert {row["fact"]["reason"] for row in renamed} == {why}
    assert all(row["value"] is None for row in renamed)
    assert not [
        row for row in rows if row["label"].endswith("MRS. TULL") and row["state"] != "gone"
    ]
