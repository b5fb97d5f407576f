from dataclasses import replace

import pytest
from tests.conftest import Database
from tests.pipeline.take_job.peer import an_ordered_take

from secondunit.adapters.db.take_bin import SqlTakeBin
from secondunit.core.errors import Conflict, NotFound
from secondunit.core.ids import Digest, ShotId
from secondunit.core.money import Money
from secondunit.ports.take_bin import TakeState

FIRST, SECOND = an_ordered_take(1), an_ordered_take(2)


def test_takes_come_back_whole_by_shot_and_number(database: Database) -> None:
    takes = SqlTakeBin(database.open(), "toy")
    other = an_ordered_take(1, "11")
    takes.add([SECOND, FIRST, other])
    assert takes.takes() == [other, FIRST, SECOND]
    assert takes.takes(FIRST.shot) == [FIRST, SECOND]
    assert takes.find(SECOND.key) == SECOND


def test_a_take_that_is_there_stays_as_it_is(database: Database) -> None:
    takes = SqlTakeBin(database.open(), "toy")
    takes.add([FIRST])
    takes.add([replace(FIRST, note="ordered again"), SECOND])
    assert takes.find(FIRST.key).note == ""
    assert len(takes.takes()) == 2


def test_a_take_number_is_given_once_and_a_second_one_leaves_nothing_behind(
    database: Database,
) -> None:
    takes = SqlTakeBin(database.open(), "toy")
    takes.add([FIRST])
    with pytest.raises(Conflict, match="12A-1"):
        takes.add([SECOND, replace(FIRST, key=Digest("other"))])
    assert takes.takes() == [FIRST]


def test_what_became_of_a_take_is_kept(database: Database) -> None:
    takes = SqlTakeBin(database.open(), "toy")
    takes.add([FIRST])
    failed = replace(FIRST, state=TakeState.FAILED, cost=Money(minor=25), note="moderated")
    takes.put(failed)
    assert takes.find(FIRST.key) == failed


def test_a_take_that_was_never_ordered_is_not_found(database: Database) -> None:
    takes = SqlTakeBin(database.open(), "toy")
    with pytest.raises(NotFound, match="never ordered"):
        takes.find(Digest("nobody"))
    with pytest.raises(NotFound):
        takes.put(FIRST)


def test_the_next_number_was_never_given(database: Database) -> None:
    takes = SqlTakeBin(database.open(), "toy")
    assert takes.next_number(FIRST.shot) == 1
    takes.add([FIRST, replace(SECOND, take=7, slate="12A-7")])
    assert takes.next_number(FIRST.shot) == 8
    assert takes.next_number(ShotId("other")) == 1


def test_productions_share_a_database_and_not_their_takes(database: Database) -> None:
    engine = database.open()
    SqlTakeBin(engine, "toy").add([FIRST])
    assert SqlTakeBin(engine, "play").takes() == []
