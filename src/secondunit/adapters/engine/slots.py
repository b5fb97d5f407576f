"""Worker slots: each held by one process, by a lease that it renews every second.

Source: section 1.2 of the studio's platform page: two processes that share an executor id pay
twice, and nobody picks up the jobs of a killed one. So a slot is taken by compare-and-set, each
holder has an id that never comes again, and whoever sees a lease run out marks its holder dead
before its jobs are given back.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, func, select, text, update

from secondunit.adapters.db.statements import (
    database_milliseconds,
    insert_once,
    reading,
    writing,
)
from secondunit.adapters.db.work_tables import SLOT
from secondunit.core.errors import Conflict

MOST = 256
"""Workers of one production."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """A slot as held by one process.

    Args:
        slot: Name of the slot.
        holder: Id of this holding; never given twice.
        token: Fencing token: higher than that of every holding before.
    """

    slot: str
    holder: str
    token: int


class Slots:
    """The slots of one production.

    Args:
        engine: An open database.
        production: Id of the production.
        lease_ms: How long a holder may be silent.
    """

    def __init__(self, engine: Engine, production: str, lease_ms: int) -> None:
        self._engine = engine
        self._id = production
        self._lease = lease_ms

    def take(self, slot: str) -> Lease:
        """Take a slot that is free, or whose holder has been silent too long.

        Raises:
            Conflict: Somebody has it.
        """
        with writing(self._engine) as connection:
            _alone(connection)
            now = database_milliseconds(connection)
            mine = self._row(slot)
            found = connection.execute(select(SLOT).where(*mine)).mappings().first()
            if found and found["holder"] and found["until"] > now:
                raise Conflict(
                    f"slot {slot} is held by process {found['pid']} on {found['host']}",
                    remedy="Stop that worker first, or give this one another slot.",
                )
            query = select(func.max(SLOT.c.token)).where(SLOT.c.production == self._id)
            token = int(connection.execute(query).scalar() or 0) + 1
            lease = Lease(slot=slot, holder=f"{slot}.{token}", token=token)
            values = {
                "holder": lease.holder,
                "token": token,
                "until": now + self._lease,
                "host": platform.node(),
                "pid": os.getpid(),
            }
            row = {"production": self._id, "name": slot, **values}
            if not insert_once(connection, SLOT, row):
                connection.execute(update(SLOT).where(*mine).values(**values))
        return lease

    def take_free(self) -> Lease:
        """Take the first slot that nobody has.

        Raises:
            Conflict: All of them are held.
        """
        for number in range(MOST):
            try:
                return self.take(f"w{number}")
            except Conflict:
                continue
        raise Conflict(f"all {MOST} slots are held", remedy="Stop a worker first.")

    def beat(self, lease: Lease) -> bool:
        """Renew a lease; False when it is not held any more."""
        with writing(self._engine) as connection:
            now = database_milliseconds(connection)
            done = connection.execute(
                update(SLOT).where(*self._held(lease)).values(until=now + self._lease)
            )
            return done.rowcount == 1

    def release(self, lease: Lease) -> None:
        """Give a slot back; nothing happens when it was lost."""
        with writing(self._engine) as connection:
            connection.execute(update(SLOT).where(*self._held(lease)).values(holder="", until=0))

    def free(self, pid: int) -> None:
        """Give back what a process of this machine held that is known to be gone."""
        with writing(self._engine) as connection:
            connection.execute(
                update(SLOT)
                .where(
                    SLOT.c.production == self._id,
                    SLOT.c.pid == pid,
                    SLOT.c.host == platform.node(),
                )
                .values(holder="", until=0)
            )

    def end_silent(self, but: str = "") -> int:
        """Take their slots from holders that have been silent too long; how many.

        A holder never ends itself: it finds out at its next beat.

        Args:
            but: The holder that asks.
        """
        ended = 0
        with writing(self._engine) as connection:
            now = database_milliseconds(connection)
            query = select(SLOT).where(
                SLOT.c.production == self._id,
                SLOT.c.holder.not_in(["", but]),
                SLOT.c.until < now,
            )
            for row in connection.execute(query).mappings().all():
                done = connection.execute(
                    update(SLOT)
                    .where(
                        *self._row(row["name"]),
                        SLOT.c.holder == row["holder"],
                        SLOT.c.until == row["until"],
                    )
                    .values(holder="", until=0)
                )
                ended += done.rowcount
        return ended

    def holders(self) -> Sequence[str]:
        """Ids of those that hold a slot now."""
        query = select(SLOT.c.holder).where(SLOT.c.production == self._id, SLOT.c.holder != "")
        with reading(self._engine) as connection:
            return [str(holder) for holder in connection.execute(query).scalars()]

    def _row(self, slot: str) -> tuple[Any, ...]:
        return (SLOT.c.production == self._id, SLOT.c.name == slot)

    def _held(self, lease: Lease) -> tuple[Any, ...]:
        return (*self._row(lease.slot), SLOT.c.holder == lease.holder)


def _alone(connection: Connection) -> None:
    """On Postgres, let nobody else take a slot meanwhile; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE slot IN EXCLUSIVE MODE"))
