import csv
import json
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run

KIM = ("--as", "Kim Oduya", "--role", "director", "--reason", "after the recce")


def edit(file: Path, number: str, **cells: str) -> None:
    with file.open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source))
    next(row for row in rows if row["Shot"] == number).update(cells)
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def read_json(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    out = capsys.readouterr().out
    found: dict[str, object] = json.loads(out[out.index("{") :])
    return found


def test_a_list_goes_out_and_comes_back_with_no_difference(
    production: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    for name in ("shots.csv", "shots.xlsx"):
        file = str(tmp_path / name)
        assert run(["shots", "export", file, *where]) == 0
        assert run(["shots", "import", file, *where]) == 0
        said = capsys.readouterr().out
        assert "0 changed, 0 new, 0 not in the list" in said
        assert "Nothing was decided: not signed." in said


def test_an_edited_list_is_shown_then_signed_and_stands(
    production: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where, file = ("--out", str(production)), tmp_path / "shots.csv"
    assert run(["shots", "export", str(file), *where]) == 0
    edit(file, "2B", Seconds="4", Description="He rings.")
    assert run(["shots", "import", str(file), *where]) == 0
    assert "2 differences" in capsys.readouterr().out
    assert run(["shots", "import", str(file), *KIM, *where]) == 0
    assert "1 decided by Kim Oduya" in capsys.readouterr().out
    assert run(["shots", "list", "--scene", "2", *where]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "[amended; locked: action, duration] He rings." in said
    assert run(["log", *where]) == 0
    assert "Kim Oduya" in capsys.readouterr().out


def test_a_cell_that_cannot_be_read_is_named_and_nothing_is_decided(
    production: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where, file = ("--out", str(production)), tmp_path / "shots.csv"
    assert run(["shots", "export", str(file), *where]) == 0
    edit(file, "2B", Size="gigantic")
    assert run(["shots", "import", str(file), *KIM, *where]) == 1
    said = capsys.readouterr()
    assert "column size: “gigantic” is no size" in " ".join(said.err.split())
    assert "Nothing was decided: a row cannot be taken." in said.out


def test_who_may_not_sign_and_what_is_no_list_are_refused(
    production: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where, file = ("--out", str(production)), tmp_path / "shots.csv"
    assert run(["shots", "export", str(file), *where]) == 0
    edit(file, "2B", Seconds="4")
    clerk = ("--as", "Al", "--role", "editor", "--reason", "x")
    assert run(["shots", "import", str(file), *clerk, *where]) == 1
    assert run(["shots", "import", str(file), "--as", "Al", *where]) == 2
    assert "signed by who takes it on" in capsys.readouterr().err
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    assert run(["shots", "import", str(bad), *where]) == 2
    assert run(["shots", "export", str(tmp_path / "a.doc"), *where]) == 2
    assert run(["shots", "list", "--scene", "99", *where]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_shots_are_listed_by_scene_and_as_json(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    assert run(["shots", "list", "--scene", "2", *where]) == 0
    said = capsys.readouterr().out
    assert "RINGING ROOM" in said
    assert "2A" in said
    assert run(["shots", "list", "--scene", "2", "--json", *where]) == 0
    shots = json.loads(capsys.readouterr().out)
    assert {shot["number"] for shot in shots} >= {"2A", "2B"}
    assert all(shot["camera"] for shot in shots)


def test_every_line_is_covered_by_the_check(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["shots", "check", "--json", "--out", str(production)])
    found = read_json(capsys)
    assert found["coverage"]["missing"] == []  # type: ignore[index]  # because it is JSON
