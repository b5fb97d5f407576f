"""Placing an order so that it is paid once, whatever dies meanwhile.

The ledger's row is claimed before anything is sent, once. Whoever finds it claimed asks the
provider by the order's key or tag; where the provider cannot say, a person has to, and nothing is
sent again. A claim runs out, so that a worker that was frozen over it sends nothing when it wakes.

Source: sections 1.2 and 1.4 of the studio's platform page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from secondunit.core.errors import (
    AnswerLost,
    AnswerUnreadable,
    ControlUnsupported,
    NotConfigured,
    NotFound,
    ProviderError,
    RateLimited,
    Refused,
    RightsNotCleared,
    Unavailable,
)
from secondunit.core.ids import Digest
from secondunit.film.generation.model import Lookup
from secondunit.pipeline.take_job.desk import Said, TakeDesk, end, in_words
from secondunit.ports.engine import Steps
from secondunit.ports.spend import Charge, ChargeState
from secondunit.ports.suppliers import Supply
from secondunit.ports.take_bin import OrderedTake, TakeState

NEVER = (Refused, ControlUnsupported, NotConfigured, RightsNotCleared, NotFound)
"""Errors after which it is certain that nothing was placed, and that trying again is no use."""

LOST = (AnswerLost, AnswerUnreadable)
"""Errors after which nobody knows whether it was placed."""

LONGEST_PAUSE_SECONDS = 30.0


def place(steps: Steps, desk: TakeDesk, take: OrderedTake) -> str:
    """Place the order, or find out what became of it.

    Raises:
        AnswerLost: Nobody knows whether it was placed; a person has to look.
        Cancelled: Somebody cancelled the job before it was placed.
        Unavailable: The provider did not answer, often enough; nothing was placed.
    """
    now = desk.takes.find(take.key)
    if now.state in {TakeState.REFUSED, TakeState.IN_DOUBT, TakeState.FAILED}:
        desk.takes.put(replace(now, state=TakeState.MAKING, note=""))
    supply = desk.suppliers.supply(take.order)
    media = {named: desk.media.fetch_media(named) for named in take.order.media()}
    tries = 0
    while True:
        charge = desk.ledger.find(take.key)
        known = _known(desk, take, charge)
        if known is not None:
            return known
        if charge.state is not ChargeState.INTENT:
            ended = _look_up(steps, desk, take, supply, charge)
        else:
            ended, tries = _try(steps, desk, take, supply, media, tries)
        if ended is not None:
            return ended


def _known(desk: TakeDesk, take: OrderedTake, charge: Charge) -> str | None:
    """What the ledger says of an order that needs nothing more."""
    if charge.handle:
        return Said(handle=charge.handle).text()
    if charge.state in {ChargeState.SETTLED, ChargeState.REFUNDED}:
        return end(desk, take, TakeState.FAILED, charge.note)
    return None


def _try(
    steps: Steps,
    desk: TakeDesk,
    take: OrderedTake,
    supply: Supply,
    media: Mapping[Digest, bytes],
    tries: int,
) -> tuple[str | None, int]:
    """Send it once; nothing where it has to be looked at again, and how often it was tried.

    Raises:
        Cancelled: Somebody cancelled the job before it was placed.
        Unavailable: The provider did not answer, often enough; nothing was placed.
    """
    try:
        steps.check()
        sent = _send(steps, desk, take, supply, media)
    except NEVER as error:
        desk.ledger.refund(take.key, error.message)
        return end(desk, take, TakeState.REFUSED, in_words(error)), tries
    except RateLimited as error:
        desk.ledger.release(take.key, steps.token, error.message)
        desk.turnstile.block(supply.account, error.after_seconds)
        steps.wait(min(error.after_seconds, LONGEST_PAUSE_SECONDS))
        return None, tries
    except Unavailable as error:
        desk.ledger.release(take.key, steps.token, error.message)
        if tries >= desk.patience:
            raise
        steps.wait(min(0.25 * 2**tries, LONGEST_PAUSE_SECONDS))
        return None, tries + 1
    if sent:
        return Said(handle=sent).text(), tries
    if desk.ledger.find(take.key).state is ChargeState.INTENT:
        steps.wait(0.5)
    return None, tries


def _send(
    steps: Steps, desk: TakeDesk, take: OrderedTake, supply: Supply, media: Mapping[Digest, bytes]
) -> str:
    """The handle of the order, or "" where it was not sent or nobody knows.

    Whatever else is raised, the claim stands, and the next one to look asks the provider first.
    """
    with desk.turnstile.enter(supply.account), desk.suppliers.open(take) as provider:
        send_by = steps.now() + desk.send_ms
        if not desk.ledger.claim(take.key, steps.token, send_by, supply.at_once):
            return ""
        if not steps.may_send(send_by):
            desk.ledger.release(take.key, steps.token, "the claim ran out")
            return ""
        try:
            handle = provider.submit(take.order, take.key, media)
        except LOST as error:
            desk.ledger.doubt(take.key, error.message)
            return ""
        desk.ledger.submit(take.key, handle, steps.token)
    return handle


def _look_up(
    steps: Steps, desk: TakeDesk, take: OrderedTake, supply: Supply, charge: Charge
) -> str | None:
    """Find out what became of an order that may have been sent; None to place it after all.

    Raises:
        AnswerLost: Nobody can say; a person has to look.
        Cancelled: Somebody cancelled the job meanwhile.
    """
    if not supply.provider.leaves_the_machine:
        desk.ledger.release(take.key, charge.token, "made here, for nothing: made again")
        return None
    if supply.provider.lookup is Lookup.NONE:
        _wait_out(steps, desk, charge)
        _ask_a_person(desk, take, charge, f"{take.order.provider} cannot be asked")
    for tries in range(desk.patience + 1):
        settled = _is_past(steps, desk, charge)
        try:
            with desk.turnstile.enter(supply.account), desk.suppliers.open(take) as provider:
                handle = provider.find(take.key)
        except ProviderError as error:
            pause = error.after_seconds if isinstance(error, RateLimited) else 0.25 * 2**tries
            steps.wait(min(pause, LONGEST_PAUSE_SECONDS))
            continue
        if handle is not None:
            desk.ledger.submit(take.key, handle, steps.token)
            return Said(handle=handle).text()
        if supply.provider.lookup is Lookup.KEY or settled:
            desk.ledger.release(take.key, charge.token, "looked up: it was never placed")
            return None
        _wait_out(steps, desk, charge)
    _ask_a_person(desk, take, charge, f"{take.order.provider} does not answer")
    return None


def _is_past(steps: Steps, desk: TakeDesk, charge: Charge) -> bool:
    """True when nothing can be on its way any more: the claim and the longest transit are over,
    and whoever claimed it is no frozen process that would send it when it wakes."""
    over = steps.now() > charge.send_by + desk.transit_ms
    return over and steps.is_gone(charge.token)


def _wait_out(steps: Steps, desk: TakeDesk, charge: Charge) -> None:
    """Wait until nothing can be on its way any more.

    Raises:
        Cancelled: Somebody cancelled the job meanwhile.
    """
    while not _is_past(steps, desk, charge):
        left = (charge.send_by + desk.transit_ms - steps.now()) / 1000
        steps.wait(max(left, 0.5) + 0.01)


def _ask_a_person(desk: TakeDesk, take: OrderedTake, charge: Charge, why: str) -> None:
    """Nobody knows whether it was placed: the amount stays reserved, nothing is sent again.

    Raises:
        AnswerLost: Always.
    """
    desk.ledger.doubt(take.key, why)
    note = f"nobody knows whether take {take.slate} was placed ({charge.note or why})"
    desk.takes.put(replace(desk.takes.find(take.key), state=TakeState.IN_DOUBT, note=note))
    raise AnswerLost(
        note, remedy="Look at the provider's own page, then say: secondunit jobs resolve."
    )
