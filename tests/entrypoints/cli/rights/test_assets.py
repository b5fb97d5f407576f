import json
from pathlib import Path
from typing import Any

import pytest
from tests.entrypoints.cli.rights.conftest import LEGAL, Say


def listed(say: Say, capsys: pytest.CaptureFixture[str]) -> Any:
    capsys.readouterr()
    assert say("asset", "list", "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_what_is_made_from_a_scan_is_as_secret_as_the_scan(
    say: Say, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scan, still = tmp_path / "scan.png", tmp_path / "still.png"
    scan.write_bytes(b"scan")
    still.write_bytes(b"still")
    words = ("--owner", "production", "--class")
    assert say("asset", "note", str(scan), *words, "internal", "--likeness", "ana", *LEGAL) == 0
    assert say("asset", "note", str(still), *words, "public", "--parent", str(scan), *LEGAL) == 0
    found = listed(say, capsys)
    assert [(each["class"], each["likenesses"]) for each in found] == [("biometric", ["ana"])] * 2
    assert say("asset", "list") == 0
    assert "biometric" in capsys.readouterr().out


def test_a_thing_is_held_back_with_what_was_made_from_it_and_let_go_by_itself(
    say: Say, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = "a" * 64, "b" * 64
    say("asset", "note", one, "--owner", "production", *LEGAL)
    say("asset", "note", two, "--owner", "production", "--parent", one, *LEGAL)
    assert say("asset", "hold", one, "--reason", "a claim", *LEGAL) == 0
    assert [each["held"] for each in listed(say, capsys)] == [True, True]
    assert say("asset", "release", one, "--reason", "settled", *LEGAL) == 0
    assert [each["held"] for each in listed(say, capsys)] == [False, True]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("note", "a" * 64), "--owner"),
        (("note", "a" * 64, "--owner", "x", "--class", "secret"), "no class “secret”"),
        (("note", "/no/such/file", "--owner", "x"), "no such file"),
        (("hold", "a" * 64), "say why"),
    ],
)
def test_a_note_that_says_too_little_is_refused(
    words: tuple[str, ...], said: str, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("asset", *words, *LEGAL) == 2
    assert said in capsys.readouterr().err
