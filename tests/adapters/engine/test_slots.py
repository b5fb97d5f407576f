import pytest
from tests.conftest import Database

from secondunit.adapters.engine.slots import Slots
from secondunit.core.errors import Conflict

LONG, SILENT = 60_000, -1


def test_a_slot_is_held_by_one_process_and_says_by_whom(database: Database) -> None:
    slots = Slots(database.open(), "toy", LONG)
    slots.take("w0")
    with pytest.raises(Conflict, match="slot w0 is held by process"):
        slots.take("w0")
    assert slots.holders() == ["w0.1"]


def test_no_two_holdings_ever_have_the_same_id_and_a_later_one_has_a_higher_token(
    database: Database,
) -> None:
    slots = Slots(database.open(), "toy", LONG)
    first = slots.take("w0")
    slots.release(first)
    other, again = slots.take("w1"), slots.take("w0")
    assert [each.token for each in (first, other, again)] == [1, 2, 3]
    assert len({first.holder, other.holder, again.holder}) == 3


def test_a_silent_holder_is_ended_by_another_and_learns_it_at_its_next_beat(
    database: Database,
) -> None:
    engine = database.open()
    dead = Slots(engine, "toy", SILENT)
    lease = dead.take("w0")
    living = Slots(engine, "toy", LONG)
    mine = living.take("w1")
    assert living.end_silent(but=mine.holder) == 1
    assert living.end_silent(but=mine.holder) == 0
    assert not dead.beat(lease)
    assert living.holders() == [mine.holder]


def test_nobody_ends_itself(database: Database) -> None:
    slots = Slots(database.open(), "toy", SILENT)
    lease = slots.take("w0")
    assert slots.end_silent(but=lease.holder) == 0
    assert slots.beat(lease)


def test_a_slot_whose_holder_is_silent_is_taken_over_and_the_old_one_cannot_give_it_back(
    database: Database,
) -> None:
    engine = database.open()
    dead = Slots(engine, "toy", SILENT)
    lost = dead.take("w0")
    new = Slots(engine, "toy", LONG).take("w0")
    dead.release(lost)
    assert not dead.beat(lost)
    assert Slots(engine, "toy", LONG).holders() == [new.holder]


def test_a_process_that_is_known_to_be_gone_keeps_no_slot(database: Database) -> None:
    import os

    slots = Slots(database.open(), "toy", LONG)
    slots.take("w0")
    slots.free(os.getpid() + 1)
    assert slots.holders()
    slots.free(os.getpid())
    assert slots.holders() == []


def test_productions_share_a_database_and_not_their_slots(database: Database) -> None:
    engine = database.open()
    Slots(engine, "toy", LONG).take("w0")
    assert Slots(engine, "play", LONG).take("w0").token == 1


def test_a_worker_that_names_no_slot_gets_the_first_that_is_free(database: Database) -> None:
    slots = Slots(database.open(), "toy", LONG)
    slots.take("w0")
    assert slots.take_free().slot == "w1"
