"""Work that outlives the command: durable jobs on queues, done by whatever workers there are.

A job is a list of steps. What a step gave back is kept; a job that is started again, because its
worker died, goes on after the last step that was kept. A step itself may run twice: what it does
outside has to bear that (see the spend ledger).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

QUEUES = ("io", "cpu", "render")
"""``io`` waits for providers, ``cpu`` reckons, ``render`` draws."""


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    PARKED = "parked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Something to be done once.

    Args:
        id: Unique: the same id twice is one job.
        kind: Which handler does it.
        queue: Where it waits.
        subject: What people call it (``take 12A-7``).
        body: Canonical JSON of what the handler expects.
        account: Account at a provider that it calls, or "": one slow account holds up no other.
        priority: 1 goes first; equal ones in order.
    """

    id: str
    kind: str
    queue: str
    subject: str
    body: str
    account: str = ""
    priority: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    """One step that is kept.

    Args:
        name: Of the step.
        result: What it gave back, or why it failed.
        milliseconds: How long it took.
    """

    name: str
    result: str
    milliseconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JobStatus:
    """A job as it stands.

    Args:
        job: What was asked; its body is left out of lists.
        state: Where it stands.
        worker: Who does it, or did last; "" for nobody yet.
        attempts: How often it was started.
        at: ISO 8601 UTC of its submission.
        changed_at: ISO 8601 UTC of its last change.
        result: What its handler gave back, or "".
        error: Why it failed, or "".
        error_kind: Class of the error (``BudgetExceeded``), or "".
        steps: Those kept so far; only where one job was asked for.
    """

    job: Job
    state: JobState
    worker: str
    attempts: int
    at: str
    changed_at: str
    result: str = ""
    error: str = ""
    error_kind: str = ""
    steps: tuple[StepDone, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often an account may be called.

    Args:
        calls: So many.
        seconds: In any stretch of so long.
    """

    calls: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """One worker process.

    Args:
        slot: Its name among the workers (``w0``), which no two have at once; "" for the first that
            is free.
        queues: What it works on.
        keep_days: Ended jobs older than that are forgotten; 0 keeps all.
        drain_seconds: How long it may finish what it began when it is told to stop.
    """

    slot: str = ""
    queues: tuple[str, ...] = QUEUES
    keep_days: int = 14
    drain_seconds: int = 10


class Steps(Protocol):
    """What a job has while it is done."""

    @property
    def id(self) -> str:
        """Of the job."""

    @property
    def token(self) -> int:
        """Fencing token of the worker: a later holder of any slot has a higher one."""

    def step(self, name: str, work: Callable[[], str]) -> str:
        """Do a step, or give back what it gave when it was done before.

        A store that is away for a while is waited for.

        Raises:
            Cancelled: Somebody cancelled the job.
        """

    def check(self) -> None:
        """Look whether the job may go on; to be called while a step waits.

        A worker that lost its lease never comes back from here: somebody else does the job now.

        Raises:
            Cancelled: Somebody cancelled it.
        """

    def wait(self, seconds: float) -> None:
        """Wait inside a step, checking meanwhile.

        Raises:
            Cancelled: Somebody cancelled the job.
        """

    def may_send(self, send_by: int) -> bool:
        """True while something may still be sent under a claim that runs out then."""

    def is_gone(self, token: int) -> bool:
        """True when the worker of that token has ended, or can do nothing more for this job."""

    def now(self) -> int:
        """Milliseconds since 1970."""


Handler = Callable[[Steps, str], str]
"""Does the jobs of one kind: steps and body in, canonical JSON out."""


class Turnstile(Protocol):
    """The way to an account: each call passes it, and waits where the account is busy."""

    def enter(self, account: str, *, deadline_seconds: float = 120) -> AbstractContextManager[None]:
        """One call, counted from before it is sent until its answer is there.

        Raises:
            RateLimited: The account was not free within the deadline.
        """

    def block(self, account: str, seconds: float) -> None:
        """The account asks for patience: nobody calls it for so long."""


class Engine(Protocol):
    """The jobs of one production."""

    def submit(self, jobs: Sequence[Job]) -> None:
        """Queue jobs; one that is there stays as it is."""

    def jobs(self, *states: JobState, queue: str = "", most: int = 500) -> Sequence[JobStatus]:
        """Jobs in these states, or all, newest first."""

    def find(self, job: str) -> JobStatus:
        """One job, by its id or the beginning of it, with its steps.

        Raises:
            InputError: Several begin so.
            NotFound: There is none.
        """

    def cancel(self, job: str) -> None:
        """Stop a job: at once where it waits, at its next step or check where it runs.

        Raises:
            NotFound: There is no such job.
        """

    def retry(self, job: str) -> None:
        """Have a job that failed, was parked or cancelled done again from its last kept step.

        Raises:
            Conflict: It is queued, running or done.
            NotFound: There is no such job.
        """

    def pause(self, queue: str) -> None:
        """Start nothing more on a queue; what runs goes on.

        Raises:
            InputError: There is no such queue.
        """

    def resume(self, queue: str) -> None:
        """Start what waits again.

        Raises:
            InputError: There is no such queue.
        """

    def paused(self) -> Sequence[str]:
        """Queues that are paused."""

    def set_pace(self, account: str, pace: Pace | None) -> None:
        """How often an account may be called; None for as often as one likes."""

    def work(
        self, station: Station, handlers: Mapping[str, Handler], until: Callable[[], bool]
    ) -> None:
        """Do jobs until told to stop.

        Raises:
            Conflict: The slot is taken.
        """

    def reap(self) -> int:
        """Give the jobs of workers whose lease ran out back to their queues; how many."""

    def tidy(self, days: int) -> int:
        """Forget jobs that ended longer ago; how many."""
