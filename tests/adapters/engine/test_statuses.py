from types import SimpleNamespace
from typing import Any, cast

import pytest

from secondunit.adapters.engine.statuses import STATES, status_of
from secondunit.ports.engine import JobState


def row(**fields: object) -> Any:
    shape: dict[str, object] = {
        "workflow_id": "one",
        "name": "secondunit.job",
        "attributes": {"kind": "take", "queue": "io", "subject": "take 12A-1", "account": "peer"},
        "input": {"args": ["take", "{}"], "kwargs": {}},
        "priority": 5,
        "status": "PENDING",
        "executor_id": "w0.1",
        "recovery_attempts": 2,
        "created_at": 1_795_600_000_000,
        "updated_at": 1_795_600_001_000,
        "output": None,
        "error": None,
    }
    return cast(Any, SimpleNamespace(**(shape | fields)))


def test_a_row_is_a_job_with_its_subject_and_who_does_it() -> None:
    found = status_of(row())
    assert (found.job.subject, found.job.body, found.job.account) == ("take 12A-1", "{}", "peer")
    assert (found.state, found.worker, found.attempts) == (JobState.RUNNING, "w0.1", 2)
    assert found.at == "2026-11-25T09:46:40Z"


def test_a_row_whose_input_was_not_loaded_has_no_body() -> None:
    assert status_of(row(input=None)).job.body == ""


def test_an_error_is_told_in_its_own_words() -> None:
    found = status_of(row(status="ERROR", error=ValueError("no picture")))
    assert (found.state, found.error) == (JobState.FAILED, "no picture")
    assert found.error_kind == "ValueError"


@pytest.mark.parametrize("state", list(JobState))
def test_every_state_has_a_row_that_means_it(state: JobState) -> None:
    assert state in STATES.values()
