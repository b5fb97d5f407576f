import json
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run


def test_a_call_sheet_goes_out_as_pdf_and_calendars(
    production: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, folder = tmp_path / "day.pdf", tmp_path / "calls"
    where = ("--out", str(production))
    assert run(["callsheet", "1", *where, "--pdf", str(pdf), "--ics", str(folder)]) == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    names = {file.name for file in folder.iterdir()}
    assert {"unit.ics", "01-mina.ics"} <= names
    assert str(pdf) in capsys.readouterr().out


def test_as_json_every_fact_has_its_source(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["callsheet", "1", "--out", str(production), "--json"]) == 0
    sheet = json.loads(capsys.readouterr().out)["call_sheet"]
    (lunch,) = [row["value"] for row in sheet["times"] if row["label"] == "Lunch by"]
    assert lunch["source"] == {
        "kind": "rule",
        "ref": "call_sheet.toml#hours.lunch_after, hours.meal_within",
    }


def test_it_can_be_read_in_the_terminal(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["callsheet", "1", "--out", str(production)]) == 0
    said = capsys.readouterr().out
    assert "Day 1 of " in said
    assert "TO BE FILLED IN" in said


def test_a_wrong_day_or_a_broken_file_is_named_with_a_remedy(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    assert run(["callsheet", "99", *where]) == 2
    assert "there is no shooting day 99" in capsys.readouterr().err
    tables = production / "tables"
    tables.mkdir(exist_ok=True)
    (tables / "call_sheet.toml").write_text("[hours]\nclock = 13\n", encoding="utf-8")
    assert run(["callsheet", "1", *where]) == 2
    assert "hours.clock is 13" in capsys.readouterr().err


def test_a_date_on_which_nobody_shoots_is_reported(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = production / "tables"
    tables.mkdir(exist_ok=True)
    text = '[[day]]\ndate = 1999-01-01\nnote = "old"\n'
    (tables / "call_sheet.toml").write_text(text, encoding="utf-8")
    assert run(["callsheet", "1", "--out", str(production)]) == 0
    assert "the unit does not shoot on that date" in capsys.readouterr().err


def test_the_file_to_fill_in_is_written_once_and_never_over_one_that_is_there(
    production: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where, page = ("--out", str(production)), tmp_path / "day.html"
    assert run(["callsheet", "1", *where, "--prepare", "--html", str(page)]) == 0
    file = production / "tables" / "call_sheet.toml"
    assert '[people."MINA"]' in file.read_text(encoding="utf-8")
    assert "TO BE FILLED IN" in page.read_text(encoding="utf-8")
    assert run(["callsheet", "1", *where, "--prepare"]) == 2
    assert "is there already" in capsys.readouterr().err
