"""What is spent: every paid call is a row, reserved before it is made and settled after.

Source: sections 0, 1.4 and 3.2 of the studio's platform page: a row with a unique request key is
written before the call; a call in doubt is looked up and otherwise waits for a person, and is
never sent again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from secondunit.core.ids import Digest
from secondunit.core.money import Money

MICRO = 1_000_000
"""Millionths of a minor unit: prices a frame or a token are fractions of a cent."""


class ChargeState(StrEnum):
    """Where a charge stands."""

    INTENT = "intent"
    CLAIMED = "claimed"
    SUBMITTED = "submitted"
    SETTLED = "settled"
    REFUNDED = "refunded"
    IN_DOUBT = "in-doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An exact amount, finer than a cent.

    Args:
        micro: Millionths of the currency's minor unit.
        currency: ISO 4217.
    """

    micro: int
    currency: str = "USD"

    def money(self) -> Money:
        """Rounded half-even to the minor unit."""
        whole, rest = divmod(self.micro, MICRO)
        half = 2 * rest - MICRO
        return Money(minor=whole + (half > 0 or (half == 0 and whole % 2)), currency=self.currency)


def amount_of(money: Money) -> Amount:
    """An amount of whole minor units.

    >>> amount_of(Money(minor=25)).micro
    25000000
    """
    return Amount(micro=money.minor * MICRO, currency=money.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What is about to be bought.

    Args:
        key: Unique key of the request: asked for twice, reserved and paid once.
        title: Episode or title of the production that pays; "" for the production alone.
        account: Account at a provider that is charged.
        amount: The most it may cost.
        subject: What people call it (``take 12A-7``); no script text.
        by: Who ordered it.
    """

    key: Digest
    title: str
    account: str
    amount: Amount
    subject: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One row of the ledger.

    Args:
        intent: What was reserved.
        state: Where it stands.
        actual: What it cost, moderated and failed calls included; 0 while unknown.
        token: Fencing token of the worker that claimed it last; 0 for none.
        send_by: Milliseconds since 1970 after which its claimant may not send any more.
        handle: The provider's name for it, or "".
        note: Why it stands so, in words for people.
        at: ISO 8601 UTC of the reservation.
        changed_at: ISO 8601 UTC of its last change.
    """

    intent: Intent
    state: ChargeState
    actual: Amount
    token: int = 0
    send_by: int = 0
    handle: str = ""
    note: str = ""
    at: str = ""
    changed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeEvent:
    """One change of a charge; events are only ever added.

    Args:
        key: Of the charge.
        state: What it became.
        amount: What then counted against the caps.
        by: Worker or person.
        note: Why.
        at: ISO 8601 UTC.
    """

    key: Digest
    state: ChargeState
    amount: Amount
    by: str
    note: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """How much may be spent.

    Args:
        caps: For the whole production, one a currency; a currency without one may not be spent.
        titles: For an episode or title, beside that of the production.
    """

    caps: tuple[Money, ...] = ()
    titles: tuple[tuple[str, Money], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What counts against one cap.

    Args:
        scope: ``production``, or the title.
        cap: The cap, or None where there is none.
        counted: Settled, reserved and in doubt together.
    """

    scope: str
    cap: Money | None
    counted: Amount


class SpendLedger(Protocol):
    """The ledger of one production. Rows are never deleted; each change is kept as an event."""

    def reserve(self, intent: Intent) -> Charge:
        """Set an amount aside; the same key twice gives the row that is there.

        Raises:
            BudgetExceeded: A cap would be crossed, or the currency has none.
        """

    def claim(self, key: Digest, token: int, send_by: int, most: int = 0) -> bool:
        """Take the right to send it: from intent, once; True when it is yours now.

        Args:
            key: Of the charge.
            token: Fencing token of the worker.
            send_by: Milliseconds since 1970 after which it may not be sent any more.
            most: Orders of its account under way at the same time; 0 for any number.

        Raises:
            NotFound: It was never reserved.
        """

    def release(self, key: Digest, token: int, note: str) -> Charge:
        """Give the right of that token back where nothing was sent, for certain: to intent.

        Raises:
            NotFound: It was never reserved.
        """

    def submit(self, key: Digest, handle: str, token: int) -> Charge:
        """The provider has it, under that handle.

        Raises:
            NotFound: It was never reserved.
        """

    def settle(self, key: Digest, actual: Amount, note: str = "") -> Charge:
        """It cost that much; late results settle whatever the row said before.

        Raises:
            NotFound: It was never reserved.
        """

    def refund(self, key: Digest, note: str) -> Charge:
        """It costs nothing, for certain; what is settled stays settled.

        Raises:
            NotFound: It was never reserved.
        """

    def doubt(self, key: Digest, note: str) -> Charge:
        """Nobody knows whether it was done: the amount stays reserved and nothing is sent again.

        Raises:
            NotFound: It was never reserved.
        """

    def resolve(self, key: Digest, state: ChargeState, actual: Amount, by: str) -> Charge:
        """A named person says what became of a charge in doubt.

        Args:
            key: Of the charge.
            state: Settled, refunded, or intent (it was never done and may be sent).
            actual: What it cost, where settled.
            by: Who says so.

        Raises:
            NotFound: It was never reserved.
            Conflict: It is not in doubt.
        """

    def find(self, key: Digest) -> Charge:
        """One charge.

        Raises:
            NotFound: It was never reserved.
        """

    def charges(self, *states: ChargeState) -> Sequence[Charge]:
        """Charges in these states, or all, oldest first."""

    def events(self, key: Digest) -> Sequence[ChargeEvent]:
        """What became of one charge, oldest first."""

    def spent(self) -> Sequence[Spent]:
        """What counts against each cap."""
