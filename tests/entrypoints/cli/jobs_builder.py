"""A production with nothing but orders in it, for tests of jobs on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.pipeline.take_job.peer import an_ordered_take

from secondunit.adapters.db.engine import open_engine
from secondunit.adapters.db.records import create_production
from secondunit.bootstrap.work import open_works
from secondunit.core.ids import digest
from secondunit.core.timecode import Frames
from secondunit.film.generation.model import Control
from secondunit.pipeline.take_job.desk import take_job
from secondunit.ports.records import Production
from secondunit.ports.take_bin import OrderedTake


def small_production(folder: Path) -> Path:
    toy = Production(id="toy", title="Toy", created_at="2026-11-25T10:00:00Z")
    create_production(open_engine(folder), toy)
    return folder


def order_takes(folder: Path, count: int) -> Sequence[OrderedTake]:
    """Takes of the built-in provider, in the bin and queued."""
    takes = [_take(number) for number in range(1, count + 1)]
    works = open_works(folder)
    works.takes.add(takes)
    works.engine.submit([take_job(take, "") for take in takes])
    return takes


def _take(number: int) -> OrderedTake:
    take = an_ordered_take(number)
    order = replace(
        take.order,
        provider="previs",
        duration=Frames(2),
        controls=(Control.FRAMING, Control.SEED),
    )
    return replace(take, order=order, key=digest(order))
