"""The take bin over SQLAlchemy Core: the dailies of one production."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine, RowMapping, func, select, update
from sqlalchemy.exc import IntegrityError

from secondunit.adapters.db.statements import insert_once, reading, writing
from secondunit.adapters.db.work_tables import TAKE
from secondunit.core.errors import Conflict, NotFound
from secondunit.core.ids import Digest, ShotId, canonical_json, read_json
from secondunit.ports.take_bin import OrderedTake

NEVER, REMEDY = "take {} was never ordered", "Order it first."


class SqlTakeBin:
    """One production's takes. Nothing is ever deleted.

    Args:
        engine: An open database, brought up to date.
        production: Id of the production.
    """

    def __init__(self, engine: Engine, production: str) -> None:
        self._engine = engine
        self._id = production

    def add(self, takes: Sequence[OrderedTake]) -> None:
        """Put new takes in, all or none; one that is there stays as it is.

        Raises:
            Conflict: A take number of the shot is given already.
        """
        with writing(self._engine) as connection:
            for take in takes:
                row = {"production": self._id, "key": take.key, **_values(take)}
                if insert_once(connection, TAKE, row):
                    continue
                query = select(TAKE.c.key).where(TAKE.c.production == self._id)
                if connection.execute(query.where(TAKE.c.key == take.key)).first() is None:
                    raise Conflict(
                        f"take {take.slate} was ordered already",
                        remedy="Order again: the next free number is given.",
                    )

    def put(self, take: OrderedTake) -> None:
        """Keep what has become of a take.

        Raises:
            NotFound: It was never ordered.
            Conflict: It would take the number of another.
        """
        mine = (TAKE.c.production == self._id, TAKE.c.key == take.key)
        with writing(self._engine) as connection:
            try:
                done = connection.execute(update(TAKE).where(*mine).values(**_values(take)))
            except IntegrityError as error:
                raise Conflict(
                    f"take {take.slate} is another take", remedy="Keep the number it was given."
                ) from error
            if done.rowcount == 0:
                raise NotFound(NEVER.format(take.key[:12]), remedy=REMEDY)

    def find(self, key: Digest) -> OrderedTake:
        """One take.

        Raises:
            NotFound: It was never ordered.
        """
        query = select(TAKE.c.body).where(TAKE.c.production == self._id, TAKE.c.key == key)
        with reading(self._engine) as connection:
            found = connection.execute(query).mappings().first()
        if found is None:
            raise NotFound(NEVER.format(key[:12]), remedy=REMEDY)
        return _take(found)

    def takes(self, shot: ShotId | None = None) -> Sequence[OrderedTake]:
        """Takes of a shot, or all, by shot and number."""
        query = select(TAKE.c.body).where(TAKE.c.production == self._id)
        if shot is not None:
            query = query.where(TAKE.c.shot == shot)
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(TAKE.c.shot, TAKE.c.take)).mappings()
            return [_take(row) for row in rows]

    def next_number(self, shot: ShotId) -> int:
        """The first take number of the shot that was never given."""
        query = select(func.max(TAKE.c.take)).where(
            TAKE.c.production == self._id, TAKE.c.shot == shot
        )
        with reading(self._engine) as connection:
            return int(connection.execute(query).scalar() or 0) + 1


def _values(take: OrderedTake) -> dict[str, Any]:
    return {
        "shot": take.shot,
        "take": take.take,
        "state": take.state,
        "body": zlib.compress(canonical_json(take), 1),
    }


def _take(row: RowMapping) -> OrderedTake:
    return read_json(zlib.decompress(row["body"]), OrderedTake)
