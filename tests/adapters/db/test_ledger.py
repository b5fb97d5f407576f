import threading
from collections.abc import Sequence

import pytest
from tests.conftest import Database

from secondunit.adapters.clock import SystemClock
from secondunit.adapters.db.ledger import SqlLedger
from secondunit.core.errors import BudgetExceeded, Conflict, InputError, NotFound
from secondunit.core.ids import Digest
from secondunit.core.money import Money
from secondunit.ports.spend import MICRO, Allowance, Amount, ChargeState, Intent

CENTS_25 = Amount(micro=25 * MICRO)


def intent(key: str, amount: Amount = CENTS_25, title: str = "", account: str = "peer") -> Intent:
    return Intent(
        key=Digest(key), title=title, account=account, amount=amount, subject=key, by="Ana"
    )


def ledger(
    database: Database, cap: int = 100, titles: Sequence[tuple[str, Money]] = ()
) -> SqlLedger:
    allowance = Allowance(caps=(Money(minor=cap),), titles=tuple(titles))
    return SqlLedger(database.open(), "toy", allowance, SystemClock())


def test_a_charge_goes_from_intent_to_settled_and_tells_every_step(database: Database) -> None:
    book = ledger(database)
    book.reserve(intent("a"))
    assert book.claim(Digest("a"), 1, 99)
    book.submit(Digest("a"), "order-1", 1)
    book.settle(Digest("a"), Amount(micro=24_500_000))
    charge = book.find(Digest("a"))
    assert (charge.state, charge.actual.micro, charge.handle) == (
        ChargeState.SETTLED,
        24_500_000,
        "order-1",
    )
    told = [(event.state, event.amount.micro) for event in book.events(Digest("a"))]
    assert told == [
        (ChargeState.INTENT, 25_000_000),
        (ChargeState.CLAIMED, 25_000_000),
        (ChargeState.SUBMITTED, 25_000_000),
        (ChargeState.SETTLED, 24_500_000),
    ]
    assert book.spent()[0].counted.micro == 24_500_000


def test_the_same_key_is_reserved_once(database: Database) -> None:
    book = ledger(database)
    assert book.reserve(intent("a")) == book.reserve(intent("a"))
    assert book.spent()[0].counted == CENTS_25
    assert len(book.charges()) == 1


def test_a_claim_is_given_once_and_again_after_it_was_released(database: Database) -> None:
    book = ledger(database)
    book.reserve(intent("a"))
    assert book.claim(Digest("a"), 1, 99)
    assert not book.claim(Digest("a"), 1, 99)
    assert not book.claim(Digest("a"), 2, 99)
    book.release(Digest("a"), 2, "not its own")
    assert not book.claim(Digest("a"), 2, 99)
    book.release(Digest("a"), 1, "never sent")
    assert book.claim(Digest("a"), 2, 99)


def test_no_more_orders_of_an_account_are_under_way_than_it_takes(database: Database) -> None:
    book = ledger(database)
    for key in "abc":
        book.reserve(intent(key, Amount(micro=1)))
    book.reserve(intent("d", Amount(micro=1), account="other"))
    assert book.claim(Digest("a"), 1, 99, most=2)
    assert book.claim(Digest("b"), 1, 99, most=2)
    assert not book.claim(Digest("c"), 1, 99, most=2)
    assert book.claim(Digest("d"), 1, 99, most=2)
    book.settle(Digest("a"), Amount(micro=1))
    assert book.claim(Digest("c"), 1, 99, most=2)


def test_a_cap_is_never_crossed_and_says_what_is_left_and_who_may_raise_it(
    database: Database,
) -> None:
    book = ledger(database, cap=60)
    book.reserve(intent("a"))
    book.reserve(intent("b"))
    with pytest.raises(BudgetExceeded, match=r"0\.10 USD are left of the 0\.60 USD") as caught:
        book.reserve(intent("c"))
    assert "producer" in caught.value.remedy
    with pytest.raises(NotFound):
        book.find(Digest("c"))
    book.refund(Digest("a"), "refused")
    book.reserve(intent("c"))


