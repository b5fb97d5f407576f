"""One worker process: DBOS launched under an id of its own, on the queues it was given."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping

from secondunit.adapters.engine.address import SCHEMA, VERSION
from secondunit.adapters.engine.heart import Heart
from secondunit.adapters.engine.jobs import WORKFLOW, JobRows, quiet
from secondunit.adapters.engine.slots import Slots
from secondunit.adapters.engine.steps import KeptSteps
from secondunit.core.errors import Cancelled, InputError
from secondunit.ports.engine import Handler, Station

POISON = 3
"""A job that was started so often and never ended is parked: it may be what kills the workers."""

LOST = 75
"""Exit code of a worker that lost its lease; whoever started it starts it again."""

_doing: dict[str, object] = {}
"""What the one workflow function of this process works with: DBOS is one a process."""


def work(
    jobs: JobRows,
    slots: Slots,
    station: Station,
    handlers: Mapping[str, Handler],
    until: Callable[[], bool],
    *,
    lease_seconds: float,
    on_lost: Callable[[], None] | None = None,
) -> None:
    """Do jobs until told to stop.

    Args:
        jobs: The jobs.
        slots: The slots.
        station: Which slot and queues.
        handlers: By kind of job.
        until: Asked five times a second; True ends the work.
        lease_seconds: How long a silent worker keeps its jobs.
        on_lost: Called when the lease is lost; the process ends at once where None.

    Raises:
        Conflict: The slot is taken.
        InputError: A queue is none of ours.
    """
    from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer

    quiet()
    jobs.open()
    lease = slots.take(station.slot) if station.slot else slots.take_free()
    heart = Heart(
        slots,
        jobs,
        lease,
        lease_seconds=lease_seconds,
        keep_days=station.keep_days,
        on_lost=on_lost or _exit,
    )
    address = jobs.address
    database = address.connect()
    config: DBOSConfig = {
        "name": address.application,
        "system_database_url": address.url,
        "system_database_engine": database,
        "dbos_system_schema": SCHEMA,
        "application_version": VERSION,
        "executor_id": lease.holder,
        "serializer": DBOSPortableJSONSerializer(),
        "log_level": "CRITICAL",
        "run_migrations": False,
        "use_listen_notify": True,
    }
    jobs.give_back(slots.holders)
    _doing.update(heart=heart, jobs=jobs, handlers=handlers)
    heart.presence.hold(lease.token)
    heart.start()
    try:
        DBOS(config=config)
        _register()
        DBOS.listen_queues([address.queue(name) for name in station.queues])
        DBOS.launch()
        while heart.lives and not until():
            time.sleep(0.2)
        _drain(station.drain_seconds)
    finally:
        heart.stop()
        DBOS.destroy()
        slots.release(lease)
        heart.presence.let_go(lease.token)
        database.dispose()


def _register() -> None:
    """The one workflow function, once a process."""
    if "function" in _doing:
        return
    from dbos import DBOS, error

    @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=POISON - 1)
    def do(kind: str, body: str) -> str:
        jobs, heart, handlers = _doing["jobs"], _doing["heart"], _doing["handlers"]
        assert isinstance(jobs, JobRows)  # noqa: S101  set by work() before launch
        assert isinstance(heart, Heart)  # noqa: S101
        assert isinstance(handlers, Mapping)  # noqa: S101
        handler = handlers.get(kind)
        if handler is None:
            raise InputError(
                f"no handler does jobs of kind {kind}", remedy="Start a worker of this version."
            )
        try:
            made: str = handler(KeptSteps(DBOS.workflow_id or "", jobs, heart), body)
            return made
        except Cancelled as stopped:
            raise error.DBOSWorkflowCancelledError(stopped.message) from stopped

    _doing["function"] = do


def _drain(seconds: int) -> None:
    """Let what runs go on for a while; what is not done by then goes back to the queue."""
    from dbos._dbos import _get_dbos_instance

    instance = _get_dbos_instance()
    for stop in instance.background_thread_stop_events:
        stop.set()
    end = time.monotonic() + seconds
    while time.monotonic() < end and instance._active_workflows_set.activeList():
        time.sleep(0.1)


def _exit() -> None:
    """End at once: somebody else may be doing these jobs already."""
    sys.stderr.write("secondunit worker: the lease was lost; ended\n")
    sys.stderr.flush()
    os._exit(LOST)
