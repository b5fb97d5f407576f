import threading
import time
from collections.abc import Iterator

import pytest
from tests.conftest import Database

from secondunit.adapters.engine.address import EngineAddress
from secondunit.adapters.engine.heart import Heart
from secondunit.adapters.engine.jobs import JobRows
from secondunit.adapters.engine.slots import Slots

LONG = 60_000


@pytest.fixture
def rows(database: Database) -> Iterator[JobRows]:
    made = JobRows(EngineAddress(production="toy", folder=database.folder, server=database.server))
    yield made
    made.close()


def heart_on(rows: JobRows, slots: Slots, lost: threading.Event, seconds: float = 60) -> Heart:
    return Heart(
        slots, rows, slots.take("w0"), lease_seconds=seconds, keep_days=0, on_lost=lost.set
    )


def test_a_heart_that_lost_its_lease_says_so_and_lets_nothing_be_sent(
    database: Database, rows: JobRows
) -> None:
    engine = database.open()
    lost = threading.Event()
    slots = Slots(engine, "toy", -1)
    heart = heart_on(rows, slots, lost)
    assert heart.may_send()
    Slots(engine, "toy", LONG).end_silent()
    heart.start()
    assert lost.wait(5)
    assert not heart.lives
    assert not heart.may_send()


def test_nothing_is_sent_when_the_last_beat_is_too_old(database: Database, rows: JobRows) -> None:
    heart = heart_on(rows, Slots(database.open(), "toy", LONG), threading.Event(), 0.05)
    time.sleep(0.06)
    assert heart.lives
    assert not heart.may_send()


def test_a_heart_ends_silent_workers(database: Database, rows: JobRows) -> None:
    engine = database.open()
    Slots(engine, "toy", -1).take("w1")
    slots = Slots(engine, "toy", LONG)
    heart = heart_on(rows, slots, threading.Event())
    heart.start()
    end = time.monotonic() + 5
    while len(slots.holders()) > 1 and time.monotonic() < end:
        time.sleep(0.05)
    heart.stop()
    assert slots.holders() == [heart.lease.holder]
    assert not heart.may_send()
