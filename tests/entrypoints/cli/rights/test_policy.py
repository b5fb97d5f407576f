import json

import pytest
from tests.entrypoints.cli.rights.conftest import LEGAL, Say


def test_what_is_not_said_is_shown_as_not_said(
    say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("policy", "show") == 0
    assert "not said" in capsys.readouterr().out
    assert say("policy", "show", "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["max_retention_days"], shown["highest_class"]) == (None, "confidential")


def test_only_what_is_given_changes(say: Say, capsys: pytest.CaptureFixture[str]) -> None:
    assert say("policy", "set", "--provider", "runway", "--retention", "30", *LEGAL) == 0
    assert say("policy", "set", "--never", "Lantern", "--no-disputes", *LEGAL) == 0
    capsys.readouterr()
    say("policy", "show", "--json")
    shown = json.loads(capsys.readouterr().out)
    assert (shown["providers"], shown["max_retention_days"]) == (["runway"], 30)
    assert (shown["never_words"], shown["disputes"]) == (["Lantern"], [])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "nothing is to change"),
        (("--highest", "top"), "no class “top”"),
        (("--dispute", "IATSE", "--no-disputes"), "one of the two"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(
    words: tuple[str, ...], said: str, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("policy", "set", *words, *LEGAL) == 2
    assert said in capsys.readouterr().err
