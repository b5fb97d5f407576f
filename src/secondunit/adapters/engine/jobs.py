"""Jobs as rows of DBOS: queued, listed, stopped, done again."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from secondunit.adapters.engine.address import SCHEMA, VERSION, EngineAddress
from secondunit.adapters.engine.statuses import OPEN, STATES, status_of
from secondunit.core.errors import Conflict, InputError, NotFound
from secondunit.ports.engine import QUEUES, Job, JobState, JobStatus

if TYPE_CHECKING:
    from dbos import DBOSClient, WorkflowStatus

WORKFLOW = "secondunit.job"

AT_ONCE: Mapping[str, int] = {"io": 32, "cpu": 1, "render": 1}
"""Jobs of a queue that one worker does at the same time: those that wait take no core."""

OF_ONE_ACCOUNT = 24
"""Of those, jobs that call the same account."""


class JobRows:
    """The jobs of one production, seen from any process; imports DBOS when first used.

    Args:
        address: Where they are kept.
        poll_seconds: How often workers look for work.
        at_once: Jobs of a queue that one worker does at the same time.
    """

    def __init__(
        self,
        address: EngineAddress,
        poll_seconds: float = 0.5,
        at_once: Mapping[str, int] = AT_ONCE,
    ) -> None:
        self.address = address
        self._poll = poll_seconds
        self._at_once = at_once

    @cached_property
    def client(self) -> DBOSClient:
        """The connection, with the tables and queues made where they are not there.

        Raises:
            StoreError: The database cannot be opened.
        """
        from dbos import DBOSClient, DBOSPortableJSONSerializer, error

        quiet()
        self._database = self.address.connect()
        made = DBOSClient(
            system_database_engine=self._database,
            dbos_system_schema=SCHEMA,
            serializer=DBOSPortableJSONSerializer(),
            application_name=self.address.application,
        )
        try:
            made._sys_db.verify_migrations()
        except error.DBOSInitializationError:
            made._sys_db.run_migrations()
        for name in QUEUES:
            self._register(made, name, on_conflict="never_update")
        return made

    def open(self) -> None:
        """Connect now, so that what is wrong with the database is said before anything is taken.

        Raises:
            StoreError: The database cannot be opened.
        """
        _ = self.client

    def close(self) -> None:
        """Let go of the database."""
        if "client" in self.__dict__:
            self.client.destroy()
            self._database.dispose()
            del self.client

    def submit(self, jobs: Sequence[Job]) -> None:
        """Queue jobs; one that is there stays as it is.

        Raises:
            InputError: A job names no queue of ours.
        """
        for job in jobs:
            _check_queue(job.queue)
            options: dict[str, Any] = {
                "workflow_name": WORKFLOW,
                "queue_name": self.address.queue(job.queue),
                "workflow_id": job.id,
                "app_version": VERSION,
                "priority": job.priority,
                "queue_partition_key": job.account or "-",
                "attributes": {
                    "kind": job.kind,
                    "queue": job.queue,
                    "subject": job.subject,
                    "account": job.account,
                },
            }
            self.client.enqueue(options, job.kind, job.body)  # type: ignore[arg-type]  # a TypedDict

    def jobs(self, *states: JobState, queue: str = "", most: int = 500) -> Sequence[JobStatus]:
        """Jobs in these states, or all, newest first."""
        wanted = [name for name, state in STATES.items() if state in states] or None
        rows = self.client.list_workflows(
            status=wanted,
            queue_name=self.address.queue(queue) if queue else None,
            limit=most,
            sort_desc=True,
            load_input=False,
        )
        return [status_of(row) for row in rows]

    def find(self, job: str) -> JobStatus:
        """One job, by its id or the beginning of it, with its steps.

        Raises:
            InputError: Several begin so.
            NotFound: There is none.
        """
        row = self.row(job)
        return status_of(row, self.client.list_workflow_steps(row.workflow_id))

    def row(self, job: str) -> WorkflowStatus:
        """The row of a job.

        Raises:
            InputError: Several begin so.
            NotFound: There is none.
        """
        rows = self.client.list_workflows(workflow_id_prefix=job, limit=2) if job else []
        exact = [row for row in rows if row.workflow_id == job]
        if not rows:
            raise NotFound(f"there is no job {job}", remedy="See them with secondunit jobs list.")
        if len(rows) > 1 and not exact:
            raise InputError(f"several jobs begin with {job}", remedy="Give more of its id.")
        return (exact or rows)[0]

    def cancel(self, job: str) -> None:
        """Stop a job: at once where it waits, at its next step or check where it runs.

        Raises:
            InputError: Several begin so.
            NotFound: There is no such job.
        """
        self.client.cancel_workflow(self.row(job).workflow_id)

    def is_cancelled(self, job: str) -> bool:
        """Whether somebody stopped it."""
        rows = self.client.list_workflows(workflow_ids=[job], load_input=False, load_output=False)
        return any(STATES[row.status] is JobState.CANCELLED for row in rows)

    def retry(self, job: str) -> None:
        """Have a job that failed, was parked or cancelled done again from its last kept step.

        Raises:
            Conflict: It is queued, running or done.
            InputError: Several begin so.
            NotFound: There is no such job.
        """
        found = self.find(job)
        if found.state in OPEN | {JobState.DONE}:
            raise Conflict(
                f"{found.job.subject} is {found.state}", remedy="Only what ended badly is retried."
            )
        steps = self.client.list_workflow_steps(found.job.id)
        failed = [step["function_id"] for step in steps if step["error"] is not None]
        self.client.rewind_workflow(
            found.job.id,
            start_step=min(failed, default=max((s["function_id"] for s in steps), default=0) + 1),
            queue_name=self.address.queue(found.job.queue),
            queue_partition_key=found.job.account or "-",
        )

    def pause(self, queue: str) -> None:
        """Start nothing more on a queue; what runs goes on.

        Raises:
            InputError: There is no such queue.
        """
        _check_queue(queue)
        self.client.register_queue(
            self.address.queue(queue),
            global_concurrency=0,
            worker_concurrency=0,
            polling_interval_sec=self._poll,
            on_conflict="always_update",
            application_name=self.address.application,
        )

    def resume(self, queue: str) -> None:
        """Start what waits again.

        Raises:
            InputError: There is no such queue.
        """
        _check_queue(queue)
        self._register(self.client, queue, on_conflict="always_update")

    def paused(self) -> Sequence[str]:
        """Queues that are paused."""
        stopped = {
            queue.name for queue in self.client.list_queues() if queue.global_concurrency == 0
        }
        return [name for name in QUEUES if self.address.queue(name) in stopped]

    def tidy(self, days: int) -> int:
        """Forget jobs that ended longer ago; how many."""
        before = datetime.fromtimestamp(time.time() - days * 86_400, tz=UTC)
        rows = self.client.list_workflows(
            status=[name for name, state in STATES.items() if state not in OPEN],
            completed_before=before.isoformat(),
            load_input=False,
            load_output=False,
        )
        ids = [row.workflow_id for row in rows]
        if ids:
            self.client.delete_workflows(ids)
        return len(ids)

    def give_back(self, living: Callable[[], Sequence[str]]) -> int:
        """Put jobs that run at nobody who lives back on their queues; how many.

        Each goes back only while it still is the dead one's (compare-and-set in the library).
        """
        system = self.client._sys_db
        rows = self.client.list_workflows(status="PENDING", load_input=False, load_output=False)
        holders = set(living())
        back = 0
        for row in rows:
            if row.executor_id and row.executor_id not in holders:
                back += system.reenqueue_for_recovery(
                    row.workflow_id, [row.executor_id], row.queue_name or self.address.queue("io")
                )
        return back

    def _register(self, client: DBOSClient, name: str, on_conflict: Any) -> None:
        at_once = self._at_once[name]
        client.register_queue(
            self.address.queue(name),
            worker_concurrency=at_once,
            partition_worker_concurrency=min(at_once, OF_ONE_ACCOUNT),
            polling_interval_sec=self._poll,
            on_conflict=on_conflict,
            application_name=self.address.application,
        )


def quiet() -> None:
    """Silence the library's log; what matters is in the rows."""
    import logging

    logging.getLogger("dbos").setLevel(logging.CRITICAL)


def _check_queue(name: str) -> None:
    """A queue of ours.

    Raises:
        InputError: It is none.
    """
    if name not in QUEUES:
        raise InputError(f"there is no queue “{name}”", remedy=f"Name one of {', '.join(QUEUES)}.")
