"""The Records port over SQLAlchemy Core."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table, delete, func, insert, select

from secondunit.adapters.db import tables
from secondunit.adapters.db.engine import translated_errors
from secondunit.core.decision import Entry
from secondunit.core.errors import NotFound
from secondunit.core.fact import Fact
from secondunit.core.ids import Digest, canonical_json, read_json
from secondunit.core.money import Money
from secondunit.core.stage import Answer
from secondunit.ports.records import Draft, Production, Publication, Run, StoredProposal

AT_ONCE = 500
"""Values in one IN list: SQLite allows 32,766, older builds 999."""


class SqlRecords:
    """One production's rows in one database.

    Args:
        engine: An open database, brought up to date.
        production: Id of the production.
    """

    def __init__(self, engine: Engine, production: str) -> None:
        self._engine = engine
        self._id = production
        self._open: Connection | None = None

    def production(self) -> Production:
        """The title itself.

        Raises:
            NotFound: The database holds no production of that id.
        """
        rows = self._read(tables.PRODUCTION, column="id")
        if not rows:
            raise NotFound(
                f"there is no production “{self._id}” here", remedy="Run secondunit produce first."
            )
        return Production(**rows[0])

    def stamp(self) -> str:
        """Changes whenever anything that stands has changed: drafts, proposals, journal."""
        newest = [
            select(func.max(table.c[column])).where(table.c.production == self._id)
            for table, column in (
                (tables.DRAFT, "number"),
                (tables.PROPOSAL, "sequence"),
                (tables.JOURNAL, "sequence"),
            )
        ]
        found = self._rows(select(*(each.scalar_subquery() for each in newest)))
        return "-".join(str(value or 0) for value in found[0].values())

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside become true together, or none of them."""
        with self._writing():
            yield

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._open is not None:
            yield self._open
            return
        with translated_errors(str(self._engine.url.database)), self._engine.begin() as connection:
            self._open = connection
            try:
                yield connection
            finally:
                self._open = None

    def drafts(self) -> Sequence[Draft]:
        """All drafts, oldest first."""
        return [Draft(**_without(row)) for row in self._read(tables.DRAFT, order="number")]

    def add_draft(self, draft: Draft) -> None:
        """Keep a draft."""
        self._write(tables.DRAFT, [asdict(draft)])

    def answers(self, asks: Iterable[Digest]) -> Mapping[Digest, Answer]:
        """The kept answers among these questions."""
        wanted = list(asks)
        found: dict[Digest, Answer] = {}
        table = tables.ANSWER
        for start in range(0, len(wanted), AT_ONCE):
            part = wanted[start : start + AT_ONCE]
            query = select(table.c.body).where(
                table.c.production == self._id, table.c.ask.in_(part)
            )
            for row in self._rows(query):
                answer = read_json(zlib.decompress(row["body"]), Answer)
                found[answer.ask] = answer
        return found

    def add_answer(self, answer: Answer, kind: str, at: str) -> None:
        """Keep an answer; the first one of a question stays."""
        if self.answers([answer.ask]):
            return
        body = zlib.compress(canonical_json(answer), 1)
        self._write(tables.ANSWER, [{"ask": answer.ask, "kind": kind, "body": body, "at": at}])

    def latest_proposal(self, stage: str) -> StoredProposal | None:
        """The newest proposal of a stage."""
        table = tables.PROPOSAL
        query = (
            select(table)
            .where(table.c.production == self._id, table.c.stage == stage)
            .order_by(table.c.sequence.desc())
            .limit(1)
        )
        return next(map(_stored, self._rows(query)), None)

    def proposals(self, stage: str) -> Sequence[StoredProposal]:
        """Every proposal of a stage, oldest first."""
        table = tables.PROPOSAL
        query = (
            select(table)
            .where(table.c.production == self._id, table.c.stage == stage)
            .order_by(table.c.sequence)
        )
        return [_stored(row) for row in self._rows(query)]

    def add_proposal(self, proposal: StoredProposal, run: Run) -> None:
        """Keep a proposal, now the newest of its stage, and the run that made it."""
        values = asdict(proposal)
        values["body"] = zlib.compress(proposal.body, 1)
        ran = asdict(run)
        cost = ran.pop("cost")
        ran |= {"cost_minor": cost["minor"], "cost_currency": cost["currency"]}
        with self.transaction():
            self._write(tables.PROPOSAL, [values])
            self._write(tables.RUN, [ran])

    def runs(self) -> Sequence[Run]:
        """All runs, oldest first."""
        result = []
        for row in self._read(tables.RUN, order="sequence"):
            values = _without(row, "sequence", "cost_minor", "cost_currency")
            cost = Money(minor=row["cost_minor"], currency=row["cost_currency"])
            result.append(Run(**values, cost=cost))
        return result

    def journal(self) -> Sequence[Entry]:
        """The whole journal in order."""
        return [Entry(**_without(row)) for row in self._read(tables.JOURNAL, order="sequence")]

    def last_entry(self) -> Entry | None:
        """The newest entry of the journal."""
        table = tables.JOURNAL
        query = (
            select(table)
            .where(table.c.production == self._id)
            .order_by(table.c.sequence.desc())
            .limit(1)
        )
        return next((Entry(**_without(row)) for row in self._rows(query)), None)

    def add_entries(self, entries: Sequence[Entry]) -> None:
        """Append to the journal.

        Raises:
            Conflict: Somebody appended since ``last_entry`` was read.
        """
        self._write(tables.JOURNAL, [asdict(entry) for entry in entries])

    def facts(self, stage: str) -> Sequence[Fact]:
        """All facts of a stage, oldest first: the newest of an item holds."""
        table = tables.FACT
        query = (
            select(table.c.body)
            .where(table.c.production == self._id, table.c.stage == stage)
            .order_by(table.c.sequence)
        )
        return [read_json(row["body"], Fact) for row in self._rows(query)]

    def add_facts(self, facts: Sequence[Fact]) -> None:
        """Append facts."""
        rows = [
            {
                "stage": fact.stage,
                "item": fact.item,
                "entry": fact.entry,
                "body": canonical_json(fact),
            }
            for fact in facts
        ]
        self._write(tables.FACT, rows)

    def publications(self) -> Sequence[Publication]:
        """Every published file."""
        rows = self._read(tables.PUBLICATION, order="path")
        return [Publication(**_without(row)) for row in rows]

    def put_publication(self, publication: Publication) -> None:
        """Keep or replace the note on a published file."""
        with self.transaction():
            self.drop_publication(publication.path)
            self._write(tables.PUBLICATION, [asdict(publication)])

    def drop_publication(self, path: str) -> None:
        """Forget a published file that no longer belongs to the package."""
        table = tables.PUBLICATION
        with self._writing() as connection:
            connection.execute(
                delete(table).where(table.c.production == self._id, table.c.path == path)
            )

    def _read(
        self, table: Table, *, column: str = "production", order: str | None = None
    ) -> list[RowMapping]:
        query = select(table).where(table.c[column] == self._id)
        return self._rows(query if order is None else query.order_by(table.c[order]))

    def _rows(self, query: Any) -> list[RowMapping]:
        with translated_errors(str(self._engine.url.database)):
            if self._open is not None:
                return list(self._open.execute(query).mappings())
            with self._engine.connect() as connection:
                reader = connection.execution_options(isolation_level="AUTOCOMMIT")
                return list(reader.execute(query).mappings())

    def _write(self, table: Table, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        with self._writing() as connection:
            connection.execute(insert(table), [{"production": self._id, **row} for row in rows])


def create_production(engine: Engine, production: Production) -> SqlRecords:
    """The records of a production, made when they are not there yet."""
    table = tables.PRODUCTION
    with translated_errors(str(engine.url.database)), engine.begin() as connection:
        query = select(table.c.id).where(table.c.id == production.id)
        if connection.execute(query).first() is None:
            connection.execute(insert(table), [asdict(production)])
    return SqlRecords(engine, production.id)


def find_production(engine: Engine) -> SqlRecords | None:
    """The records of the first production in this database, or None."""
    table = tables.PRODUCTION
    with translated_errors(str(engine.url.database)), engine.connect() as connection:
        found = connection.execute(select(table.c.id).order_by(table.c.created_at)).scalar()
    return None if found is None else SqlRecords(engine, found)


def _stored(row: RowMapping) -> StoredProposal:
    values = _without(row, "sequence")
    return StoredProposal(**{**values, "body": zlib.decompress(values["body"])})


def _without(row: RowMapping, *names: str) -> dict[str, Any]:
    skip = {"production", *names}
    return {str(key): value for key, value in row.items() if key not in skip}
