import json
from pathlib import Path

import pytest
from tests.entrypoints.cli.rights.conftest import LEGAL, Say


def test_a_licence_is_kept_with_its_paper(
    say: Say, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = say(
        "licence", "add", "l-1", "--licensor", "photo-house", "--scope", "ai-input",
        "--territory", "world", "--from", "2026-01-01", "--until", "2026-12-31",
        "--document", str(paper), *LEGAL,
    )  # fmt: skip
    assert done == 0
    capsys.readouterr()
    assert say("licence", "list", "--json") == 0
    (kept,) = json.loads(capsys.readouterr().out)
    assert (kept["licensor"], kept["scope"], len(kept["document"])) == (
        "photo-house",
        ["ai-input"],
        64,
    )
    assert say("licence", "list") == 0
    assert "all of theirs" in capsys.readouterr().out


def test_a_notice_moves_on_as_bargaining_does(say: Say, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("notice", "add", "n-1", "--union", "SAG-AFTRA", "--subject", "nova", "--sent")
    assert say(*words, "2026-10-01", "--bargaining", "open", *LEGAL) == 0
    assert say(*words, "2026-10-01", "--bargaining", "closed", *LEGAL) == 0
    capsys.readouterr()
    assert say("notice", "list") == 0
    shown = capsys.readouterr().out
    assert "closed" in shown
    assert "open" not in shown


def test_a_consultation_keeps_the_dissent(say: Say, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--person", "B. Hall", "--proposal", "takes by runway", "--response", "I would not")
    assert say("consultation", "add", "d-1", *words, "--dissent", *LEGAL) == 0
    capsys.readouterr()
    assert say("consultation", "list") == 0
    assert "against" in capsys.readouterr().out
    assert say("consultation", "list", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["dissent"] is True


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("licence", "add", "l-1"), "--licensor"),
        (("notice", "add", "n-1"), "--union"),
        (("notice", "add", "n-1", "--union", "X", "--bargaining", "soon"), "none, open or closed"),
        (("consultation", "add", "d-1"), "--person"),
        (("consultation", "add", "d-1", "--person", "B", "--proposal", "p"), "--response"),
    ],
)
def test_a_paper_that_says_too_little_is_refused(
    words: tuple[str, ...], said: str, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say(*words, *LEGAL) == 2
    assert said in capsys.readouterr().err


def test_lists_of_nothing_are_empty(say: Say, capsys: pytest.CaptureFixture[str]) -> None:
    for part in ("licence", "notice", "consultation"):
        assert say(part, "list", "--json") == 0
        assert json.loads(capsys.readouterr().out) == []
