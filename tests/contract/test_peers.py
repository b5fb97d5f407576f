"""What every provider that speaks to a server must satisfy, when its server does not do well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.contract.benches import Bench, every_offer, open_bench
from tests.contract.peers.peer import Fault, Peer

from secondunit.adapters.egress.keys import KeyPlace
from secondunit.adapters.egress.screening import unclean_media
from secondunit.adapters.egress.wire import Allowed, BoundWire
from secondunit.bootstrap.providers import find_providers
from secondunit.core.errors import (
    AnswerLost,
    NotConfigured,
    ProviderError,
    RateLimited,
    Refused,
    StudioError,
    Unavailable,
)
from secondunit.film.generation.charge import batch_price
from secondunit.film.generation.model import Lookup, Waiting
from secondunit.film.generation.offers import Offer
from secondunit.film.rights.content import Watch
from secondunit.film.rights.model import ProviderTerms, Seller
from secondunit.ports.provider import OrderState

CANARY = "QZXCANARY"
OFFERS = [offer for offer in every_offer() if offer.provider.waiting is not Waiting.MADE_HERE]


@pytest.fixture(params=OFFERS, ids=[f"{o.provider.key} {o.provider.model}" for o in OFFERS])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    offer: Offer = request.param
    with open_bench(tmp_path, offer) as opened:
        yield opened


@pytest.fixture
def peer(bench: Bench) -> Peer:
    assert bench.peer is not None
    return bench.peer


def submit(bench: Bench, key: str = "key-1") -> str:
    return bench.make().submit(bench.order(), key, bench.media)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.REFUSES, Refused),
        (Fault.BUSY, RateLimited),
        (Fault.NO_KEY, NotConfigured),
        (Fault.BREAKS, AnswerLost),
        (Fault.LOSES, AnswerLost),
    ],
)
def test_what_goes_wrong_at_the_door_is_one_of_our_errors(
    bench: Bench, peer: Peer, fault: Fault, error: type[StudioError]
) -> None:
    peer.fault = fault
    with pytest.raises(error) as caught:
        submit(bench)
    assert isinstance(caught.value, ProviderError)
    assert caught.value.remedy
    if isinstance(caught.value, RateLimited):
        assert caught.value.after_seconds == 7


def test_nobody_at_the_address_is_unavailable_and_nothing_was_placed(
    bench: Bench, peer: Peer
) -> None:
    peer.close()
    with pytest.raises(Unavailable):
        submit(bench)


def test_a_moderated_order_is_refused_and_told_with_what_it_cost(bench: Bench, peer: Peer) -> None:
    if not peer.moderates:
        pytest.skip("it moderates nothing")
    peer.fault = Fault.MODERATES
    handle = submit(bench)
    assert bench.finished(handle) is OrderState.REFUSED
    outcome = bench.make().outcome(handle)
    assert outcome.moderated
    assert outcome.note
    assert outcome.cost.minor == peer.invoice
    with pytest.raises(Unavailable):
        bench.make().fetch(handle)


def test_a_failed_order_says_why_and_what_it_cost(bench: Bench, peer: Peer) -> None:
    peer.fault = Fault.FAILS
    handle = submit(bench)
    assert bench.finished(handle) is OrderState.FAILED
    outcome = bench.make().outcome(handle)
    assert not outcome.moderated
    assert outcome.note
    assert outcome.cost.minor == peer.invoice


def test_an_order_whose_answer_was_lost_is_found_or_left_to_a_person_and_charged_once(
    bench: Bench, peer: Peer
) -> None:
    peer.fault = Fault.LOSES
    with pytest.raises(AnswerLost):
        submit(bench)
    charged = peer.invoice
    peer.fault = None
    lookup = bench.offer.provider.lookup
    if lookup is Lookup.NONE:
        assert bench.make().find("key-1") is None
        return
    handle = bench.make().find("key-1") if lookup is Lookup.TAG else submit(bench)
    assert handle is not None
    assert submit(bench) == handle
    assert bench.finished(handle) is OrderState.DONE
    assert bench.make().fetch(handle).cost.minor == peer.invoice == charged


def test_a_batch_is_estimated_to_the_cent_of_the_invoice(bench: Bench, peer: Peer) -> None:
    orders = [replace(bench.order(), take=take, seed=take) for take in range(1, 21)]
    estimate = batch_price(orders, bench.offer.provider)
    for order in orders:
        handle = bench.make().submit(order, f"key-{order.take}", bench.media)
        assert bench.finished(handle) is OrderState.DONE
    assert estimate.minor == peer.invoice


def test_the_gates_own_wire_takes_its_requests_and_what_they_carry_is_clean(
    bench: Bench, peer: Peer
) -> None:
    terms = ProviderTerms(seller=Seller(provider=bench.offer.provider.key), local=True)
    bench.wire = BoundWire(
        Allowed(terms=terms, place=KeyPlace(), watch=Watch(), before=lambda _sent: None)
    )
    handle = submit(bench)
    assert bench.finished(handle) is OrderState.DONE
    bench.make().fetch(handle)
    assert [seen.path for seen in peer.seen if unclean_media(seen.body)] == []


def test_nothing_of_the_script_and_no_name_of_a_file_reaches_the_peer(
    bench: Bench, peer: Peer
) -> None:
    order = bench.order()
    spec = replace(
        order.spec,
        set=replace(order.spec.set, name=CANARY),
        figures=tuple(replace(each, name=CANARY) for each in order.spec.figures),
        marks=tuple(replace(each, figure=CANARY, prop=CANARY) for each in order.spec.marks),
    )
    order = replace(order, spec=spec, number=CANARY)
    handle = bench.make().submit(order, "key-1", bench.media)
    bench.finished(handle)
    assert peer.seen
    for seen in peer.seen:
        said = f"{seen.path}{seen.query}{seen.headers}".encode() + seen.body
        assert CANARY.encode() not in said


def test_a_provider_that_leaves_the_machine_is_a_stranger_to_be_asked_about() -> None:
    for module in find_providers().values():
        if module.PROVIDER.leaves_the_machine:
            assert module.PROVIDER.waiting is not Waiting.MADE_HERE
