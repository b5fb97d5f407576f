"""The way to a provider's account: so many calls in any stretch of time, counted in the database.

A call counts from the moment it is let through until a whole window after its answer came. It
reached the provider somewhere in between, so that at the provider no stretch of that length ever
holds more than the limit, however long a call was under way. (A limiter that counts starts alone
let 13 to 16 of 10 through in some stretch: section 1.2 of the studio's platform page.)
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from secondunit.adapters.db.statements import (
    database_milliseconds,
    insert_once,
    reading,
    writing,
)
from secondunit.adapters.db.work_tables import CALL, PACE
from secondunit.core.errors import RateLimited
from secondunit.ports.engine import Pace

LONGEST_CALL_MS = 300_000
"""A call whose end nobody noted, because its worker died, counts as ended then."""

MOST_WAIT_SECONDS = 0.25
LEAST_WAIT_SECONDS = 0.004


class AccountTurnstile:
    """The turnstiles of one production's accounts.

    Args:
        engine: An open database.
        production: Id of the production.
        check: Called while a call waits; raises where it should not go on.
    """

    def __init__(
        self, engine: Engine, production: str, check: Callable[[], None] = lambda: None
    ) -> None:
        self._engine = engine
        self._id = production
        self._check = check

    @contextmanager
    def enter(self, account: str, *, deadline_seconds: float = 120) -> Iterator[None]:
        """One call, counted from before it is sent until its answer is there.

        Raises:
            RateLimited: The account was not free within the deadline.
        """
        if not self._is_paced(account):
            yield
            return
        call = self._wait(account, deadline_seconds)
        try:
            yield
        finally:
            with writing(self._engine) as connection:
                now = database_milliseconds(connection)
                connection.execute(update(CALL).where(CALL.c.id == call).values(ended=now))

    def block(self, account: str, seconds: float) -> None:
        """The account asks for patience: nobody calls it for so long."""
        with writing(self._engine) as connection:
            until = database_milliseconds(connection) + round(seconds * 1000)
            row = {"production": self._id, "account": account}
            insert_once(
                connection, PACE, row | {"calls": 0, "window_ms": 0, "blocked_until": until}
            )
            connection.execute(
                update(PACE)
                .where(*self._row(account), PACE.c.blocked_until < until)
                .values(blocked_until=until)
            )

    def set_pace(self, account: str, pace: Pace | None) -> None:
        """How often an account may be called; None for as often as one likes."""
        values = {
            "calls": pace.calls if pace else 0,
            "window_ms": round(pace.seconds * 1000) if pace else 0,
        }
        with writing(self._engine) as connection:
            row = {"production": self._id, "account": account, "blocked_until": 0, **values}
            if not insert_once(connection, PACE, row):
                connection.execute(update(PACE).where(*self._row(account)).values(**values))

    def _is_paced(self, account: str) -> bool:
        query = select(PACE.c.calls, PACE.c.blocked_until).where(*self._row(account))
        with reading(self._engine) as connection:
            found = connection.execute(query).first()
            return found is not None and bool(
                found[0] or found[1] > database_milliseconds(connection)
            )

    def _wait(self, account: str, deadline_seconds: float) -> int:
        end = time.monotonic() + deadline_seconds
        while True:
            with writing(self._engine) as connection:
                call, wait_ms = self._try(connection, account)
            if call:
                return call
            left = end - time.monotonic()
            if left < wait_ms / 1000 and left < MOST_WAIT_SECONDS:
                raise RateLimited(
                    f"{account} was busy for {deadline_seconds:.0f} s",
                    after_seconds=max(1, wait_ms // 1000),
                    remedy="Wait, or raise its pace in production.toml where its plan allows.",
                )
            self._check()
            wait = min(MOST_WAIT_SECONDS, max(LEAST_WAIT_SECONDS, wait_ms / 1000), max(left, 0))
            time.sleep(wait * random.uniform(1, 1.1))

    def _try(self, connection: Connection, account: str) -> tuple[int, int]:
        """Id of a call that may be made now, or 0 and how long to wait in milliseconds."""
        query = select(PACE).where(*self._row(account)).with_for_update()
        pace = connection.execute(query).mappings().one()
        now = database_milliseconds(connection)
        if pace["blocked_until"] > now:
            return 0, pace["blocked_until"] - now
        mine = (CALL.c.production == self._id, CALL.c.account == account)
        since = now - pace["window_ms"]
        connection.execute(delete(CALL).where(*mine, CALL.c.ended < since))
        ends = sorted(connection.execute(select(CALL.c.ended).where(*mine)).scalars())
        if not pace["calls"] or len(ends) < pace["calls"]:
            return self._let_through(connection, account, now), 0
        return 0, max(1, min(ends[0] - since, 50) if ends[0] > now else ends[0] - since + 1)

    def _let_through(self, connection: Connection, account: str, now: int) -> int:
        done = connection.execute(
            insert(CALL).values(production=self._id, account=account, ended=now + LONGEST_CALL_MS)
        )
        return int(done.inserted_primary_key[0]) if done.inserted_primary_key else 0

    def _row(self, account: str) -> tuple[Any, ...]:
        return (PACE.c.production == self._id, PACE.c.account == account)
