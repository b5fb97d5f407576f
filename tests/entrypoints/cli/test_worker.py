"""One take through the commands: ordered, made by a worker of its own process, shown."""

import json
from pathlib import Path

import pytest
from tests.entrypoints.cli.jobs_builder import order_takes, small_production

from secondunit.bootstrap.work import open_works
from secondunit.entrypoints.cli.app import run
from secondunit.ports.take_bin import TakeState


def test_a_worker_makes_what_was_ordered_and_stops_when_nothing_is_left(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = small_production(tmp_path)
    (take,) = order_takes(folder, 1)
    assert run(["worker", "--drain", "--queues", "render", "--out", str(folder)]) == 0
    made = open_works(folder).takes.find(take.key)
    assert made.state is TakeState.MADE
    assert made.thumbnail is not None
    assert "1 done" in capfd.readouterr().err
    assert run(["jobs", "show", f"take-{take.key}", "--json", "--out", str(folder)]) == 0
    shown = json.loads(capfd.readouterr().out)
    names = [step["name"] for step in shown["job"]["steps"]]
    assert names == ["permit", "reserve", "place", "wait", "keep", "settle"]
    assert shown["charge"]["state"] == "settled"


def test_a_queue_that_is_none_of_ours_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_production(tmp_path)
    assert run(["worker", "--queues", "io,gpu", "--out", str(folder)]) == 2
    assert "gpu" in capsys.readouterr().err