def test_a_title_has_its_own_cap_beside_the_production(database: Database) -> None:
    book = ledger(database, cap=100, titles=[("ep1", Money(minor=30))])
    book.reserve(intent("a", title="ep1"))
    with pytest.raises(BudgetExceeded, match="title ep1"):
        book.reserve(intent("b", title="ep1"))
    book.reserve(intent("b", title="ep2"))
    counted = {each.scope: each.counted.micro for each in book.spent()}
    assert counted == {
        "production": 50_000_000,
        "title ep1": 25_000_000,
        "title ep2": 25_000_000,
    }


def test_a_currency_without_a_cap_may_not_be_spent(database: Database) -> None:
    with pytest.raises(BudgetExceeded, match="nothing in EUR") as caught:
        ledger(database).reserve(intent("a", Amount(micro=1, currency="EUR")))
    assert "[spend]" in caught.value.remedy


def test_what_is_free_needs_no_cap(database: Database) -> None:
    book = SqlLedger(database.open(), "toy", Allowance(), SystemClock())
    assert book.reserve(intent("a", Amount(micro=0))).state is ChargeState.INTENT


def test_a_late_result_settles_what_was_refunded(database: Database) -> None:
    book = ledger(database)
    book.reserve(intent("a"))
    book.refund(Digest("a"), "given up")
    book.settle(Digest("a"), CENTS_25, "the invoice says so")
    assert book.find(Digest("a")).state is ChargeState.SETTLED
    assert book.spent()[0].counted == CENTS_25


def test_what_is_settled_stays_settled(database: Database) -> None:
    book = ledger(database)
    book.reserve(intent("a"))
    book.settle(Digest("a"), CENTS_25)
    book.settle(Digest("a"), Amount(micro=1))
    book.refund(Digest("a"), "late")
    book.doubt(Digest("a"), "late")
    book.submit(Digest("a"), "late", 2)
    assert book.find(Digest("a")).actual == CENTS_25


def test_a_charge_in_doubt_stays_reserved_until_a_named_person_says_what_became_of_it(
    database: Database,
) -> None:
    book = ledger(database)
    book.reserve(intent("a"))
    book.claim(Digest("a"), 1, 99)
    book.doubt(Digest("a"), "cut off")
    assert book.spent()[0].counted == CENTS_25
    with pytest.raises(InputError, match="named person"):
        book.resolve(Digest("a"), ChargeState.SETTLED, CENTS_25, " ")
    book.resolve(Digest("a"), ChargeState.REFUNDED, Amount(micro=0), "Ana Ruiz")
    assert book.spent()[0].counted.micro == 0
    assert book.events(Digest("a"))[-1].by == "Ana Ruiz"
    with pytest.raises(Conflict, match="not in doubt"):
        book.resolve(Digest("a"), ChargeState.REFUNDED, Amount(micro=0), "Ana Ruiz")


def test_what_a_person_says_was_never_sent_may_be_claimed_again(database: Database) -> None:
    book = ledger(database)
    book.reserve(intent("a"))
    book.claim(Digest("a"), 1, 99)
    book.doubt(Digest("a"), "cut off")
    book.resolve(Digest("a"), ChargeState.INTENT, Amount(micro=0), "Ana Ruiz")
    assert book.claim(Digest("a"), 2, 99)


def test_a_charge_is_settled_in_the_currency_it_was_reserved_in(database: Database) -> None:
    book = ledger(database)
    book.reserve(intent("a"))
    with pytest.raises(InputError, match="EUR"):
        book.settle(Digest("a"), Amount(micro=1, currency="EUR"))


def test_many_submitters_at_once_never_cross_a_cap(database: Database) -> None:
    books = [ledger(database, cap=100) for _ in range(4)]
    reserved: list[str] = []

    def submit(book: SqlLedger, name: int) -> None:
        for number in range(4):
            try:
                book.reserve(intent(f"{name}-{number}"))
            except BudgetExceeded:
                continue
            reserved.append(f"{name}-{number}")

    threads = [
        threading.Thread(target=submit, args=each) for each in zip(books, range(4), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(reserved) == 4
    assert books[0].spent()[0].counted.micro == 100 * MICRO


def test_productions_share_a_database_and_not_their_caps(database: Database) -> None:
    engine = database.open()
    allowance = Allowance(caps=(Money(minor=25),))
    for name in ("toy", "play"):
        SqlLedger(engine, name, allowance, SystemClock()).reserve(intent("a"))
    assert len(SqlLedger(engine, "toy", allowance, SystemClock()).charges()) == 1
