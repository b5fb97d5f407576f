"""A job's steps as DBOS keeps them."""

from __future__ import annotations

import time
from collections.abc import Callable

from secondunit.adapters.engine.heart import Heart
from secondunit.adapters.engine.jobs import JobRows
from secondunit.core.errors import Cancelled, HashMismatch, MediaMissing, StoreBusy, StoreError

LOOK_SECONDS = 2.0
"""How often a waiting step asks whether it was cancelled."""

STORE_AWAY_SECONDS = 600.0
"""How long a store that does not answer is waited for."""


class KeptSteps:
    """The steps of one job in this process.

    Args:
        job: Id of the job.
        jobs: Where it is kept.
        heart: Of the worker that does it.
    """

    def __init__(self, job: str, jobs: JobRows, heart: Heart) -> None:
        self.id = job
        self._jobs = jobs
        self._heart = heart
        self._looked = time.monotonic()

    @property
    def token(self) -> int:
        """Fencing token of the worker."""
        return self._heart.lease.token

    def step(self, name: str, work: Callable[[], str]) -> str:
        """Do a step, or give back what it gave when it was done before.

        Raises:
            Cancelled: Somebody cancelled the job.
            StoreBusy: The store stayed locked for ten minutes.
            StoreError: The store stayed away for ten minutes.
        """
        from dbos import DBOS, StepOptions, error

        def patiently() -> str:
            end, pause = time.monotonic() + STORE_AWAY_SECONDS, 0.1
            while True:
                self._check_lease()
                try:
                    return work()
                except (MediaMissing, HashMismatch):
                    raise
                except (StoreError, StoreBusy):
                    if time.monotonic() > end:
                        raise
                time.sleep(pause)
                pause = min(pause * 2, 5)

        try:
            return DBOS.run_step(StepOptions(name=name), patiently)
        except error.DBOSWorkflowCancelledError as stopped:
            raise Cancelled("it was cancelled") from stopped

    def check(self) -> None:
        """Look whether the job may go on; asks the database every two seconds.

        Raises:
            Cancelled: Somebody cancelled it.
        """
        self._check_lease()
        if time.monotonic() - self._looked < LOOK_SECONDS:
            return
        self._looked = time.monotonic()
        if self._jobs.is_cancelled(self.id):
            raise Cancelled("it was cancelled")

    def wait(self, seconds: float) -> None:
        """Wait inside a step, checking meanwhile.

        Raises:
            Cancelled: Somebody cancelled the job.
        """
        end = time.monotonic() + seconds
        while True:
            self.check()
            left = end - time.monotonic()
            if left <= 0:
                return
            time.sleep(min(left, 0.5))

    def may_send(self, send_by: int) -> bool:
        """True while something may still be sent under a claim that runs out then."""
        return self._heart.may_send() and self.now() < send_by

    def is_gone(self, token: int) -> bool:
        """True when the worker of that token has ended, or can do nothing more for this job.

        This worker itself sends nothing more under a claim that it comes back to.
        """
        return token in {0, self.token} or self._heart.presence.is_gone(token)

    def now(self) -> int:
        """Milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def _check_lease(self) -> None:
        """Go on only with a lease.

        Raises:
            LeaseLost: It is lost, or the worker was told to stop.
        """
        if not self._heart.lives:
            raise LeaseLost("this worker has no lease any more")


class LeaseLost(BaseException):
    """Ends the thread of a job without an outcome: somebody else does the job now.

    No error of the studio, so that no handler takes it for an outcome of the job.
    """
