from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from tests.pipeline.dailies.take_bin import MemoryBin
from tests.pipeline.ordering.stand_ins import KIM, PLAIN, PricedSuppliers
from tests.pipeline.stand_ins import SIGN_OFF

from secondunit.core.errors import BudgetExceeded, InputError, RightsNotCleared, RoleMayNotSign
from secondunit.core.money import Money
from secondunit.pipeline.ordering.place import place_takes, require_orderable, room_left
from secondunit.pipeline.ordering.quote import Quote, Wanted, quote_takes
from secondunit.pipeline.queries import View
from secondunit.ports.engine import Job
from secondunit.ports.spend import Amount, Spent, amount_of


class _Ledger:
    """Only says what is spent."""

    def __init__(self, cap: int | None, counted: int = 0) -> None:
        self.cap, self.counted = cap, counted

    def spent(self) -> Sequence[Spent]:
        if self.cap is None:
            return [Spent(scope="production", cap=None, counted=Amount(micro=0))]
        counted = amount_of(Money(minor=self.counted))
        return [Spent(scope="production", cap=Money(minor=self.cap), counted=counted)]


class _Engine:
    def __init__(self) -> None:
        self.queued: list[Job] = []

    def submit(self, jobs: Sequence[Job]) -> None:
        self.queued += jobs


def _quote(view: View, suppliers: PricedSuppliers, takes: int = 2) -> Quote:
    shots = view.values("shots.shot_list")[:1]
    wanted = Wanted(shots=shots, provider=PLAIN, takes=takes)
    return quote_takes(view, MemoryBin(), suppliers, wanted, KIM)


def _require(quote: Quote, ledger: _Ledger, signature: Any = KIM) -> None:
    spending: Any = ledger
    require_orderable(quote, spending, SIGN_OFF, signature)


def test_a_cap_that_covers_all_lets_an_order_pass_and_one_cent_less_does_not(
    production: View,
) -> None:
    quote = _quote(production, PricedSuppliers(Money(minor=25)))
    _require(quote, _Ledger(cap=150, counted=100))
    with pytest.raises(BudgetExceeded, match=r"0\.01 USD more than production"):
        _require(quote, _Ledger(cap=149, counted=100))
    assert room_left(_Ledger(149, 100).spent(), quote) == [("production", Money(minor=-1))]


def test_nothing_is_paid_in_a_currency_without_a_cap_and_what_is_free_needs_none(
    production: View,
) -> None:
    with pytest.raises(BudgetExceeded, match=r"production\.toml"):
        _require(_quote(production, PricedSuppliers(Money(minor=25))), _Ledger(cap=None))
    _require(_quote(production, PricedSuppliers()), _Ledger(cap=None))


def test_one_take_that_may_not_be_sent_keeps_all_of_them_here(production: View) -> None:
    slate = _quote(production, PricedSuppliers()).quoted[0].take.slate
    quote = _quote(production, PricedSuppliers(denied=(slate,)))
    with pytest.raises(RightsNotCleared, match="R02") as no:
        _require(quote, _Ledger(cap=None))
    assert "legal can supply it" in no.value.remedy


def test_takes_are_ordered_by_a_named_person_whose_role_orders_takes(production: View) -> None:
    quote = _quote(production, PricedSuppliers())
    with pytest.raises(InputError, match="named person"):
        _require(quote, _Ledger(cap=None), replace(KIM, by=" "))
    with pytest.raises(RoleMayNotSign):
        _require(quote, _Ledger(cap=None), replace(KIM, role="editor"))


def test_each_take_is_in_the_bin_before_its_job_waits(production: View) -> None:
    quote = _quote(production, PricedSuppliers(Money(minor=25)))
    takes = MemoryBin()
    engine: Any = _Engine()
    ordered = place_takes(takes, engine, quote, priority=7)
    assert [job.subject for job in engine.queued] == [f"take {each.slate}" for each in ordered]
    assert {job.queue for job in engine.queued} == {"io"}
    assert {job.priority for job in engine.queued} == {7}
    assert list(takes.takes()) == list(ordered)
