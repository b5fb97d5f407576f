import threading
import time

import pytest
from tests.conftest import Database

from secondunit.adapters.engine.turnstile import AccountTurnstile
from secondunit.core.errors import Cancelled, RateLimited
from secondunit.ports.engine import Pace


def test_an_account_without_a_pace_is_entered_at_once(database: Database) -> None:
    turnstile = AccountTurnstile(database.open(), "toy")
    for _ in range(50):
        with turnstile.enter("peer", deadline_seconds=0):
            pass


def test_no_stretch_of_time_holds_more_calls_than_the_pace(database: Database) -> None:
    """Read where the calls arrive, by four callers at once, each call of another length."""
    database.open()
    AccountTurnstile(database.open(), "toy").set_pace("peer", Pace(calls=3, seconds=0.3))
    arrived: list[float] = []

    def call(number: int) -> None:
        turnstile = AccountTurnstile(database.open(), "toy")
        for turn in range(3):
            with turnstile.enter("peer"):
                time.sleep(0.01 * ((number + turn) % 3))
                arrived.append(time.monotonic())

    threads = [threading.Thread(target=call, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    arrived.sort()
    assert len(arrived) == 12
    assert all(later - earlier >= 0.3 for earlier, later in zip(arrived, arrived[3:], strict=False))


def test_who_would_wait_too_long_is_told_for_how_long(database: Database) -> None:
    turnstile = AccountTurnstile(database.open(), "toy")
    turnstile.set_pace("peer", Pace(calls=1, seconds=60))
    with turnstile.enter("peer"):
        pass
    with (
        pytest.raises(RateLimited, match="busy") as caught,
        turnstile.enter("peer", deadline_seconds=0),
    ):
        pass
    assert 55 <= caught.value.after_seconds <= 60
    with turnstile.enter("other", deadline_seconds=0):
        pass


def test_patience_that_was_asked_for_holds_everybody(database: Database) -> None:
    engine = database.open()
    AccountTurnstile(engine, "toy").block("peer", 60)
    AccountTurnstile(engine, "toy").block("peer", 1)
    with (
        pytest.raises(RateLimited) as caught,
        AccountTurnstile(engine, "toy").enter("peer", deadline_seconds=0),
    ):
        pass
    assert caught.value.after_seconds > 50


def test_a_call_that_failed_still_counts(database: Database) -> None:
    turnstile = AccountTurnstile(database.open(), "toy")
    turnstile.set_pace("peer", Pace(calls=1, seconds=60))
    with pytest.raises(ZeroDivisionError), turnstile.enter("peer"):
        _ = 1 // 0
    with pytest.raises(RateLimited), turnstile.enter("peer", deadline_seconds=0):
        pass


def test_a_pace_is_changed_while_others_work(database: Database) -> None:
    turnstile = AccountTurnstile(database.open(), "toy")
    turnstile.set_pace("peer", Pace(calls=1, seconds=60))
    with turnstile.enter("peer"):
        pass
    turnstile.set_pace("peer", None)
    with turnstile.enter("peer", deadline_seconds=0):
        pass


def test_a_waiting_call_can_be_called_off(database: Database) -> None:
    def stop() -> None:
        raise Cancelled("it was cancelled")

    engine = database.open()
    AccountTurnstile(engine, "toy").block("peer", 60)
    with pytest.raises(Cancelled), AccountTurnstile(engine, "toy", stop).enter("peer"):
        pass
