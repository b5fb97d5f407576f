"""The work of a production that outlives a command: engine, ledger, bin, and the desk of takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from secondunit import config
from secondunit.adapters.clock import SystemClock
from secondunit.bootstrap.stores import find_records, is_there, open_media
from secondunit.core.errors import NotFound
from secondunit.ports.engine import Engine, Handler
from secondunit.ports.spend import Allowance, SpendLedger
from secondunit.ports.take_bin import TakeBin

if TYPE_CHECKING:
    from secondunit.adapters.engine.dbos_engine import DbosEngine
    from secondunit.bootstrap.suppliers import GatedSuppliers
    from secondunit.pipeline.take_job.desk import TakeDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class Works:
    """What a production has at work.

    Args:
        title: Production id.
        folder: Its folder.
        engine: Its jobs.
        ledger: What they spend.
        takes: What they make.
    """

    title: str
    folder: Path
    engine: Engine
    ledger: SpendLedger
    takes: TakeBin


def open_works(folder: Path) -> Works:
    """What a production has at work; the engine's library is loaded when it is first asked.

    Raises:
        InputError: Its settings cannot be read.
        NotFound: There is no production.
        StoreError: Its database cannot be opened.
    """
    from secondunit.adapters.db.engine import open_engine, open_sealing_engine
    from secondunit.adapters.db.ledger import SqlLedger
    from secondunit.adapters.db.take_bin import SqlTakeBin

    nothing = NotFound(
        f"{folder} holds no production", remedy="Run secondunit produce SCRIPT first."
    )
    if not is_there(folder):
        raise nothing
    server = config.read_machine().database
    database, sealing = open_engine(folder, server), open_sealing_engine(folder, server)
    records = find_records(database, folder)
    if records is None:
        raise nothing
    title = records.production().id
    return Works(
        title=title,
        folder=folder,
        engine=_engine(folder, title),
        ledger=SqlLedger(database, title, allowance_of(folder), SystemClock(), sealing),
        takes=SqlTakeBin(database, title),
    )


def allowance_of(folder: Path) -> Allowance:
    """What a production may spend, as its ``production.toml`` says.

    Raises:
        InputError: It cannot be read.
    """
    spend = (config.read_production(folder) or config.ProductionConfig()).spend
    return Allowance(
        caps=tuple(config.read_amount(cap) for cap in spend.caps),
        titles=tuple(
            (name, config.read_amount(cap)) for name, caps in spend.titles.items() for cap in caps
        ),
    )


def suppliers_of(folder: Path, title: str) -> GatedSuppliers:
    """The providers of a production, each behind its gate."""
    from secondunit.bootstrap.providers import make_provider, tables_of
    from secondunit.bootstrap.suppliers import GatedSuppliers
    from secondunit.bootstrap.way_out import gate_of
    from secondunit.film.generation.bible import FILE, read_bible
    from secondunit.pipeline.ordering.casting import likenesses_in

    tables = tables_of(folder)
    return GatedSuppliers(
        title,
        tables,
        partial(gate_of, folder),
        partial(make_provider, folder=folder),
        partial(likenesses_in, read_bible(tables.fetch_table(FILE))),
    )


def take_desk(works: Works) -> TakeDesk:
    """What the job of a take works with.

    Raises:
        InputError: A setting cannot be read.
    """
    from secondunit.adapters.media.cleaning.clean import clean
    from secondunit.adapters.media.darkroom import FilmDarkroom
    from secondunit.pipeline.take_job.desk import TakeDesk

    found = config.read_production(works.folder) or config.ProductionConfig()
    return TakeDesk(
        takes=works.takes,
        ledger=works.ledger,
        suppliers=suppliers_of(works.folder, works.title),
        turnstile=_engine(works.folder, works.title).turnstile,
        media=open_media(works.folder),
        darkroom=FilmDarkroom(clean),
        title=found.spend.title,
    )


def handlers_of(works: Works) -> Mapping[str, Handler]:
    """Who does the jobs of each kind; accounts are paced as their file says.

    Raises:
        InputError: A setting cannot be read.
    """
    from secondunit.bootstrap.providers import list_offers, tables_of
    from secondunit.pipeline.take_job.desk import KIND
    from secondunit.pipeline.take_job.job import take_handler
    from secondunit.ports.engine import Pace

    for account in {
        each.account.name: each.account for each in list_offers(tables_of(works.folder))
    }.values():
        if account.address:
            limit = account.a_minute
            works.engine.set_pace(account.name, Pace(calls=limit, seconds=60) if limit else None)
    return {KIND: take_handler(take_desk(works))}


def _engine(folder: Path, title: str) -> DbosEngine:
    from secondunit.adapters.engine.address import EngineAddress
    from secondunit.adapters.engine.dbos_engine import DbosEngine
    from secondunit.bootstrap.stores import open_database

    server = config.read_machine().database
    address = EngineAddress(production=title, folder=folder, server=server)
    return DbosEngine(address, open_database(folder))
