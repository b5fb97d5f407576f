from pathlib import Path

import pytest

from secondunit.entrypoints.cli.app import run

REFERENCE = """source = "the production"
version = "1"
checked_on = "2026-11-25"

[[character]]
name = "MINA"
words = "a girl of nine"

[[character.reference]]
file = "mina.png"
sha256 = "00"
owner = "holder-mina"
consent = "consent-1"
"""


def test_a_bible_is_shown_and_a_reference_without_consent_blocks(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--out", str(production))
    assert run(["bible", *where]) == 0
    assert "The bible is empty" in capsys.readouterr().out
    assert run(["bible", "check", *where]) == 0
    (production / "tables").mkdir(exist_ok=True)
    (production / "tables" / "bible.toml").write_text(REFERENCE, encoding="utf-8")
    (production / "bible").mkdir()
    (production / "bible" / "mina.png").write_bytes(b"a picture")
    assert run(["bible", *where]) == 0
    assert "0 of 1 usable" in capsys.readouterr().out
    assert run(["bible", "check", *where]) == 1
    said = capsys.readouterr().err
    assert "there is no consent “consent-1”" in said
    assert "its hash is" in said


def test_a_malformed_bible_is_refused_with_its_file(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (production / "tables").mkdir(exist_ok=True)
    (production / "tables" / "bible.toml").write_text("[[character]\n", encoding="utf-8")
    assert run(["bible", "--out", str(production)]) == 2
    assert "bible.toml" in capsys.readouterr().err
