import json
from pathlib import Path

import pytest
from tests.entrypoints.cli.rights.conftest import LEGAL, Say

SCOPE = (
    "--holder", "ana", "--use", "replica", "--medium", "feature", "--territory", "world",
    "--from", "2026-01-01", "--until", "2099-01-01", "--separate", "--reason", "the fall",
)  # fmt: skip


def holder(say: Say, *more: str) -> int:
    return say("holder", "add", "ana", "--name", "Ana Ruiz", "--union", "SAG-AFTRA", *more, *LEGAL)


def standing(say: Say, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    capsys.readouterr()
    assert say("consent", "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    return {each["consent"]["id"]: each["today"] for each in listed}


def test_a_holder_is_written_down_and_what_is_not_said_is_named(
    say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert holder(say, "--adult") == 0
    shown = capsys.readouterr()
    assert "not said: living or deceased" in shown.err
    assert "minor or adult" not in shown.err
    assert say("holder", "list") == 0
    assert "Ana Ruiz" in capsys.readouterr().out


def test_a_complete_signed_consent_is_live_and_covers_this_title(
    say: Say, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("consent", "add", "c-1", *SCOPE, "--document", str(paper), *LEGAL) == 0
    assert "c-1: active" in capsys.readouterr().out
    assert standing(say, capsys) == {"c-1": "active"}
    assert say("consent", "list") == 0
    assert "two-rooms" in capsys.readouterr().out


def test_a_consent_without_its_paper_stays_a_draft_and_says_what_it_lacks(
    say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("consent", "add", "c-1", *SCOPE, *LEGAL) == 1
    assert "lacks document" in capsys.readouterr().err
    assert say("consent", "activate", "c-1", *LEGAL) == 2
    assert "c-1 lacks document" in capsys.readouterr().err


def test_a_draft_can_be_suspended_by_nobody_and_revoked_by_the_performer(
    say: Say, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say("consent", "add", "c-1", *SCOPE, "--document", str(paper), "--draft", *LEGAL)
    assert say("consent", "suspend", "c-1", "--reason", "x", *LEGAL) == 2
    asked = ("--as", "Ana Ruiz", "--role", "performer", "--reason", "I do not want it")
    assert say("consent", "revoke", "c-1", *asked) == 0
    assert standing(say, capsys) == {"c-1": "revoked"}


def test_revoking_lists_and_holds_back_what_shows_her_and_is_for_good(
    say: Say, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say("consent", "add", "c-1", *SCOPE, "--document", str(paper), *LEGAL)
    say("asset", "note", str(paper), "--owner", "production", "--likeness", "ana", *LEGAL)
    capsys.readouterr()
    assert say("consent", "revoke", "c-1", *LEGAL) == 2
    assert "say why" in capsys.readouterr().err
    assert say("consent", "revoke", "c-1", "--reason", "asked to", *LEGAL) == 0
    assert "held back: 1 thing" in capsys.readouterr().out
    assert say("consent", "activate", "c-1", *LEGAL) == 2
    assert "new paper" in capsys.readouterr().err


def test_a_suspended_consent_can_come_back(
    say: Say, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say("consent", "add", "c-1", *SCOPE, "--document", str(paper), *LEGAL)
    assert say("consent", "suspend", "c-1", "--reason", "a strike", *LEGAL) == 0
    assert say("consent", "activate", "c-1", *LEGAL) == 0
    assert standing(say, capsys) == {"c-1": "active"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as", "", "--role", "legal"), "person's name"),
        (("--as", "Bo", "--role", "grip"), "grip does not sign"),
        (("--as", "Bo", "--role", "legal", "--until", "soon"), "no date"),
        (("--as", "Bo", "--role", "legal", "--document", "/no/such/file"), "no such file"),
    ],
)
def test_a_wrong_signature_date_or_paper_is_named(
    words: tuple[str, ...], said: str, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("consent", "add", "c-1", *SCOPE, *words) in {1, 2}
    assert said in capsys.readouterr().err


def test_a_consent_that_is_not_there_is_named(say: Say, capsys: pytest.CaptureFixture[str]) -> None:
    assert say("consent", "revoke", "c-9", "--reason", "x", *LEGAL) == 2
    assert "no consent “c-9”" in capsys.readouterr().err


def test_holders_are_listed_as_json(say: Say, capsys: pytest.CaptureFixture[str]) -> None:
    holder(say, "--minor", "--deceased")
    capsys.readouterr()
    assert say("holder", "list", "--json") == 0
    (ana,) = json.loads(capsys.readouterr().out)
    assert (ana["minor"], ana["deceased"], ana["unions"]) == (True, True, ["SAG-AFTRA"])
