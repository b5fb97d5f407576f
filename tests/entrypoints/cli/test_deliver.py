import hashlib
import json
from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run

SIGNERS = {
    "screenplay": ("Lea Roy", "writer"),
    "breakdown": ("Ana Ruiz", "1st-ad"),
    "schedule": ("Ana Ruiz", "1st-ad"),
    "budget": ("Bo Lind", "line-producer"),
    "shots": ("Ida Moss", "director"),
    "generation": ("Ida Moss", "director"),
    "cut": ("Rui Alves", "editor"),
    "localisation": ("Eva Sand", "localisation-supervisor"),
}


def test_a_package_is_refused_while_sign_offs_are_missing_and_lists_them(
    made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["deliver", "--as", "Kim Oduya", "--out", str(made)]) == 1
    said = capsys.readouterr().err
    assert "Schedule: 1 decision open, signed by 1st Assistant Director or Line Producer" in said
    assert not (made / "delivery").exists()


def test_a_draft_is_built_and_marked(production: Path) -> None:
    assert run(["deliver", "--draft", "--out", str(production)]) == 0
    folder = production / "delivery" / "draft"
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["draft"] is True
    assert "DRAFT" in (folder / "report.html").read_text(encoding="utf-8")
    for entry in manifest["entries"]:
        data = (folder / entry["path"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["digest"], entry["path"]


def test_the_sheets_of_a_draft_are_watermarked_and_the_working_ones_are_not(
    production: Path,
) -> None:
    assert run(["deliver", "--draft", "--out", str(production)]) == 0
    sheet = "3-schedule/stripboard.pdf"
    draft = (production / "delivery" / "draft" / sheet).read_bytes()
    assert draft != (production / "package" / sheet).read_bytes()


def test_with_every_sign_off_the_package_leaves(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    for stage, (name, role) in SIGNERS.items():
        assert (
            run(["decide", "accept", "--stage", stage, "--as", name, "--role", role, *where]) == 0
        )
    assert run(["deliver", "--as", "Kim Oduya", *where]) == 0
    folder = production / "delivery" / "final"
    report = (folder / "report.html").read_text(encoding="utf-8")
    assert "SIGNED OFF" in report
    assert "Bo Lind" in report
    capsys.readouterr()
    assert run(["log", *where, "--last", "1"]) == 0
    assert "package of" in capsys.readouterr().out
    assert run(["verify", *where]) == 0


def test_a_delivery_needs_a_name(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["deliver", "--out", str(made)]) == 2
    assert "--as" in capsys.readouterr().err
