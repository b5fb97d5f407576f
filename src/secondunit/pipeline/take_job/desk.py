"""What the job of a take works with, and what each of its steps says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from secondunit.core.errors import StudioError
from secondunit.core.ids import Digest, canonical_json, read_json
from secondunit.core.stage import MediaRef
from secondunit.ports.darkroom import Darkroom
from secondunit.ports.engine import Job, Turnstile
from secondunit.ports.media_store import MediaStore
from secondunit.ports.spend import SpendLedger
from secondunit.ports.suppliers import Suppliers
from secondunit.ports.take_bin import OrderedTake, TakeBin, TakeState

KIND = "take"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDesk:
    """The ports that the job of a take goes through.

    Args:
        takes: The bin.
        ledger: The spend ledger.
        suppliers: The providers.
        turnstile: The pace of their accounts.
        media: Where clips are kept.
        darkroom: What is done to a clip before.
        title: Title or episode that pays, beside the production.
        send_ms: How long after its claim an order may still be sent.
        transit_ms: Longest time that something sent may be on its way.
        patience: How often a provider that does not answer is tried again.
    """

    takes: TakeBin
    ledger: SpendLedger
    suppliers: Suppliers
    turnstile: Turnstile
    media: MediaStore
    darkroom: Darkroom
    title: str = ""
    send_ms: int = 10_000
    transit_ms: int = 60_000
    patience: int = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeRequest:
    """The body of the job.

    Args:
        key: Of the take in the bin.
    """

    key: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one step gives to the next, and what is kept of it.

    Args:
        go: Whether the next step is to be done.
        state: What has become of the take, where it has ended.
        note: Why, in words for people.
        handle: The provider's name for the order.
        cost_micro: What was charged, in millionths of a minor unit.
        currency: ISO 4217.
        media: The clip, as kept.
        thumbnail: A small picture of it.
        proxy: A light copy of it.
        frames: Its length.
        probe: What it is.
        version: Of the provider's tool or model.
    """

    go: bool = True
    state: TakeState = TakeState.MAKING
    note: str = ""
    handle: str = ""
    cost_micro: int = 0
    currency: str = "USD"
    media: MediaRef | None = None
    thumbnail: MediaRef | None = None
    proxy: MediaRef | None = None
    frames: int = 0
    probe: str = ""
    version: str = ""

    def text(self) -> str:
        """As kept."""
        return canonical_json(self).decode()


def said(text: str) -> Said:
    """What a step said."""
    return read_json(text, Said)


def take_job(take: OrderedTake, account: str, priority: int = 100) -> Job:
    """The job that makes a take; its id comes from the order, so it is one job however often."""
    return Job(
        id=f"take-{take.key}",
        kind=KIND,
        queue="io" if account else "render",
        subject=f"take {take.slate}",
        body=canonical_json(TakeRequest(key=take.key)).decode(),
        account=account,
        priority=priority,
    )


def in_words(error: StudioError) -> str:
    """An error with its remedy, for the bin."""
    return f"{error.message}. {error.remedy}".strip() if error.remedy else error.message


def end(desk: TakeDesk, take: OrderedTake, state: TakeState, note: str) -> str:
    """Keep that a take ended without a clip; what the step says then."""
    desk.takes.put(replace(desk.takes.find(take.key), state=state, note=note))
    return Said(go=False, state=state, note=note).text()
