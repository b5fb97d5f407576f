import json
import sqlite3
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run

ANA = ("--as", "Ana Ruiz", "--role", "1st-ad")


def test_what_is_open_is_counted_by_stage_with_who_signs(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["decisions", "--out", str(made), "--json"]) == 0
    counts = {row["stage"]: row for row in json.loads(capsys.readouterr().out)}
    assert counts["breakdown.tag"]["proposed"] > 20
    assert counts["budget.estimate"]["roles"] == ["line-producer", "producer"]


def test_an_item_is_shown_with_the_words_it_quotes(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["decisions", "--out", str(made), "--scene", "2", "--matching", "nail"]) == 0
    out = capsys.readouterr().out
    assert "“nail”" in out
    assert "el-" in out


def test_decisions_by_filter_are_facts_and_the_record_verifies(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    assert run(["decide", "accept", "--stage", "breakdown", "--scene", "2", *ANA, *where]) == 0
    assert run(["log", *where, "--last", "2"]) == 0
    assert "Ana Ruiz" in capsys.readouterr().out
    assert run(["verify", *where]) == 0
    assert "all as they were written" in capsys.readouterr().out


def test_a_dry_run_decides_nothing(production: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--out", str(production))
    assert run(["decide", "accept", "--stage", "schedule", "--dry-run", *ANA, *where]) == 0
    capsys.readouterr()
    assert run(["log", *where, "--json"]) == 0
    assert [entry["what"] for entry in json.loads(capsys.readouterr().out)] == [
        "draft 1: three-scenes.fountain"
    ]


def test_an_amendment_reaches_the_sheets_of_the_next_run(
    script: Path, production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    assert run(["decisions", *where, "--scene", "2", "--matching", "nail", "--json"]) == 0
    item = json.loads(capsys.readouterr().out)[0]["item"]
    change = ["--set", "name=horseshoe nail", "--reason", "as the designer calls it"]
    assert run(["decide", "amend", item, *change, *ANA, *where]) == 0
    assert run(["produce", str(script), *where, "--through", "breakdown", "--json"]) == 0
    sheet = (production / "package/2-breakdown/by-scene.csv").read_text(encoding="utf-8-sig")
    assert "horseshoe nail" in sheet


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["accept", "--stage", "budget", *ANA], 1, "does not sign budget.estimate"),
        (["reject", "--stage", "schedule", *ANA], 2, "say why"),
        (["accept", "--stage", "schedule", "--role", "1st-ad"], 2, "signed"),
        (["accept", *ANA], 2, "which items"),
        (["amend", "--stage", "schedule", *ANA, "--set", "days", "--reason", "r"], 2, "--set"),
        (["accept", "el-000", *ANA], 1, "no item el-000"),
    ],
)
def test_a_decision_that_may_not_be_taken_says_why_and_changes_nothing(
    made: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    assert run(["decide", *arguments, "--out", str(made)]) == code
    assert said in capsys.readouterr().err


def test_a_tampered_journal_is_found(production: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--out", str(production))
    assert run(["decide", "accept", "--stage", "schedule", *ANA, *where]) == 0
    with sqlite3.connect(production / "production.db") as database:
        database.execute("UPDATE journal SET by = 'Mallory' WHERE sequence = 2")
    assert run(["verify", *where]) == 1
    assert "was edited" in capsys.readouterr().err


def test_a_folder_without_a_production_is_said_to_be_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["decisions", "--out", str(tmp_path)]) == 1
    assert "no production folder" in capsys.readouterr().err
