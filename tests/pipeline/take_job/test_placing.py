from pathlib import Path

import pytest
from tests.pipeline.take_job.desk_builder import PlainSteps, make_desk
from tests.pipeline.take_job.peer import PRICE, OnePeer, OpenTurnstile, Peer, an_ordered_take

from secondunit.core.errors import (
    AnswerLost,
    RateLimited,
    Refused,
    Unavailable,
)
from secondunit.film.generation.model import Lookup
from secondunit.pipeline.take_job.desk import TakeDesk, said
from secondunit.pipeline.take_job.placing import place
from secondunit.ports.spend import ChargeState, Intent, amount_of
from secondunit.ports.take_bin import TakeState

TAKE = an_ordered_take()


def ready(folder: Path, suppliers: OnePeer) -> TakeDesk:
    desk = make_desk(folder, suppliers)
    desk.takes.add([TAKE])
    desk.ledger.reserve(
        Intent(
            key=TAKE.key,
            title="",
            account="peer",
            amount=amount_of(PRICE),
            subject="take 12A-1",
            by="Ana Ruiz",
        )
    )
    return desk


def claimed(desk: TakeDesk, token: int = 9, send_by: int = 1_005_000) -> None:
    assert desk.ledger.claim(TAKE.key, token, send_by)


@pytest.mark.parametrize("lookup", [Lookup.KEY, Lookup.TAG])
def test_an_answer_that_was_lost_is_found_at_the_provider_and_not_ordered_again(
    tmp_path: Path, lookup: Lookup
) -> None:
    peer = Peer(faults=[AnswerLost("cut off")], lose_answer=True, honours_keys=lookup is Lookup.KEY)
    desk = ready(tmp_path, OnePeer(peer, lookup=lookup))
    assert said(place(PlainSteps(), desk, TAKE)).handle == "order-1"
    assert peer.charged == [TAKE.key]
    assert desk.ledger.find(TAKE.key).handle == "order-1"


def test_where_the_provider_cannot_be_asked_a_person_has_to_look_and_nothing_is_sent(
    tmp_path: Path,
) -> None:
    peer = Peer(faults=[AnswerLost("cut off")], lose_answer=True, honours_keys=False)
    desk = ready(tmp_path, OnePeer(peer, lookup=Lookup.NONE))
    for _ in range(3):
        with pytest.raises(AnswerLost, match="12A-1") as caught:
            place(PlainSteps(), desk, TAKE)
        assert "jobs resolve" in caught.value.remedy
    assert peer.charged == [TAKE.key]
    assert desk.ledger.find(TAKE.key).state is ChargeState.IN_DOUBT
    assert desk.ledger.spent()[0].counted == amount_of(PRICE)
    assert desk.takes.find(TAKE.key).state is TakeState.IN_DOUBT


def test_a_claim_whose_worker_died_before_sending_is_sent_by_the_next(tmp_path: Path) -> None:
    peer = Peer()
    desk = ready(tmp_path, OnePeer(peer))
    claimed(desk)
    assert said(place(PlainSteps(token=10), desk, TAKE)).handle == "order-1"
    assert peer.charged == [TAKE.key]


def test_by_tag_the_next_waits_until_nothing_can_be_on_its_way_any_more(tmp_path: Path) -> None:
    peer = Peer(honours_keys=False)
    desk = ready(tmp_path, OnePeer(peer, lookup=Lookup.TAG))
    claimed(desk)
    steps = PlainSteps(token=10)
    place(steps, desk, TAKE)
    assert steps.waited >= 5 + desk.transit_ms / 1000
    assert peer.charged == [TAKE.key]


@pytest.mark.parametrize("lookup", [Lookup.TAG, Lookup.NONE])
def test_nothing_is_decided_while_who_claimed_it_is_frozen_and_may_yet_send(
    tmp_path: Path, lookup: Lookup
) -> None:
    peer = Peer(honours_keys=False)
    desk = ready(tmp_path, OnePeer(peer, lookup=lookup))
    claimed(desk)
    steps = PlainSteps(token=10, frozen_others=(9,), wakes_at=1_000_000 + 300_000)
    if lookup is Lookup.TAG:
        place(steps, desk, TAKE)
    else:
        with pytest.raises(AnswerLost):
            place(steps, desk, TAKE)
    assert steps.waited >= 299


def test_an_order_that_arrives_while_the_next_one_waits_is_not_placed_again(
    tmp_path: Path,
) -> None:
    peer = Peer(honours_keys=False)
    desk = ready(tmp_path, OnePeer(peer, lookup=Lookup.TAG))
    claimed(desk)
    steps = PlainSteps(token=10)
    wait = steps.wait

    def late(seconds: float) -> None:
        wait(seconds)
        if not peer.charged:
            peer.submit(TAKE.order, TAKE.key, {})

    steps.wait = late  # type: ignore[method-assign]
    place(steps, desk, TAKE)
    assert peer.charged == [TAKE.key]


def test_a_worker_that_was_frozen_over_its_claim_sends_nothing_when_it_wakes(
    tmp_path: Path,
) -> None:
    peer = Peer()
    desk = ready(tmp_path, OnePeer(peer))
    steps = PlainSteps(frozen=True, cancel_after=4)
    with pytest.raises(Exception, match="cancelled"):
        place(steps, desk, TAKE)
    assert peer.charged == []
    assert desk.ledger.find(TAKE.key).state is ChargeState.INTENT


def test_patience_that_is_asked_for_is_had_by_all_and_the_order_placed_after(
    tmp_path: Path,
) -> None:
    peer = Peer(faults=[RateLimited("slower", after_seconds=7)])
    desk = ready(tmp_path, OnePeer(peer))
    steps = PlainSteps()
    place(steps, desk, TAKE)
    assert isinstance(desk.turnstile, OpenTurnstile)
    assert desk.turnstile.blocked == [("peer", 7)]
    assert steps.waited >= 7
    assert peer.charged == [TAKE.key]


def test_a_provider_that_is_away_is_tried_again_and_then_given_up_unpaid(tmp_path: Path) -> None:
    desk = ready(tmp_path, OnePeer(Peer(faults=[Unavailable("down")] * 3)))
    assert said(place(PlainSteps(), desk, TAKE)).handle == "order-1"


def test_a_provider_that_stays_away_leaves_the_order_to_be_placed_another_day(
    tmp_path: Path,
) -> None:
    peer = Peer(faults=[Unavailable("down")] * 99)
    desk = ready(tmp_path, OnePeer(peer))
    with pytest.raises(Unavailable, match="down"):
        place(PlainSteps(), desk, TAKE)
    assert peer.charged == []
    assert desk.ledger.find(TAKE.key).state is ChargeState.INTENT


def test_a_refusal_frees_what_was_reserved_and_is_not_tried_again(tmp_path: Path) -> None:
    peer = Peer(faults=[Refused("no such size", remedy="Order another.")])
    desk = ready(tmp_path, OnePeer(peer))
    reply = said(place(PlainSteps(), desk, TAKE))
    assert (reply.go, reply.state) == (False, TakeState.REFUSED)
    assert desk.ledger.find(TAKE.key).state is ChargeState.REFUNDED
    assert desk.takes.find(TAKE.key).note == "no such size. Order another."


def test_what_is_made_here_for_nothing_is_simply_made_again(tmp_path: Path) -> None:
    peer = Peer()
    desk = ready(tmp_path, OnePeer(peer, leaves=False, lookup=Lookup.NONE))
    claimed(desk)
    assert said(place(PlainSteps(token=10), desk, TAKE)).handle == "order-1"
