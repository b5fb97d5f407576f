import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from secondunit.bootstrap.crew import Crew, worker_command

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]


def works(*counts: int) -> Any:
    left = list(counts)

    def jobs(*states: object, queue: str = "", most: int = 0) -> list[int]:
        del states, queue, most
        return [1] * (left.pop(0) if left else 0)

    return SimpleNamespace(engine=SimpleNamespace(jobs=jobs))


def test_a_worker_that_died_is_replaced_until_the_crew_is_stopped() -> None:
    began: list[float] = []

    def command() -> list[str]:
        began.append(time.monotonic())
        return [sys.executable, "-c", ""] if len(began) < 3 else SLEEPER

    crew = Crew(works(), ["io"], 1, command)
    until = time.monotonic() + 8
    crew.watch(lambda: len(began) >= 3 or time.monotonic() > until, tick_seconds=0.05)
    assert len(began) == 3
    assert crew.deaths == 2
    assert crew._running == []


def test_a_crew_is_idle_when_nothing_is_left_on_its_queues() -> None:
    assert Crew(works(0, 0), ["io", "cpu"], 1, lambda: SLEEPER).is_idle()
    assert not Crew(works(0, 1), ["io", "cpu"], 1, lambda: SLEEPER).is_idle()


def test_a_worker_is_this_program_on_that_production() -> None:
    command = worker_command(Path("/films/toy"), ["io", "cpu"])
    assert command[0] == sys.executable
    assert command[-4:] == ["--out", "/films/toy", "--queues", "io,cpu"]
