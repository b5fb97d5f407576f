"""A production whose pictures are drawn by a farm, here or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from secondunit import config
from secondunit.adapters.clock import SystemClock
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.productions import Studio, open_for_writing
from secondunit.core.errors import NotConfigured
from secondunit.ports.gate import Gate

SHELF = "farm"
"""Folder of the bundles, in that of the production."""


@contextmanager
def open_on_farm(folder: Path, workers: int) -> Iterator[Studio]:
    """Open a production for one run whose pictures are drawn by sessions of a farm.

    Args:
        folder: Of the production.
        workers: Sessions on this machine; 0 to leave the bundles to be submitted.

    Raises:
        Conflict: Another run works on it.
        NotFound: It is not there.
        StoreError: The folder cannot be written.
    """
    from secondunit.adapters.farm.farm_jobs import FarmJobs
    from secondunit.adapters.farm.sessions import run_bundle

    with open_for_writing(folder) as studio:
        office = studio.view.office
        jobs = FarmJobs(
            near=office.jobs,
            shelf=folder / SHELF,
            tables=folder / "tables",
            name=office.records.production().id,
            media=office.media,
            run=partial(run_bundle, workers=workers) if workers else None,
        )
        yield replace(studio, view=replace(studio.view, office=replace(office, jobs=jobs)))


def answer_task(work: Path, number: int) -> int:
    """Answer one task of a bundle, as a worker of a farm does; how many asks it had.

    Raises:
        NotFound: There is no such task.
        ProviderError: An ask cannot be answered.
        StoreError: The folder cannot be written.
    """
    from secondunit.adapters.farm.bundle import answer_task as answer
    from secondunit.adapters.performers import make_performers
    from secondunit.adapters.store.objects import open_folder

    performers = make_performers(
        open_folder(work / "media"),
        PackagedTables(work / "tables").fetch_table,
        _no_gate,
        "",
        config.read_machine().renderer,
    )
    return answer(work, number, performers, SystemClock().milliseconds)


def _no_gate() -> Gate:
    """Nothing leaves from a farm.

    Raises:
        NotConfigured: Always.
    """
    raise NotConfigured("a farm only draws", remedy="Ask text models from the production itself.")
