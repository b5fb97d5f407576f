from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from tests.pipeline.take_job.peer import an_ordered_take

from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.suppliers import GatedSuppliers
from secondunit.core.errors import InputError
from secondunit.core.ids import digest_bytes
from secondunit.core.money import FREE
from secondunit.film.generation.model import Order
from secondunit.film.rights.model import Denial, EgressRequest, EgressVerdict
from secondunit.ports.take_bin import OrderedTake

NO = EgressVerdict(denials=(Denial(rule="R01", message="no"),))


class OneGate:
    """Notes what it is asked, and says no."""

    def __init__(self) -> None:
        self.asked: list[tuple[EgressRequest, str | None]] = []

    def ask(self, request: EgressRequest, words: str | None = None) -> EgressVerdict:
        self.asked.append((request, words))
        return NO

    @contextmanager
    def open(self, request: EgressRequest, words: str | None = None) -> Iterator[str]:
        self.asked.append((request, words))
        yield "wire"


def made(gate: OneGate) -> GatedSuppliers:
    def make(listed: Any, tables: Any, *, wire: Any) -> Any:
        del tables
        return (listed.offer.provider.key, wire)

    return GatedSuppliers("toy", PackagedTables(), lambda: gate, make)  # type: ignore[arg-type, return-value]


def ordered(provider: str, **fields: Any) -> OrderedTake:
    take = an_ordered_take()
    order: Order = replace(take.order, provider=provider, **fields)
    return replace(take, order=order)


def test_what_is_made_here_needs_no_account_and_no_leave() -> None:
    gate = OneGate()
    take = ordered("previs")
    supply = made(gate).supply(take.order)
    assert (supply.account, supply.estimate, supply.provider.leaves_the_machine) == (
        "",
        FREE,
        False,
    )
    assert made(gate).permit(take).allowed
    with made(gate).open(take) as provider:
        assert str(provider) == "('previs', None)"
    assert gate.asked == []


def test_a_provider_that_nobody_has_is_named() -> None:
    with pytest.raises(InputError, match="nobody"):
        made(OneGate()).supply(ordered("nobody").order)


def test_what_leaves_is_asked_for_with_digests_and_the_person_it_is_for() -> None:
    from secondunit.bootstrap.providers import list_offers

    outside = [
        each for each in list_offers(PackagedTables()) if each.offer.provider.leaves_the_machine
    ]
    if not outside:
        pytest.skip("no provider outside ships with an address")
    gate = OneGate()
    key, picture = outside[0].offer.provider.key, digest_bytes(b"board")
    model = outside[0].offer.provider.model
    take = ordered(key, model=model, prompt="a dog", first_frame=picture)
    assert not made(gate).permit(take).allowed
    (request, words), *_ = gate.asked
    assert (request.by, request.title, request.subject) == ("Ana Ruiz", "toy", "take 12A-1")
    assert [sent.digest for sent in request.media] == [picture]
    assert (request.prompt, words) == (digest_bytes(b"a dog"), "a dog")
