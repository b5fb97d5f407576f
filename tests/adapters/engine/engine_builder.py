"""An engine on a test's database, and a worker that stops when all is done."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tests.conftest import Database

from secondunit.adapters.engine.address import EngineAddress
from secondunit.adapters.engine.dbos_engine import DbosEngine
from secondunit.ports.engine import Handler, Job, JobState, Station


@contextmanager
def engine_on(database: Database, lease_seconds: float = 10) -> Iterator[DbosEngine]:
    address = EngineAddress(production="toy", folder=database.folder, server=database.server)
    engine = DbosEngine(address, database.open(), lease_seconds=lease_seconds, poll_seconds=0.05)
    yield engine
    engine.close()


def a_job(name: str, queue: str = "io", priority: int = 100, account: str = "peer") -> Job:
    return Job(
        id=name,
        kind="echo",
        queue=queue,
        subject=f"job {name}",
        body=f'"{name}"',
        account=account,
        priority=priority,
    )


def work_off(
    engine: DbosEngine, handlers: Mapping[str, Handler], *queues: str, slot: str = "w0"
) -> None:
    """Work until nothing is queued or running on the queues, ten seconds at most."""
    station = Station(slot=slot, queues=queues or ("io",), drain_seconds=2)
    end = time.monotonic() + 10

    def over() -> bool:
        left = [
            each
            for queue in station.queues
            for each in engine.jobs(JobState.QUEUED, JobState.RUNNING, queue=queue)
        ]
        return not left or time.monotonic() > end

    engine.work(station, handlers, over)
