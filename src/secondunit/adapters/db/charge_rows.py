"""Rows of the spend ledger: read, held, told of, and counted against the caps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from secondunit.adapters.db.statements import insert_once
from secondunit.adapters.db.work_tables import CHARGE, CHARGE_EVENT, SPENT
from secondunit.core.errors import BudgetExceeded, InputError, NotFound
from secondunit.core.ids import Digest
from secondunit.core.money import Money
from secondunit.ports.spend import (
    Allowance,
    Amount,
    Charge,
    ChargeEvent,
    ChargeState,
    Intent,
    amount_of,
)

WHOLE = "production"
"""Scope of the whole production."""

Scope = tuple[str, Money | None]
"""A scope that a charge counts in, and its cap."""


def charge_of(row: Mapping[Any, Any]) -> Charge:
    """A row as the port has it."""
    currency = row["currency"]
    return Charge(
        intent=Intent(
            key=Digest(row["key"]),
            title=row["title"],
            account=row["account"],
            amount=Amount(micro=row["reserved"], currency=currency),
            subject=row["subject"],
            by=row["by"],
        ),
        state=ChargeState(row["state"]),
        actual=Amount(micro=row["actual"], currency=currency),
        token=row["token"],
        send_by=row["send_by"],
        handle=row["handle"],
        note=row["note"],
        at=row["at"],
        changed_at=row["changed_at"],
    )


def event_of(row: RowMapping, currency: str) -> ChargeEvent:
    """A change as the port has it."""
    return ChargeEvent(
        key=Digest(row["key"]),
        state=ChargeState(row["state"]),
        amount=Amount(micro=row["amount"], currency=currency),
        by=row["by"],
        note=row["note"],
        at=row["at"],
    )


def new_row(production: str, intent: Intent, at: str) -> dict[str, object]:
    """The row of an intent."""
    return {
        "production": production,
        "key": intent.key,
        "title": intent.title,
        "account": intent.account,
        "currency": intent.amount.currency,
        "reserved": intent.amount.micro,
        "actual": 0,
        "counted": intent.amount.micro,
        "state": ChargeState.INTENT,
        "token": 0,
        "send_by": 0,
        "handle": "",
        "subject": intent.subject,
        "by": intent.by,
        "note": "",
        "at": at,
        "changed_at": at,
    }


def fetch_row(
    connection: Connection, production: str, key: Digest, *, held: bool = False
) -> RowMapping:
    """The row of a charge, held until the transaction ends where asked.

    Raises:
        NotFound: It was never reserved.
    """
    query = select(CHARGE).where(CHARGE.c.production == production, CHARGE.c.key == key)
    found = connection.execute(query.with_for_update() if held else query).mappings().first()
    if found is None:
        raise NotFound(
            f"nothing was ever reserved for {key[:12]}", remedy="Reserve before you send."
        )
    return found


def tell(connection: Connection, production: str, event: ChargeEvent) -> None:
    """Keep what happened."""
    connection.execute(
        insert(CHARGE_EVENT).values(
            production=production,
            key=event.key,
            state=event.state,
            amount=event.amount.micro,
            by=event.by,
            note=event.note,
            at=event.at,
        )
    )


def scopes_of(allowance: Allowance, intent: Intent) -> Sequence[Scope]:
    """Scopes that an intent counts in, in one order for all, with their caps.

    Raises:
        BudgetExceeded: It costs something in a currency that has no cap.
    """
    currency = intent.amount.currency
    whole = next((cap for cap in allowance.caps if cap.currency == currency), None)
    if whole is None and intent.amount.micro:
        raise BudgetExceeded(
            f"{intent.subject} would cost {intent.amount.money()}; this production may spend "
            f"nothing in {currency}",
            remedy=f'Have the producer set caps = ["AMOUNT {currency}"] under [spend] in '
            "production.toml.",
        )
    scopes: list[Scope] = [(WHOLE, whole)]
    if intent.title:
        own = [
            cap
            for name, cap in allowance.titles
            if name == intent.title and cap.currency == currency
        ]
        scopes.append((f"title {intent.title}", own[0] if own else None))
    return scopes


def count(
    connection: Connection, production: str, scope: Scope, change: Amount, subject: str = ""
) -> None:
    """Add to a running total, whose row is held until the transaction ends.

    Raises:
        BudgetExceeded: It would be more than the cap.
    """
    name, cap = scope
    key = {"production": production, "scope": name, "currency": change.currency}
    insert_once(connection, SPENT, key | {"counted": 0})
    row = (
        SPENT.c.production == production,
        SPENT.c.scope == name,
        SPENT.c.currency == change.currency,
    )
    now = connection.execute(select(SPENT.c.counted).where(*row).with_for_update()).scalar_one()
    after = now + change.micro
    if cap is not None and change.micro > 0 and after > amount_of(cap).micro:
        left = Amount(micro=max(0, amount_of(cap).micro - now), currency=change.currency)
        raise BudgetExceeded(
            f"{subject} would cost {change.money()}; {left.money()} are left of the {cap} that "
            f"the {name} may spend",
            remedy="Have the producer raise the cap under [spend] in production.toml, order "
            "fewer takes, or resolve charges in doubt (secondunit jobs resolve).",
        )
    connection.execute(update(SPENT).where(*row).values(counted=after))


def under_way(connection: Connection, production: str, key: Digest) -> int:
    """Other orders of the same account that were sent, or may be sent, and have not ended.

    The running total is held until the transaction ends, so that two that look at once do not
    both see the last free place.

    Raises:
        NotFound: It was never reserved.
    """
    account = fetch_row(connection, production, key)["account"]
    held = select(SPENT.c.counted).where(SPENT.c.production == production, SPENT.c.scope == WHOLE)
    connection.execute(held.with_for_update()).all()
    query = (
        select(func.count())
        .select_from(CHARGE)
        .where(
            CHARGE.c.production == production,
            CHARGE.c.state.in_([ChargeState.CLAIMED, ChargeState.SUBMITTED]),
            CHARGE.c.account == account,
            CHARGE.c.key != key,
        )
    )
    return int(connection.execute(query).scalar_one())


def write_change(
    connection: Connection, row: RowMapping, values: Mapping[str, Any], by: str, at: str
) -> Charge:
    """Change a charge, what counts against the caps with it, and tell of it.

    Args:
        connection: Of the transaction that holds its row.
        row: As it stands.
        values: Columns to change, its new state among them.
        by: Worker or person.
        at: ISO 8601 UTC.
    """
    production, key, currency = row["production"], row["key"], row["currency"]
    connection.execute(
        update(CHARGE)
        .where(CHARGE.c.production == production, CHARGE.c.key == key)
        .values(changed_at=at, **values)
    )
    after = values.get("counted", row["counted"])
    moved = Amount(micro=after - row["counted"], currency=currency)
    if moved.micro:
        count(connection, production, (WHOLE, None), moved)
    if moved.micro and row["title"]:
        count(connection, production, (f"title {row['title']}", None), moved)
    event = ChargeEvent(
        key=Digest(key),
        state=ChargeState(values["state"]),
        amount=Amount(micro=after, currency=currency),
        by=by,
        note=values.get("note", ""),
        at=at,
    )
    tell(connection, production, event)
    return charge_of({**row, **values, "changed_at": at})


def require_currency(charge: Charge, actual: Amount) -> None:
    """A charge is settled in the currency it was reserved in.

    Raises:
        InputError: It is not.
    """
    reserved = charge.intent.amount.currency
    if actual.micro and actual.currency != reserved:
        raise InputError(
            f"{charge.intent.subject} was reserved in {reserved} and charged in {actual.currency}",
            remedy="Correct the currency of the provider's price.",
        )
