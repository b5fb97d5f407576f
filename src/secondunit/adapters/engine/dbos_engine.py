"""The engine port on DBOS Transact's open part."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Engine as Database

from secondunit.adapters.engine.address import EngineAddress
from secondunit.adapters.engine.jobs import AT_ONCE, JobRows
from secondunit.adapters.engine.slots import Slots
from secondunit.adapters.engine.turnstile import AccountTurnstile
from secondunit.adapters.engine.worker import work
from secondunit.ports.engine import Handler, Job, JobState, JobStatus, Pace, Station

LEASE_SECONDS = 10.0


class DbosEngine:
    """The jobs of one production.

    Args:
        address: Where the jobs are kept.
        database: The production's own database: slots and pace are kept there.
        lease_seconds: How long a silent worker keeps its jobs.
        poll_seconds: How often workers look for work.
        at_once: Jobs of a queue that one worker does at the same time.
    """

    def __init__(
        self,
        address: EngineAddress,
        database: Database,
        *,
        lease_seconds: float = LEASE_SECONDS,
        poll_seconds: float = 0.5,
        at_once: Mapping[str, int] = AT_ONCE,
    ) -> None:
        self._jobs = JobRows(address, poll_seconds, at_once)
        self._lease = lease_seconds
        self.slots = Slots(database, address.production, round(lease_seconds * 1000))
        self.turnstile = AccountTurnstile(database, address.production)

    def submit(self, jobs: Sequence[Job]) -> None:
        """Queue jobs; one that is there stays as it is.

        Raises:
            InputError: A job names no queue of ours.
        """
        self._jobs.submit(jobs)

    def jobs(self, *states: JobState, queue: str = "", most: int = 500) -> Sequence[JobStatus]:
        """Jobs in these states, or all, newest first."""
        return self._jobs.jobs(*states, queue=queue, most=most)

    def find(self, job: str) -> JobStatus:
        """One job, by its id or the beginning of it, with its steps.

        Raises:
            InputError: Several begin so.
            NotFound: There is none.
        """
        return self._jobs.find(job)

    def cancel(self, job: str) -> None:
        """Stop a job: at once where it waits, at its next step or check where it runs.

        Raises:
            NotFound: There is no such job.
        """
        self._jobs.cancel(job)

    def retry(self, job: str) -> None:
        """Have a job that failed, was parked or cancelled done again from its last kept step.

        Raises:
            Conflict: It is queued, running or done.
            NotFound: There is no such job.
        """
        self._jobs.retry(job)

    def pause(self, queue: str) -> None:
        """Start nothing more on a queue; what runs goes on.

        Raises:
            InputError: There is no such queue.
        """
        self._jobs.pause(queue)

    def resume(self, queue: str) -> None:
        """Start what waits again.

        Raises:
            InputError: There is no such queue.
        """
        self._jobs.resume(queue)

    def paused(self) -> Sequence[str]:
        """Queues that are paused."""
        return self._jobs.paused()

    def set_pace(self, account: str, pace: Pace | None) -> None:
        """How often an account may be called; None for as often as one likes."""
        self.turnstile.set_pace(account, pace)

    def work(
        self, station: Station, handlers: Mapping[str, Handler], until: Callable[[], bool]
    ) -> None:
        """Do jobs until told to stop; the process ends at once where the lease is lost.

        Raises:
            Conflict: The slot is taken.
        """
        work(self._jobs, self.slots, station, handlers, until, lease_seconds=self._lease)

    def reap(self) -> int:
        """Give the jobs of workers whose lease ran out back to their queues; how many."""
        self.slots.end_silent()
        return self._jobs.give_back(self.slots.holders)

    def tidy(self, days: int) -> int:
        """Forget jobs that ended longer ago; how many."""
        return self._jobs.tidy(days)

    def close(self) -> None:
        """Let go of the database."""
        self._jobs.close()
