import pytest
from tests.conftest import Database

from secondunit.adapters.db.charge_rows import WHOLE, count, fetch_row, scopes_of
from secondunit.adapters.db.statements import writing
from secondunit.core.errors import BudgetExceeded, NotFound
from secondunit.core.ids import Digest
from secondunit.core.money import Money
from secondunit.ports.spend import Allowance, Amount, Intent

INTENT = Intent(
    key=Digest("a"), title="ep1", account="peer", amount=Amount(micro=5), subject="take", by="Ana"
)


def test_an_intent_counts_for_the_production_and_for_its_title() -> None:
    allowance = Allowance(caps=(Money(minor=9),), titles=(("ep1", Money(minor=3)),))
    assert scopes_of(allowance, INTENT) == [
        (WHOLE, Money(minor=9)),
        ("title ep1", Money(minor=3)),
    ]


def test_a_title_without_a_cap_of_its_own_is_counted_all_the_same() -> None:
    assert scopes_of(Allowance(caps=(Money(minor=9),)), INTENT)[1] == ("title ep1", None)


def test_a_total_over_its_cap_is_not_written(database: Database) -> None:
    engine = database.open()
    scope = (WHOLE, Money(minor=1))
    with writing(engine) as connection:
        count(connection, "toy", scope, Amount(micro=600_000))
    with pytest.raises(BudgetExceeded), writing(engine) as connection:
        count(connection, "toy", scope, Amount(micro=600_000))
    with writing(engine) as connection:
        count(connection, "toy", scope, Amount(micro=400_000))


def test_a_charge_that_was_never_reserved_is_named(database: Database) -> None:
    with pytest.raises(NotFound, match="nobody"), writing(database.open()) as connection:
        fetch_row(connection, "toy", Digest("nobody"))
