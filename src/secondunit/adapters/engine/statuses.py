"""A row of DBOS as a job that people know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from secondunit.ports.engine import Job, JobState, JobStatus, StepDone

if TYPE_CHECKING:
    from dbos import StepInfo, WorkflowStatus

STATES = {
    "DELAYED": JobState.QUEUED,
    "ENQUEUED": JobState.QUEUED,
    "PENDING": JobState.RUNNING,
    "SUCCESS": JobState.DONE,
    "ERROR": JobState.FAILED,
    "CANCELLED": JobState.CANCELLED,
    "MAX_RECOVERY_ATTEMPTS_EXCEEDED": JobState.PARKED,
}

OPEN = {JobState.QUEUED, JobState.RUNNING}


def status_of(row: WorkflowStatus, steps: Sequence[StepInfo] = ()) -> JobStatus:
    """The job of a row, with those of its steps that are given."""
    said: Mapping[str, str] = row.attributes or {}
    return JobStatus(
        job=Job(
            id=row.workflow_id,
            kind=said.get("kind", row.name),
            queue=said.get("queue", ""),
            subject=said.get("subject", ""),
            body=_body(row),
            account=said.get("account", ""),
            priority=row.priority or 0,
        ),
        state=STATES[row.status],
        worker=row.executor_id or "",
        attempts=row.recovery_attempts or 0,
        at=_iso(row.created_at),
        changed_at=_iso(row.updated_at),
        result=_text(row.output),
        error=_text(row.error),
        error_kind=_kind(row.error),
        steps=tuple(_step(each) for each in steps),
    )


def _body(row: WorkflowStatus) -> str:
    arguments = row.input["args"] if isinstance(row.input, dict) else ()
    return str(arguments[1]) if len(arguments) > 1 else ""


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else str(value)


def _kind(error: Exception | None) -> str:
    """Class of an error, as it was before it was kept."""
    if error is None:
        return ""
    return str(getattr(error, "name", "")) or type(error).__name__


def _iso(milliseconds: int | None) -> str:
    moment = datetime.fromtimestamp((milliseconds or 0) / 1000, tz=UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _step(kept: StepInfo) -> StepDone:
    began, ended = kept["started_at_epoch_ms"] or 0, kept["completed_at_epoch_ms"] or 0
    return StepDone(
        name=kept["function_name"],
        result=_text(kept["output"] if kept["error"] is None else kept["error"]),
        milliseconds=ended - began,
    )
