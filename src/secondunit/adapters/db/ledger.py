"""The spend ledger over SQLAlchemy Core, on SQLite and Postgres alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, select

from secondunit.adapters.db.charge_rows import (
    WHOLE,
    charge_of,
    count,
    event_of,
    fetch_row,
    new_row,
    require_currency,
    scopes_of,
    tell,
    under_way,
    write_change,
)
from secondunit.adapters.db.statements import insert_once, reading, writing
from secondunit.adapters.db.work_tables import CHARGE, CHARGE_EVENT, SPENT
from secondunit.core.errors import Conflict, InputError
from secondunit.core.ids import Digest
from secondunit.ports.clock import Clock
from secondunit.ports.spend import (
    Allowance,
    Amount,
    Charge,
    ChargeEvent,
    ChargeState,
    Intent,
    Spent,
)

ENDED = {ChargeState.SETTLED, ChargeState.REFUNDED}


class SqlLedger:
    """One production's ledger.

    A reservation and its look at the caps are one transaction that holds the running totals it
    looked at, so that any number of submitters at once never cross a cap.

    Args:
        engine: An open database.
        production: Id of the production.
        allowance: How much may be spent.
        clock: For the times of changes.
        sealing: The same database, whose commits are on the disk when they return: a claim is
            written through it, and with it all that was written before.
    """

    def __init__(
        self,
        engine: Engine,
        production: str,
        allowance: Allowance,
        clock: Clock,
        sealing: Engine | None = None,
    ) -> None:
        self._engine = engine
        self._sealing = sealing or engine
        self._id = production
        self._allowance = allowance
        self._clock = clock

    def reserve(self, intent: Intent) -> Charge:
        """Set an amount aside; the same key twice gives the row that is there.

        Raises:
            BudgetExceeded: A cap would be crossed, or the currency has none.
            InputError: The amount is negative.
        """
        if intent.amount.micro < 0:
            raise InputError(
                f"{intent.subject} would cost less than nothing", remedy="Correct the estimate."
            )
        at = self._clock.now()
        with writing(self._engine) as connection:
            if insert_once(connection, CHARGE, new_row(self._id, intent, at)):
                for scope in scopes_of(self._allowance, intent):
                    count(connection, self._id, scope, intent.amount, intent.subject)
                begun = ChargeEvent(
                    key=intent.key,
                    state=ChargeState.INTENT,
                    amount=intent.amount,
                    by=intent.by,
                    note="",
                    at=at,
                )
                tell(connection, self._id, begun)
            return charge_of(fetch_row(connection, self._id, intent.key))

    def claim(self, key: Digest, token: int, send_by: int, most: int = 0) -> bool:
        """Take the right to send it: from intent, once; True when it is yours now.

        Raises:
            NotFound: It was never reserved.
        """
        taken = False

        def take(charge: Charge) -> dict[str, Any] | None:
            nonlocal taken
            taken = charge.state is ChargeState.INTENT
            values = {"state": ChargeState.CLAIMED, "token": token, "send_by": send_by, "note": ""}
            return values if taken else None

        with writing(self._sealing) as connection:
            if most and under_way(connection, self._id, key) >= most:
                return False
            self._change_in(connection, key, take, f"worker {token}")
        return taken

    def release(self, key: Digest, token: int, note: str) -> Charge:
        """Give the right of that token back where nothing was sent, for certain: to intent.

        Raises:
            NotFound: It was never reserved.
        """

        def give(charge: Charge) -> dict[str, Any] | None:
            open_still = charge.state in {ChargeState.CLAIMED, ChargeState.IN_DOUBT}
            if not open_still or charge.token != token:
                return None
            return {"state": ChargeState.INTENT, "note": note}

        return self._change(key, give, by=f"worker {token}")

    def submit(self, key: Digest, handle: str, token: int) -> Charge:
        """The provider has it, under that handle.

        Raises:
            NotFound: It was never reserved.
        """

        def sent(charge: Charge) -> dict[str, Any] | None:
            if charge.state in ENDED or charge.handle:
                return None
            return {"state": ChargeState.SUBMITTED, "handle": handle, "note": ""}

        return self._change(key, sent, by=f"worker {token}")

    def settle(self, key: Digest, actual: Amount, note: str = "") -> Charge:
        """It cost that much; late results settle whatever the row said before.

        Raises:
            NotFound: It was never reserved.
            InputError: It is in another currency than it was reserved in.
        """

        def paid(charge: Charge) -> dict[str, Any] | None:
            require_currency(charge, actual)
            if charge.state is ChargeState.SETTLED:
                return None
            return {
                "state": ChargeState.SETTLED,
                "actual": actual.micro,
                "counted": actual.micro,
                "note": note,
            }

        return self._change(key, paid, by="worker")

    def refund(self, key: Digest, note: str) -> Charge:
        """It costs nothing, for certain; what is settled stays settled.

        Raises:
            NotFound: It was never reserved.
        """

        def free(charge: Charge) -> dict[str, Any] | None:
            if charge.state in ENDED:
                return None
            return {"state": ChargeState.REFUNDED, "counted": 0, "note": note}

        return self._change(key, free, by="worker")

    def doubt(self, key: Digest, note: str) -> Charge:
        """Nobody knows whether it was done: the amount stays reserved.

        Raises:
            NotFound: It was never reserved.
        """

        def unsure(charge: Charge) -> dict[str, Any] | None:
            known = charge.state in ENDED | {ChargeState.IN_DOUBT}
            return None if known else {"state": ChargeState.IN_DOUBT, "note": note}

        return self._change(key, unsure, by="worker")

    def resolve(self, key: Digest, state: ChargeState, actual: Amount, by: str) -> Charge:
        """A named person says what became of a charge in doubt.

        Raises:
            Conflict: It is not in doubt.
            InputError: Nobody is named, or that is no answer.
            NotFound: It was never reserved.
        """
        if not by.strip() or state not in ENDED | {ChargeState.INTENT}:
            raise InputError(
                "a charge in doubt is resolved by a named person as settled, refunded or intent",
                remedy='Give --as "NAME" and one of --paid AMOUNT, --not-charged, --never-sent.',
            )

        def said(charge: Charge) -> dict[str, Any]:
            if charge.state is not ChargeState.IN_DOUBT:
                raise Conflict(
                    f"{charge.intent.subject} is {charge.state}, not in doubt",
                    remedy="Look at it with secondunit jobs show.",
                )
            require_currency(charge, actual)
            found: dict[str, Any] = {"state": state, "note": f"resolved by {by}"}
            if state is ChargeState.SETTLED:
                found |= {"actual": actual.micro, "counted": actual.micro}
            elif state is ChargeState.REFUNDED:
                found["counted"] = 0
            return found

        return self._change(key, said, by=by)

    def find(self, key: Digest) -> Charge:
        """One charge.

        Raises:
            NotFound: It was never reserved.
        """
        with reading(self._engine) as connection:
            return charge_of(fetch_row(connection, self._id, key))

    def charges(self, *states: ChargeState) -> Sequence[Charge]:
        """Charges in these states, or all, oldest first."""
        query = select(CHARGE).where(CHARGE.c.production == self._id)
        if states:
            query = query.where(CHARGE.c.state.in_(states))
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(CHARGE.c.at, CHARGE.c.key)).mappings()
            return [charge_of(row) for row in rows]

    def events(self, key: Digest) -> Sequence[ChargeEvent]:
        """What became of one charge, oldest first.

        Raises:
            NotFound: It was never reserved.
        """
        currency = self.find(key).intent.amount.currency
        table = CHARGE_EVENT
        query = (
            select(table)
            .where(table.c.production == self._id, table.c.key == key)
            .order_by(table.c.sequence)
        )
        with reading(self._engine) as connection:
            return [event_of(row, currency) for row in connection.execute(query).mappings()]

    def spent(self) -> Sequence[Spent]:
        """What counts against each cap."""
        query = select(SPENT).where(SPENT.c.production == self._id)
        with reading(self._engine) as connection:
            counted = {
                (row["scope"], row["currency"]): row["counted"]
                for row in connection.execute(query).mappings()
            }
        named = [(WHOLE, cap) for cap in self._allowance.caps]
        named += [(f"title {name}", cap) for name, cap in self._allowance.titles]
        caps = {(scope, cap.currency): cap for scope, cap in named}
        return [
            Spent(
                scope=scope,
                cap=caps.get((scope, currency)),
                counted=Amount(micro=counted.get((scope, currency), 0), currency=currency),
            )
            for scope, currency in sorted(caps.keys() | counted.keys())
        ]

    def _change(
        self, key: Digest, decide: Callable[[Charge], dict[str, Any] | None], by: str
    ) -> Charge:
        with writing(self._engine) as connection:
            return self._change_in(connection, key, decide, by)

    def _change_in(
        self,
        connection: Connection,
        key: Digest,
        decide: Callable[[Charge], dict[str, Any] | None],
        by: str,
    ) -> Charge:
        row = fetch_row(connection, self._id, key, held=True)
        charge = charge_of(row)
        values = decide(charge)
        if values is None:
            return charge
        return write_change(connection, row, values, by, self._clock.now())
