import time

import pytest
from tests.adapters.engine.engine_builder import a_job, engine_on, work_off
from tests.conftest import Database

from secondunit.adapters.engine import steps as steps_module
from secondunit.core.errors import MediaMissing, StoreError
from secondunit.ports.engine import JobState, Steps


def test_a_store_that_is_away_for_a_moment_is_waited_for(database: Database) -> None:
    tries: list[int] = []

    def fragile(steps: Steps, body: str) -> str:
        def work() -> str:
            tries.append(1)
            if len(tries) < 3:
                raise StoreError("connection refused")
            return body

        return steps.step("work", work)

    with engine_on(database) as engine:
        engine.submit([a_job("one")])
        work_off(engine, {"echo": fragile})
        assert engine.find("one").state is JobState.DONE
    assert len(tries) == 3


def test_bytes_that_are_missing_are_not_waited_for(database: Database) -> None:
    def missing(steps: Steps, body: str) -> str:
        def work() -> str:
            raise MediaMissing("the first frame is not in the store")

        return steps.step("work", work) + body

    with engine_on(database) as engine:
        engine.submit([a_job("one")])
        work_off(engine, {"echo": missing})
        assert "first frame" in engine.find("one").error


def test_a_waiting_job_that_is_cancelled_ends_cancelled(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps_module, "LOOK_SECONDS", 0.05)
    with engine_on(database) as engine:

        def waits(steps: Steps, body: str) -> str:
            def work() -> str:
                engine.cancel(steps.id)
                steps.wait(9)
                return body

            return steps.step("work", work)

        began = time.monotonic()
        engine.submit([a_job("one")])
        work_off(engine, {"echo": waits})
        assert engine.find("one").state is JobState.CANCELLED
        assert time.monotonic() - began < 9


def test_each_job_knows_its_id_and_the_token_of_its_worker(database: Database) -> None:
    seen: list[tuple[str, int, bool]] = []

    def look(steps: Steps, body: str) -> str:
        seen.append((steps.id, steps.token, steps.may_send(steps.now() + 1000)))
        seen.append((steps.id, steps.token, steps.may_send(steps.now() - 1)))
        return steps.step("look", lambda: body)

    with engine_on(database) as engine:
        engine.submit([a_job("one")])
        work_off(engine, {"echo": look})
    assert seen == [("one", 1, True), ("one", 1, False)]
