"""Where records of rights are signed, opened with the adapters of this machine."""

from __future__ import annotations

from pathlib import Path

from secondunit.adapters.clock import SystemClock
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.way_out import listed_terms, open_logs
from secondunit.film.rights.ruling.rules import FILE, read_rules
from secondunit.pipeline.rights_desk import RightsDesk


def open_desk(folder: Path) -> RightsDesk:
    """The rights desk of a production.

    Raises:
        InputError: Its rules or terms cannot be read.
        NotFound: There is no production.
        StoreError: Its database cannot be opened.
    """
    from secondunit.adapters.store.objects import open_folder

    tables = PackagedTables(folder / "tables")
    logs = open_logs(folder)
    return RightsDesk(
        title=logs.title,
        log=logs.rights,
        book=read_rules(tables.fetch_table(FILE)),
        media=open_folder(folder / "media"),
        clock=SystemClock(),
        listed=listed_terms(tables),
    )
