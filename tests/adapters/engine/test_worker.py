"""Workers as their users meet them: jobs done, in order, once, and given back by the dead."""

import threading
import time

import pytest
from tests.adapters.engine.engine_builder import a_job, engine_on, work_off
from tests.conftest import Database

from secondunit.core.errors import Conflict, InputError
from secondunit.ports.engine import JobState, Station, Steps


def test_jobs_are_done_in_steps_that_are_kept(database: Database) -> None:
    def echo(steps: Steps, body: str) -> str:
        return steps.step("say", lambda: body) + steps.step("again", lambda: body)

    with engine_on(database) as engine:
        engine.submit([a_job("one"), a_job("two")])
        work_off(engine, {"echo": echo})
        found = engine.find("one")
        assert (found.state, found.result) == (JobState.DONE, '"one""one"')
        assert [(step.name, step.result) for step in found.steps] == [
            ("say", '"one"'),
            ("again", '"one"'),
        ]
        assert found.worker == "w0.1"


def test_a_job_that_failed_is_retried_from_the_step_that_failed(database: Database) -> None:
    done: list[str] = []

    def fragile(steps: Steps, body: str) -> str:
        def second() -> str:
            done.append("second")
            if len(done) == 2:
                raise InputError("not yet", remedy="later")
            return body

        def first() -> str:
            done.append("first")
            return body

        steps.step("first", first)
        return steps.step("second", second)

    with engine_on(database) as engine:
        engine.submit([a_job("one")])
        work_off(engine, {"echo": fragile})
        assert engine.find("one").state is JobState.FAILED
        assert "not yet" in engine.find("one").error
        engine.retry("one")
        work_off(engine, {"echo": fragile})
        assert engine.find("one").state is JobState.DONE
        assert done == ["first", "second", "second"]


def test_urgent_jobs_go_first_and_a_queue_that_is_not_listened_to_stays(
    database: Database,
) -> None:
    order: list[str] = []

    def note(steps: Steps, body: str) -> str:
        return steps.step("note", lambda: order.append(body) or body)  # type: ignore[func-returns-value]

    with engine_on(database) as engine:
        engine.submit([a_job("late", "cpu", 9), a_job("soon", "cpu", 1), a_job("away", "io")])
        work_off(engine, {"echo": note}, "cpu")
        assert order == ['"soon"', '"late"']
        assert engine.find("away").state is JobState.QUEUED


def test_the_jobs_of_a_dead_worker_are_done_by_another(database: Database) -> None:
    """The dead one is a lease that ran out and a job that still runs in its name."""
    ran: list[str] = []

    def hang(steps: Steps, body: str) -> str:
        ran.append(steps.step("begin", lambda: body))
        if len(ran) == 1:
            gone.wait(8)
            return steps.step("never", lambda: "by the dead")
        return steps.step("end", lambda: body)

    gone = threading.Event()
    with engine_on(database) as engine:
        engine.submit([a_job("one")])
        engine.work(
            Station(slot="w0", queues=("io",), drain_seconds=0), {"echo": hang}, lambda: bool(ran)
        )
        assert engine.find("one").state is JobState.RUNNING
        assert engine.reap() == 1
        work_off(engine, {"echo": hang}, slot="w1")
        gone.set()
        found = engine.find("one")
        assert (found.state, found.worker, found.attempts) == (JobState.DONE, "w1.2", 2)
        assert [step.name for step in found.steps] == ["begin", "end"]


def test_a_job_that_was_started_three_times_and_never_ended_is_parked(
    database: Database,
) -> None:
    begun: list[int] = []
    gone = threading.Event()

    def poison(steps: Steps, body: str) -> str:
        begun.append(1)
        gone.wait(9)
        return steps.step("never", lambda: body)

    with engine_on(database) as engine:
        engine.submit([a_job("one")])
        for turn in range(1, 5):
            until = time.monotonic() + 3
            station = Station(slot="w0", queues=("io",), drain_seconds=0)
            engine.work(
                station,
                {"echo": poison},
                lambda turn=turn, until=until: (  # type: ignore[misc]
                    len(begun) >= turn
                    or time.monotonic() > until
                    or bool(engine.jobs(JobState.PARKED))
                ),
            )
            engine.reap()
        gone.set()
        assert len(begun) == 3
        assert engine.find("one").state is JobState.PARKED


def test_a_slot_that_is_held_is_not_worked_from(database: Database) -> None:
    with engine_on(database) as engine:
        engine.slots.take("w0")
        with pytest.raises(Conflict, match="slot w0"):
            engine.work(Station(slot="w0", queues=("io",)), {}, lambda: True)


def test_a_kind_that_nobody_does_fails_with_a_remedy(database: Database) -> None:
    with engine_on(database) as engine:
        engine.submit([a_job("one")])
        work_off(engine, {})
        assert "no handler" in engine.find("one").error
