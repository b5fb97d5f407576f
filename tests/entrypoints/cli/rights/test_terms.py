import json
from pathlib import Path

import pytest
from tests.entrypoints.cli.rights.conftest import LEGAL, Say

ADD = (
    "terms", "add", "runway", "--tier", "enterprise", "--host", "api.dev.runwayml.com",
    "--no-trains", "--retention", "0", "--in-region", "us", "--indemnity", "--source", "contract",
)  # fmt: skip
CHECK = ("terms", "check", "runway", "--tier", "enterprise")


def test_what_ships_is_listed_with_a_mark_where_nothing_is_known(
    say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("terms", "list") == 0
    shown = capsys.readouterr().out
    assert "luma" in shown
    assert "?" in shown
    assert say("terms", "list", "--json") == 0
    stands = {each["stands"] for each in json.loads(capsys.readouterr().out)}
    assert stands == {"needs none", "not confirmed"}


def test_own_terms_stand_over_the_files_and_a_person_confirms_them(
    say: Say, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say(*ADD, *LEGAL) == 0
    assert say(*CHECK, "--text", str(paper), "--until", "2099-01-01", *LEGAL) == 0
    assert "confirmed by Lea Roy until 2099-01-01" in capsys.readouterr().out
    assert say("terms", "show", "runway", "--tier", "enterprise") == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["terms"]["retention_days"], shown["stands"]) == (0, "confirmed until 2099-01-01")
    assert len(shown["text"]) == 64


def test_terms_that_change_are_no_longer_confirmed(
    say: Say, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say(*ADD, *LEGAL)
    say(*CHECK, "--text", str(paper), "--until", "2099-01-01", *LEGAL)
    say(*ADD, "--retention", "30", *LEGAL)
    capsys.readouterr()
    say("terms", "show", "runway", "--tier", "enterprise")
    assert json.loads(capsys.readouterr().out)["stands"] == "not confirmed"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "acme", "--host", "a.b"), "--source"),
        (("add", "acme", "--source", "x"), "names no host"),
        (("add", "acme", "--source", "x", "--host", "https://a.b"), "is no host"),
        (("check", "runway"), "--text and --until"),
        (("show", "acme"), "no terms of acme"),
    ],
)
def test_terms_that_say_too_little_are_refused(
    words: tuple[str, ...], said: str, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("terms", *words, *LEGAL) in {1, 2}
    assert said in capsys.readouterr().err


def test_only_legal_confirms_terms(
    say: Say, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--text", str(paper), "--until", "2099-01-01", "--as", "Bo", "--role", "producer")
    assert say("terms", "check", "luma", *words) == 1
    assert "legal" in capsys.readouterr().err
    words = ("--text", str(paper), "--until", "2020-01-01", *LEGAL)
    assert say("terms", "check", "luma", *words) == 2
    assert "run out" in capsys.readouterr().err
