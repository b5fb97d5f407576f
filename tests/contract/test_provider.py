"""What every provider must satisfy, run against each model of each in ``adapters/providers``.

A provider joins by being there with a ``PROVIDER`` and a ``make_provider(tools)``, and by a bench
in ``benches.py``: a peer on loopback that charges, or a program or weights made on the spot. The
provider is made anew for every call, as the engine makes it. The contract:

- it says what it can do, and says the same each time; it costs what it estimates;
- each control it declares moves what reaches its peer; what it does not declare it refuses, and
  nothing is sent;
- the same key is the same order: one handle, one take, one charge, in any process;
- an order ends done, refused, failed or cancelled, stays there, and is told with what it cost;
- a lost answer is found again where it says it can be, and else for a person to look up;
- what it delivers is of the declared type and counted; a handle it never gave is not found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.contract.benches import BENCHES, Bench, every_offer, open_bench

from secondunit.bootstrap.providers import find_providers
from secondunit.core.errors import Conflict, ControlUnsupported, NotFound, Refused, Unavailable
from secondunit.core.timecode import Frames
from secondunit.film.generation.model import Capabilities, Control, Lifecycle, LifeStage, Order
from secondunit.film.generation.offers import Offer
from secondunit.ports.provider import ENDED, OrderState

OFFERS = every_offer()
NAMES = [f"{offer.provider.key} {offer.provider.model}".strip() for offer in OFFERS]


@pytest.fixture(params=OFFERS, ids=NAMES)
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    offer: Offer = request.param
    with open_bench(tmp_path, offer) as opened:
        yield opened


def submitted(bench: Bench, key: str = "key-1") -> str:
    order = bench.order()
    return bench.make().submit(order, key, bench.media)


def reached(bench: Bench, order: Order) -> list[tuple[str, bytes]]:
    """What reaches the other side when an order is placed; a program is run for it, and of weights
    in this process it is the picture that tells."""
    handle = bench.make().submit(order, "key-1", bench.media)
    if bench.peer is None:
        bench.finished(handle)
    if bench.offer.provider.key == "diffusers":
        return [("picture", bench.make().fetch(handle).data)]
    said = bench.said()
    assert said
    return said


def test_every_provider_is_on_a_bench() -> None:
    assert sorted(BENCHES) == sorted(find_providers())


def test_it_says_the_same_each_time(bench: Bench) -> None:
    said = bench.make().capabilities()
    assert isinstance(said, Capabilities)
    assert said == bench.make().capabilities()
    assert (said.key, said.model) == (bench.offer.provider.key, bench.offer.provider.model)
    assert said.version
    assert said.controls
    assert said.modalities
    assert set(said.needs) <= set(said.controls)


def test_a_take_is_what_was_ordered_and_costs_what_was_estimated(bench: Bench) -> None:
    order = bench.order()
    estimate = bench.make().estimate(order)
    handle = bench.make().submit(order, "key-1", bench.media)
    assert bench.finished(handle) is OrderState.DONE
    take = bench.make().fetch(handle)
    assert take.media_type == bench.offer.provider.media_type
    assert take.frames == (1 if take.media_type.startswith("image/") else order.duration)
    assert take.cost == bench.make().outcome(handle).cost == estimate
    if bench.peer is not None:
        assert take.cost.minor == bench.peer.invoice


def test_the_same_key_is_the_same_order_charged_once(bench: Bench) -> None:
    first = submitted(bench)
    charged = bench.peer.invoice if bench.peer else 0
    assert submitted(bench) == first
    assert (bench.peer.invoice if bench.peer else 0) == charged
    assert submitted(bench, "key-2") != first
    with pytest.raises(Conflict):
        bench.make().submit(replace(bench.order(), seed=99), "key-1", bench.media)


def test_a_take_is_handed_over_as_often_as_asked(bench: Bench) -> None:
    handle = submitted(bench)
    bench.finished(handle)
    first = bench.make().fetch(handle)
    assert bench.make().poll(handle) is OrderState.DONE
    assert bench.make().fetch(handle) == first


@pytest.mark.parametrize("control", list(Control))
def test_a_declared_control_moves_the_request_and_an_undeclared_one_is_refused(
    bench: Bench, control: Control, tmp_path: Path
) -> None:
    declared = control in bench.offer.provider.controls
    order = bench.order(controls=(control,))
    if not declared:
        with pytest.raises(ControlUnsupported) as caught:
            bench.make().submit(order, "key-1", bench.media)
        assert caught.value.remedy
        assert bench.peer is None or bench.peer.seen == []
        return
    if bench.peer is None and bench.offer.provider.key == "previs":
        assert bench.make().submit(order, "key-1", bench.media)
        return  # what moves its pictures is in its own tests
    seeded = bench.offer.provider.key == "diffusers"  # else chance alone would move its picture
    asked = (control, Control.SEED) if seeded else (control,)
    order = bench.order(controls=asked)
    with open_bench(tmp_path / "other", bench.offer) as other:
        assert other.order(controls=asked) == order
        varied = other.order(controls=asked, vary=control.value)
        assert reached(bench, order) != reached(other, varied)
    with open_bench(tmp_path / "same", bench.offer) as same:
        assert reached(bench, order) == reached(same, same.order(controls=asked))


def test_a_model_past_its_end_is_refused_with_its_successor_before_anything_is_sent(
    bench: Bench,
) -> None:
    over = Lifecycle(stage=LifeStage.ENDED, ends_on="2026-09-30", successor="another")
    bench.offer = replace(bench.offer, provider=replace(bench.offer.provider, lifecycle=over))
    if bench.make().capabilities().lifecycle != over:
        pytest.skip("it is part of this program and has no end")
    with pytest.raises(Refused, match="ended on 2026-09-30") as caught:
        submitted(bench)
    assert "another" in caught.value.remedy
    assert bench.peer is None or bench.peer.seen == []


def test_an_order_for_another_or_of_no_length_is_refused(bench: Bench) -> None:
    order = bench.order()
    for wrong in (
        replace(order, provider="somebody-else"),
        replace(order, duration=Frames(0)),
        replace(order, duration=Frames(10**7)),
    ):
        with pytest.raises(Refused):
            bench.make().submit(wrong, "key-1", bench.media)
    assert bench.peer is None or bench.peer.seen == []


def test_what_an_order_names_and_was_not_handed_over_is_refused(bench: Bench) -> None:
    order = bench.order()
    if not order.media():
        pytest.skip("it takes nothing but words")
    with pytest.raises(Refused):
        bench.make().submit(order, "key-1", {})
    assert bench.peer is None or bench.peer.seen == []


def test_an_estimate_places_nothing(bench: Bench) -> None:
    order = bench.order()
    assert bench.make().estimate(order) == bench.make().estimate(order)
    assert bench.peer is None or bench.peer.seen == []


def test_a_handle_it_never_gave_is_not_found(bench: Bench) -> None:
    for name in ("poll", "outcome", "fetch", "cancel"):
        with pytest.raises(NotFound):
            getattr(bench.make(), name)("00000000-0000-0000-0000-00000000dead")
    assert bench.make().find("never-placed") is None


def test_a_cancelled_order_delivers_nothing_and_says_what_it_cost(bench: Bench) -> None:
    handle = submitted(bench)
    bench.make().cancel(handle)
    outcome = bench.make().outcome(handle)
    assert outcome.cost.minor >= 0
    if outcome.state not in ENDED:  # it cannot be stopped: it runs to its end
        assert bench.finished(handle) is OrderState.DONE
    if outcome.state is OrderState.CANCELLED:
        with pytest.raises((Unavailable, NotFound)):
            bench.make().fetch(handle)


def test_cancelling_what_is_done_changes_nothing(bench: Bench) -> None:
    handle = submitted(bench)
    bench.finished(handle)
    before = bench.make().fetch(handle)
    bench.make().cancel(handle)
    assert bench.make().poll(handle) is OrderState.DONE
    assert bench.make().fetch(handle) == before
