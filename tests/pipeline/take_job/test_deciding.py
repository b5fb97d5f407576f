from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.take_job.desk_builder import make_desk
from tests.pipeline.take_job.peer import PRICE, an_ordered_take

from secondunit.core.errors import InputError, NotFound
from secondunit.pipeline.take_job import deciding
from secondunit.pipeline.take_job.deciding import Finding, Found
from secondunit.pipeline.take_job.desk import TakeDesk, take_job
from secondunit.ports.engine import Job, JobState, JobStatus
from secondunit.ports.spend import ChargeState, Intent, amount_of
from secondunit.ports.take_bin import TakeState

TAKE = an_ordered_take()


class OneJob:
    """An engine with one job, which notes what is asked of it."""

    def __init__(self, state: JobState, job: Job) -> None:
        self.status = JobStatus(job=job, state=state, worker="", attempts=0, at="", changed_at="")
        self.asked: list[str] = []

    def find(self, job: str) -> JobStatus:
        del job
        return self.status

    def cancel(self, job: str) -> None:
        self.asked.append(f"cancel {job[:6]}")
        self.status = replace(self.status, state=JobState.CANCELLED)

    def retry(self, job: str) -> None:
        self.asked.append(f"retry {job[:6]}")
        self.status = replace(self.status, state=JobState.QUEUED)

    def __getattr__(self, name: str) -> Sequence[object]:
        raise AssertionError(f"nobody asked for {name}")


def engine(state: JobState) -> OneJob:
    return OneJob(state, take_job(TAKE, "peer"))


def reserved(folder: Path) -> TakeDesk:
    desk = make_desk(folder)
    desk.takes.add([TAKE])
    desk.ledger.reserve(
        Intent(
            key=TAKE.key,
            title="",
            account="peer",
            amount=amount_of(PRICE),
            subject="take 12A-1",
            by="Ana Ruiz",
        )
    )
    return desk


def in_doubt(folder: Path) -> TakeDesk:
    desk = reserved(folder)
    desk.ledger.claim(TAKE.key, 1, 99)
    desk.ledger.doubt(TAKE.key, "cut off")
    return desk


def test_a_job_that_waits_is_cancelled_and_costs_nothing(tmp_path: Path) -> None:
    desk, jobs = reserved(tmp_path), engine(JobState.QUEUED)
    done = deciding.cancel(jobs, desk.takes, desk.ledger, "take")  # type: ignore[arg-type]
    assert done.state is JobState.CANCELLED
    assert desk.ledger.find(TAKE.key).state is ChargeState.REFUNDED
    assert desk.takes.find(TAKE.key).state is TakeState.CANCELLED


def test_a_job_that_runs_ends_its_order_itself(tmp_path: Path) -> None:
    desk, jobs = reserved(tmp_path), engine(JobState.RUNNING)
    deciding.cancel(jobs, desk.takes, desk.ledger, "take")  # type: ignore[arg-type]
    assert desk.ledger.find(TAKE.key).state is ChargeState.INTENT
    assert jobs.asked == ["cancel take-" + TAKE.key[:1]]


@pytest.mark.parametrize(
    ("finding", "state", "again"),
    [
        (Finding(found=Found.PLACED, by="Ana", handle="o7"), ChargeState.SUBMITTED, True),
        (Finding(found=Found.NEVER_SENT, by="Ana"), ChargeState.INTENT, True),
        (Finding(found=Found.CHARGED, by="Ana", cost=PRICE), ChargeState.SETTLED, False),
        (Finding(found=Found.NOT_CHARGED, by="Ana"), ChargeState.REFUNDED, False),
    ],
)
def test_what_a_person_found_settles_the_doubt(
    tmp_path: Path, finding: Finding, state: ChargeState, *, again: bool
) -> None:
    desk, jobs = in_doubt(tmp_path), engine(JobState.FAILED)
    charge = deciding.resolve(jobs, desk.takes, desk.ledger, "take", finding)  # type: ignore[arg-type]
    assert charge.state is state
    assert bool(jobs.asked) is again
    assert "Ana" in [event.by for event in desk.ledger.events(TAKE.key)]
    expected = TakeState.ORDERED if again else TakeState.FAILED
    assert desk.takes.find(TAKE.key).state is expected


def test_an_order_that_was_placed_needs_its_name_there(tmp_path: Path) -> None:
    desk, jobs = in_doubt(tmp_path), engine(JobState.FAILED)
    with pytest.raises(InputError, match="has a name"):
        deciding.resolve(
            jobs,  # type: ignore[arg-type]
            desk.takes,
            desk.ledger,
            "take",
            Finding(found=Found.PLACED, by="Ana"),
        )


def test_a_job_that_makes_no_take_has_no_charge(tmp_path: Path) -> None:
    desk = in_doubt(tmp_path)
    other = OneJob(JobState.FAILED, replace(take_job(TAKE, "peer"), kind="proxy"))
    with pytest.raises(NotFound, match="makes no take"):
        deciding.resolve(
            other,  # type: ignore[arg-type]
            desk.takes,
            desk.ledger,
            "take",
            Finding(found=Found.NOT_CHARGED, by="Ana"),
        )
