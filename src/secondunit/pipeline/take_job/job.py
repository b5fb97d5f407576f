"""The six steps of a take: permit, reserve, place, wait, keep, settle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from secondunit.core.errors import BudgetExceeded, Cancelled, RightsNotCleared
from secondunit.core.ids import read_json
from secondunit.film.rights.model import Denial
from secondunit.pipeline.take_job.desk import (
    Said,
    TakeDesk,
    TakeRequest,
    end,
    in_words,
    said,
)
from secondunit.pipeline.take_job.making import call_off, keep, settle, wait_for
from secondunit.pipeline.take_job.placing import place
from secondunit.ports.engine import Handler, Steps
from secondunit.ports.spend import ChargeState, Intent, amount_of
from secondunit.ports.take_bin import OrderedTake, TakeState


def take_handler(desk: TakeDesk) -> Handler:
    """Makes takes, each in six steps that are kept."""

    def make(steps: Steps, body: str) -> str:
        take = desk.takes.find(read_json(body, TakeRequest).key)
        try:
            return _make(steps, desk, take)
        except Cancelled:
            _give_up(steps, desk, take)
            raise

    return make


def _make(steps: Steps, desk: TakeDesk, take: OrderedTake) -> str:
    reply = steps.step("permit", lambda: permit(desk, take))
    if said(reply).go:
        reply = steps.step("reserve", lambda: reserve(desk, take))
    if said(reply).go:
        reply = steps.step("place", lambda: place(steps, desk, take))
    if said(reply).go:
        handle = said(reply).handle
        reply = steps.step("wait", lambda: wait_for(steps, desk, take, handle))
    if said(reply).go:
        reply = steps.step("keep", lambda: keep(steps, desk, take, handle))
    if said(reply).go:
        kept = said(reply)
        reply = steps.step("settle", lambda: settle(desk, take, kept))
    return reply


def permit(desk: TakeDesk, take: OrderedTake) -> str:
    """Ask the rules; a take that they forbid is refused with their reasons.

    Raises:
        RightsNotCleared: A rule says no.
    """
    now = desk.takes.find(take.key)
    if now.state is TakeState.CANCELLED:
        return Said(go=False, state=now.state, note=now.note).text()
    verdict = desk.suppliers.permit(take)
    if not verdict.allowed:
        why = "; ".join(f"{no.rule}: {no.message}" for no in verdict.denials)
        end(desk, take, TakeState.REFUSED, why)
        raise RightsNotCleared(
            f"take {take.slate} may not be sent: {why}", remedy=_who(verdict.denials)
        )
    desk.takes.put(replace(now, state=TakeState.MAKING, note=""))
    return Said(note="; ".join(f"{yes.rule}: {yes.message}" for yes in verdict.warnings)).text()


def _who(denials: Sequence[Denial]) -> str:
    """What is missing, and who can supply it."""
    needed = [f"{no.lacks} ({no.who})" if no.who else no.lacks for no in denials if no.lacks]
    return f"It lacks {', '.join(needed)}; then: secondunit jobs retry." if needed else ""


def reserve(desk: TakeDesk, take: OrderedTake) -> str:
    """Set its price aside, before anything is sent.

    Raises:
        BudgetExceeded: A cap would be crossed.
    """
    supply = desk.suppliers.supply(take.order)
    intent = Intent(
        key=take.key,
        title=desk.title,
        account=supply.account or take.order.provider,
        amount=amount_of(supply.estimate),
        subject=f"take {take.slate}",
        by=take.by,
    )
    try:
        charge = desk.ledger.reserve(intent)
    except BudgetExceeded as error:
        end(desk, take, TakeState.REFUSED, in_words(error))
        raise
    amount = charge.intent.amount
    return Said(cost_micro=amount.micro, currency=amount.currency).text()


def _give_up(steps: Steps, desk: TakeDesk, take: OrderedTake) -> None:
    """A take that was cancelled between two steps: nothing stays reserved that was not sent."""
    charge = next((c for c in desk.ledger.charges() if c.intent.key == take.key), None)
    if charge is not None and charge.handle:
        supply = desk.suppliers.supply(take.order)
        call_off(steps, desk, take, supply, charge.handle)
        return
    if charge is not None and charge.state is ChargeState.INTENT:
        desk.ledger.refund(take.key, "cancelled before it was placed")
    if charge is None or charge.state is not ChargeState.CLAIMED:
        end(desk, take, TakeState.CANCELLED, "cancelled by a person")
