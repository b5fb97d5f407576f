"""Waiting for a take that was placed, and keeping what comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from secondunit.core.errors import Cancelled, NotFound, RateLimited, Unavailable
from secondunit.pipeline.take_job.desk import Said, TakeDesk, end, said
from secondunit.ports.engine import Steps
from secondunit.ports.provider import ENDED, Delivered, OrderState, Outcome, Provider
from secondunit.ports.spend import Amount, amount_of
from secondunit.ports.suppliers import Supply
from secondunit.ports.take_bin import OrderedTake, TakeState

T = TypeVar("T")

FIRST_LOOK_SECONDS = 0.5
LONGEST_LOOK_SECONDS = 15.0
"""How long between two looks at an order: half a second at first, then half as long again."""

CANCELLING_SECONDS = 30.0
"""How long a provider is given to say what a cancelled order costs."""

BECAME = {
    OrderState.REFUSED: TakeState.REFUSED,
    OrderState.FAILED: TakeState.FAILED,
    OrderState.CANCELLED: TakeState.CANCELLED,
}


def wait_for(steps: Steps, desk: TakeDesk, take: OrderedTake, handle: str) -> str:
    """Wait until the order ends; what was charged is settled whatever became of it.

    Raises:
        NotFound: The provider, which is not on this machine, does not know the order any more.
        Unavailable: The provider did not answer, often enough.
    """
    supply = desk.suppliers.supply(take.order)
    pause, forgotten = FIRST_LOOK_SECONDS, 0
    while True:
        try:
            outcome = _look(steps, desk, take, supply, handle)
            if outcome.state in ENDED:
                return _ended(desk, take, handle, outcome)
            steps.wait(pause)
        except NotFound:
            forgotten += 1
            if supply.provider.leaves_the_machine or forgotten > desk.patience:
                raise
            handle = _make_again(desk, take)
        except Cancelled:
            return call_off(steps, desk, take, supply, handle)
        pause = min(pause * 1.5, LONGEST_LOOK_SECONDS)


def call_off(steps: Steps, desk: TakeDesk, take: OrderedTake, supply: Supply, handle: str) -> str:
    """Cancel an order that was placed, and settle what it costs all the same.

    What is not known by then stays reserved: the order may yet be charged.
    """
    until = steps.now() + round(CANCELLING_SECONDS * 1000)
    with desk.suppliers.open(take) as provider:
        provider.cancel(handle)
        outcome = provider.outcome(handle)
    while outcome.state not in ENDED and steps.now() < until:
        _nap(steps, 1.0)
        with desk.turnstile.enter(supply.account), desk.suppliers.open(take) as provider:
            outcome = provider.outcome(handle)
    if outcome.state is OrderState.DONE:
        return _ended(desk, take, handle, outcome)
    if outcome.state in ENDED:
        _settle(desk, take, outcome, "cancelled")
    return end(desk, take, TakeState.CANCELLED, "cancelled by a person")


def keep(steps: Steps, desk: TakeDesk, take: OrderedTake, handle: str) -> str:
    """Fetch the clip, clean it, keep it with its small copies.

    Raises:
        AnswerUnreadable: It is no picture or clip.
        NotFound: The provider, which is not on this machine, does not know the order any more.
        Unavailable: The provider did not hand it over.
    """
    supply = desk.suppliers.supply(take.order)
    try:
        came, version = _fetch(steps, desk, take, supply, handle)
    except NotFound:
        if supply.provider.leaves_the_machine:
            raise
        handle = said(wait_for(steps, desk, take, _make_again(desk, take))).handle
        came, version = _fetch(steps, desk, take, supply, handle)
    done = desk.darkroom.develop(came.data, came.media_type)
    name = take.slate
    suffix = "mp4" if done.media_type.startswith("video/") else done.media_type.split("/")[-1]
    store = desk.media.store_media
    cost = amount_of(came.cost)
    return Said(
        handle=handle,
        media=store(done.data, done.media_type, f"{name}.{suffix}"),
        thumbnail=store(done.thumbnail, "image/jpeg", f"{name} small.jpg")
        if done.thumbnail
        else None,
        proxy=store(done.proxy, "video/mp4", f"{name} light.mp4") if done.proxy else None,
        frames=done.frames,
        probe=done.probe,
        cost_micro=cost.micro,
        currency=cost.currency,
        version=version,
    ).text()


def settle(desk: TakeDesk, take: OrderedTake, kept: Said) -> str:
    """Settle the charge and put the take into the bin."""
    cost = Amount(micro=kept.cost_micro, currency=kept.currency)
    desk.ledger.settle(take.key, cost)
    made = replace(
        desk.takes.find(take.key),
        state=TakeState.MADE,
        media=kept.media,
        thumbnail=kept.thumbnail,
        proxy=kept.proxy,
        frames=kept.frames,
        version=kept.version,
        cost=cost.money(),
        note="",
    )
    desk.takes.put(made)
    return replace(kept, state=TakeState.MADE).text()


def _ended(desk: TakeDesk, take: OrderedTake, handle: str, outcome: Outcome) -> str:
    if outcome.state is OrderState.DONE:
        return Said(handle=handle).text()
    why = outcome.note or f"{take.order.provider} ended it: {outcome.state}"
    _settle(desk, take, outcome, f"moderated: {why}" if outcome.moderated else why)
    now = desk.takes.find(take.key)
    desk.takes.put(replace(now, cost=outcome.cost))
    return end(desk, take, BECAME[outcome.state], why)


def _settle(desk: TakeDesk, take: OrderedTake, outcome: Outcome, note: str) -> None:
    if outcome.cost.minor:
        desk.ledger.settle(take.key, amount_of(outcome.cost), note)
    else:
        desk.ledger.refund(take.key, note)


def _look(steps: Steps, desk: TakeDesk, take: OrderedTake, supply: Supply, handle: str) -> Outcome:
    return _call(steps, desk, take, supply, lambda provider: provider.outcome(handle))


def _fetch(
    steps: Steps, desk: TakeDesk, take: OrderedTake, supply: Supply, handle: str
) -> tuple[Delivered, str]:
    """What came, and the version of the tool that made it."""

    def fetch(provider: Provider) -> tuple[Delivered, str]:
        return provider.fetch(handle), provider.capabilities().version

    return _call(steps, desk, take, supply, fetch)


def _make_again(desk: TakeDesk, take: OrderedTake) -> str:
    """A take made on this machine, which its provider forgot with its process: the new handle."""
    media = {named: desk.media.fetch_media(named) for named in take.order.media()}
    with desk.suppliers.open(take) as provider:
        return provider.submit(take.order, take.key, media)


def _call(
    steps: Steps,
    desk: TakeDesk,
    take: OrderedTake,
    supply: Supply,
    do: Callable[[Provider], T],
) -> T:
    """One call that costs nothing, tried again where the provider is away.

    Raises:
        Unavailable: It stayed away.
    """
    tries = 0
    while True:
        try:
            with desk.turnstile.enter(supply.account), desk.suppliers.open(take) as provider:
                return do(provider)
        except RateLimited as error:
            desk.turnstile.block(supply.account, error.after_seconds)
            steps.wait(min(error.after_seconds, LONGEST_LOOK_SECONDS))
        except Unavailable:
            if tries >= desk.patience:
                raise
            steps.wait(min(0.25 * 2**tries, LONGEST_LOOK_SECONDS))
            tries += 1


def _nap(steps: Steps, seconds: float) -> None:
    try:
        steps.wait(seconds)
    except Cancelled:
        return
