"""Where records of rights are signed, opened with the adapters of this machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from secondunit.adapters.clock import SystemClock
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.stores import open_database, open_media
from secondunit.bootstrap.way_out import listed_terms, open_logs
from secondunit.film.rights.ruling.rules import FILE, read_rules
from secondunit.pipeline.rights_desk import RightsDesk
from secondunit.ports.take_bin import OrderedTake


def open_desk(folder: Path) -> RightsDesk:
    """The rights desk of a production.

    Raises:
        InputError: Its rules or terms cannot be read.
        NotFound: There is no production.
        StoreError: Its database cannot be opened.
    """
    tables = PackagedTables(folder / "tables")
    logs = open_logs(folder)
    return RightsDesk(
        title=logs.title,
        log=logs.rights,
        book=read_rules(tables.fetch_table(FILE)),
        media=open_media(folder),
        clock=SystemClock(),
        listed=listed_terms(tables),
    )


def ordered_takes(folder: Path) -> Sequence[OrderedTake]:
    """Every take of a production, for what a consent that ends leaves without one.

    Raises:
        NotFound: There is no production.
        StoreError: Its database cannot be opened.
    """
    from secondunit.adapters.db.take_bin import SqlTakeBin

    return SqlTakeBin(open_database(folder), open_logs(folder).title).takes()
