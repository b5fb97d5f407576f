"""A crew of worker processes: started, started again when one dies, stopped together."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from secondunit.bootstrap.work import Works, handlers_of, open_works
from secondunit.ports.engine import JobState, Station

OPEN = (JobState.QUEUED, JobState.RUNNING)


class Crew:
    """Worker processes of this machine on one production.

    Args:
        works: The production's work.
        queues: What they work on.
        count: How many.
        alone: Makes the command line of one worker.
    """

    def __init__(
        self, works: Works, queues: Sequence[str], count: int, alone: Callable[[], Sequence[str]]
    ) -> None:
        self._works = works
        self._queues = tuple(queues)
        self._count = count
        self._alone = alone
        self._running: list[subprocess.Popen[bytes]] = []
        self.deaths = 0

    def watch(self, until: Callable[[], bool], tick_seconds: float = 1.0) -> None:
        """Keep the crew at work until told to stop."""
        try:
            while not until():
                self._muster()
                time.sleep(tick_seconds)
        finally:
            self.stop()

    def stop(self) -> None:
        """Tell all to stop, and wait until they have finished what they can."""
        for process in self._running:
            process.send_signal(signal.SIGTERM)
        for process in self._running:
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running = []

    def is_idle(self) -> bool:
        """True when nothing is queued or running on its queues."""
        return not any(
            self._works.engine.jobs(*OPEN, queue=queue, most=1) for queue in self._queues
        )

    def _muster(self) -> None:
        """Replace whoever died; its slot and its jobs are free at once."""
        living = [process for process in self._running if process.poll() is None]
        dead = len(self._running) - len(living)
        self.deaths += dead
        if dead:
            time.sleep(min(0.2 * self.deaths, 5))
        self._running = living
        for _ in range(self._count - len(living)):
            self._running.append(subprocess.Popen(list(self._alone())))  # noqa: S603  our own


def work_alone(folder: Path, queues: Sequence[str]) -> None:
    """Be one worker of this production until told to stop by a signal.

    Raises:
        InputError: A setting cannot be read.
        NotFound: There is no production.
        StoreError: Its database cannot be opened.
    """
    stopped: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda received, _frame: stopped.append(received))
    works = open_works(folder)
    works.engine.work(Station(queues=tuple(queues)), handlers_of(works), lambda: bool(stopped))


def worker_command(folder: Path, queues: Sequence[str]) -> Sequence[str]:
    """The command line of one worker."""
    program = [sys.executable, "-m", "secondunit", "worker", "--alone"]
    return [*program, "--out", str(folder), "--queues", ",".join(queues)]
