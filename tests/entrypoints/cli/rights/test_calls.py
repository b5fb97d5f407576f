import json
import sqlite3
from pathlib import Path

import pytest
from tests.adapters.egress.peer import answers, listening
from tests.entrypoints.cli.rights.conftest import LEGAL, Say

from secondunit.bootstrap.way_out import open_gate
from secondunit.core.errors import RightsNotCleared
from secondunit.entrypoints.cli.app import run
from secondunit.film.rights.model import EgressRequest, Purpose, Seller
from secondunit.ports.gate import Outgoing


def request(provider: str) -> EgressRequest:
    return EgressRequest(
        by="Lea Roy",
        title="two-rooms",
        purpose=Purpose.TEMP,
        seller=Seller(provider=provider),
        subject="shot 12A",
    )


@pytest.fixture
def called(bare: Path, say: Say) -> Path:
    """A production with a call that was made and one that was refused."""
    words = ("--person", "B", "--proposal", "p", "--response", "yes")
    say("consultation", "add", "d-1", *words, *LEGAL)
    gate = open_gate(bare)
    with listening(answers()) as peer, gate.open(request("comfyui")) as wire:
        wire.send(Outgoing(method="POST", url=peer.url, body=b"{}"))
    with pytest.raises(RightsNotCleared), gate.open(request("luma")):
        pytest.fail("it was let out")
    return bare


def test_the_log_tells_what_left_and_what_was_refused(
    called: Path, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert say("log", "--json") == 0
    made, refused = json.loads(capsys.readouterr().out)
    assert (made["sent"][0]["status"], made["is_refused"]) == (200, False)
    assert "G01" in refused["note"]["denied"]
    assert say("log") == 0
    assert "refused:" in capsys.readouterr().out
    assert called.is_dir()


def test_the_chains_are_recomputed_and_an_edit_is_found(
    called: Path, say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert say("log", "--verify") == 0
    assert "whole: 1 entries of rights, 4 of calls" in capsys.readouterr().out
    with sqlite3.connect(called / "production.db") as connection:
        connection.execute("UPDATE chained_log SET by = 'Nobody' WHERE log = 'egress'")
    assert say("log", "--verify") == 1
    assert "egress log entry 1" in capsys.readouterr().err
    assert run(["verify", "--out", str(called)]) == 1
    assert "egress log entry 1" in capsys.readouterr().err


def test_why_says_yes_to_previs_and_names_every_rule_against_a_service(
    production: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rights", "why", "1A", "--out", str(production)]) == 0
    assert "yes" in capsys.readouterr().out
    words = ["rights", "why", "1a", "--provider", "luma", "--purpose", "final"]
    assert run([*words, "--out", str(production)]) == 1
    shown = capsys.readouterr().out
    for rule in ("G01", "R01", "R02", "R03", "R04", "R05", "R21"):
        assert f"no   {rule}" in shown
    assert "legal can supply terms.retention_days" in shown
    assert run([*words, "--out", str(production), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["allowed"] is False
    assert run(["rights", "why", "99Z", "--out", str(production)]) == 1
    assert "no order of a shot 99Z" in capsys.readouterr().err


def test_the_rules_are_listed_with_what_they_rest_on(
    say: Say, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("rules", "--json") == 0
    rules = {each["id"]: each for each in json.loads(capsys.readouterr().out)}
    assert "Netflix" in rules["R01"]["source"]
    assert say("rules") == 0
    assert "R23" in capsys.readouterr().out
