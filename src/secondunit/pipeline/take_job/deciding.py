"""What people say to jobs: stop, do it again, and what became of a charge in doubt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from secondunit.core.errors import InputError, NotFound
from secondunit.core.ids import Digest, read_json
from secondunit.core.money import FREE, Money
from secondunit.pipeline.take_job.desk import KIND, TakeRequest
from secondunit.ports.engine import Engine, JobState, JobStatus
from secondunit.ports.spend import Charge, ChargeState, SpendLedger, amount_of
from secondunit.ports.take_bin import TakeBin, TakeState


class Found(StrEnum):
    """What a person found at the provider."""

    PLACED = "placed"
    CHARGED = "charged"
    NOT_CHARGED = "not-charged"
    NEVER_SENT = "never-sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A person's word on a charge in doubt.

    Args:
        found: What they found.
        by: Who.
        handle: The provider's name for the order, where it was placed.
        cost: What it cost, where it was charged and no clip is to come.
    """

    found: Found
    by: str
    handle: str = ""
    cost: Money = FREE


def key_of(status: JobStatus) -> Digest | None:
    """The take of a job, or None where it makes none."""
    return read_json(status.job.body, TakeRequest).key if status.job.kind == KIND else None


def cancel(engine: Engine, takes: TakeBin, ledger: SpendLedger, job: str) -> JobStatus:
    """Stop a job; one that waited costs nothing, one that runs ends its order itself.

    Raises:
        InputError: Several jobs begin so.
        NotFound: There is no such job.
    """
    status = engine.find(job)
    engine.cancel(status.job.id)
    key = key_of(status)
    if key is not None and status.state is JobState.QUEUED:
        charge = _charge(ledger, key)
        if charge is None or charge.state is ChargeState.INTENT:
            if charge is not None:
                ledger.refund(key, "cancelled before it was placed")
            take = takes.find(key)
            note = "cancelled by a person"
            takes.put(replace(take, state=TakeState.CANCELLED, note=note))
    return engine.find(status.job.id)


def retry(engine: Engine, takes: TakeBin, job: str) -> JobStatus:
    """Have a job that ended badly done again from its last kept step.

    Raises:
        Conflict: It is queued, running or done.
        InputError: Several jobs begin so.
        NotFound: There is no such job.
    """
    status = engine.find(job)
    engine.retry(status.job.id)
    key = key_of(status)
    if key is not None:
        take = takes.find(key)
        takes.put(replace(take, state=TakeState.ORDERED, note=""))
    return engine.find(status.job.id)


def resolve(
    engine: Engine, takes: TakeBin, ledger: SpendLedger, job: str, finding: Finding
) -> Charge:
    """Say what became of a charge in doubt, as a named person found it at the provider.

    An order that was placed is waited for; one that was never sent is placed.

    Raises:
        Conflict: It is not in doubt.
        InputError: Nobody is named, or an order that was placed has no handle.
        NotFound: There is no such job, or it makes no take.
    """
    status = engine.find(job)
    key = key_of(status)
    if key is None:
        raise NotFound(f"{status.job.subject} makes no take", remedy="Name the job of a take.")
    if finding.found is Found.PLACED:
        if not finding.handle.strip():
            raise InputError(
                "an order that was placed has a name at its provider",
                remedy="Give it with --placed NAME, as the provider's own page shows it.",
            )
        free = amount_of(replace(FREE, currency=ledger.find(key).intent.amount.currency))
        ledger.resolve(key, ChargeState.INTENT, free, finding.by)
        charge = ledger.submit(key, finding.handle.strip(), 0)
        retry(engine, takes, job)
        return charge
    states = {
        Found.CHARGED: ChargeState.SETTLED,
        Found.NOT_CHARGED: ChargeState.REFUNDED,
        Found.NEVER_SENT: ChargeState.INTENT,
    }
    charge = ledger.resolve(key, states[finding.found], amount_of(finding.cost), finding.by)
    if finding.found is Found.NEVER_SENT:
        retry(engine, takes, job)
    else:
        take = takes.find(key)
        note = f"{finding.found}, says {finding.by}"
        takes.put(replace(take, state=TakeState.FAILED, cost=finding.cost, note=note))
    return charge


def _charge(ledger: SpendLedger, key: Digest) -> Charge | None:
    try:
        return ledger.find(key)
    except NotFound:
        return None
