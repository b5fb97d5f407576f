import json
from pathlib import Path

import pytest
from tests.entrypoints.cli.jobs_builder import order_takes, small_production

from secondunit.bootstrap.work import open_works
from secondunit.core.money import FREE
from secondunit.entrypoints.cli.app import run
from secondunit.ports.spend import ChargeState, Intent, amount_of
from secondunit.ports.take_bin import TakeState


def test_jobs_are_listed_with_what_is_spent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_production(tmp_path)
    order_takes(folder, 2)
    assert run(["jobs", "list", "--json", "--out", str(folder)]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {each["job"]["subject"] for each in listed["jobs"]} == {"take 12A-1", "take 12A-2"}
    assert run(["jobs", "list", "--state", "queued", "--out", str(folder)]) == 0
    assert "take 12A-1" in capsys.readouterr().out


def test_a_job_is_cancelled_and_ordered_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_production(tmp_path)
    (take,) = order_takes(folder, 1)
    name = f"take-{take.key[:12]}"
    assert run(["jobs", "cancel", name, "--out", str(folder)]) == 0
    assert "cancelled" in capsys.readouterr().out
    assert open_works(folder).takes.find(take.key).state is TakeState.CANCELLED
    assert run(["jobs", "retry", name, "--out", str(folder)]) == 0
    assert open_works(folder).takes.find(take.key).state is TakeState.ORDERED
    assert run(["jobs", "retry", name, "--out", str(folder)]) == 1


def test_a_queue_is_paused_and_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_production(tmp_path)
    assert run(["jobs", "pause", "io", "--out", str(folder)]) == 0
    run(["jobs", "list", "--out", str(folder)])
    assert "io is paused" in capsys.readouterr().err
    assert run(["jobs", "resume", "io", "--out", str(folder)]) == 0
    assert run(["jobs", "pause", "gpu", "--out", str(folder)]) == 2


def test_a_charge_in_doubt_is_the_exit_code_until_a_named_person_resolves_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_production(tmp_path)
    (take,) = order_takes(folder, 1)
    ledger = open_works(folder).ledger
    intent = Intent(
        key=take.key, title="", account="x", amount=amount_of(FREE), subject="12A-1", by="Ana"
    )
    ledger.reserve(intent)
    ledger.claim(take.key, 1, 99)
    ledger.doubt(take.key, "cut off")
    name = f"take-{take.key[:12]}"
    assert run(["jobs", "list", "--out", str(folder)]) == 3
    assert run(["jobs", "resolve", name, "--not-charged", "--out", str(folder)]) == 2
    assert "named person" in capsys.readouterr().err
    command = ["jobs", "resolve", name, "--not-charged", "--as", "Ana Ruiz", "--out", str(folder)]
    assert run(command) == 0
    assert ledger.find(take.key).state is ChargeState.REFUNDED
    assert run(["jobs", "list", "--out", str(folder)]) == 0


def test_an_amount_that_is_none_is_said_to_be_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_production(tmp_path)
    command = ["jobs", "resolve", "take-1", "--charged", "a lot", "--as", "Ana"]
    assert run([*command, "--out", str(folder)]) == 2
    assert "a lot" in capsys.readouterr().err
