from pathlib import Path

import pytest
from tests.pipeline.take_job.desk_builder import PlainSteps, make_desk
from tests.pipeline.take_job.peer import PRICE, OnePeer, Peer, an_ordered_take

from secondunit.core.errors import NotFound, Unavailable
from secondunit.pipeline.take_job.desk import TakeDesk, said
from secondunit.pipeline.take_job.making import keep, settle, wait_for
from secondunit.ports.provider import OrderState, Outcome
from secondunit.ports.spend import ChargeState, Intent, amount_of
from secondunit.ports.take_bin import TakeState

TAKE = an_ordered_take()


def placed(folder: Path, peer: Peer, *, leaves: bool = True) -> TakeDesk:
    desk = make_desk(folder, OnePeer(peer, leaves=leaves))
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
    desk.ledger.submit(TAKE.key, peer.submit(TAKE.order, TAKE.key, {}), 1)
    return desk


def test_an_order_is_looked_at_less_and_less_often_while_it_is_made(tmp_path: Path) -> None:
    peer = Peer(running=20)
    steps = PlainSteps()
    assert said(wait_for(steps, placed(tmp_path, peer), TAKE, "order-1")).go
    assert steps.waited > 120


def test_a_provider_that_is_away_while_an_order_is_made_is_asked_again(tmp_path: Path) -> None:
    peer = Peer()
    desk = placed(tmp_path, peer)
    fails = [Unavailable("down"), Unavailable("down")]
    known = peer.outcome

    def flaky(handle: str) -> Outcome:
        if fails:
            raise fails.pop()
        return known(handle)

    peer.outcome = flaky  # type: ignore[method-assign]
    assert said(wait_for(PlainSteps(), desk, TAKE, "order-1")).go


def test_a_take_that_is_kept_names_its_clip_its_cost_and_its_maker(tmp_path: Path) -> None:
    desk = placed(tmp_path, Peer())
    kept = said(keep(PlainSteps(), desk, TAKE, "order-1"))
    assert kept.media is not None
    assert kept.media.name == "12A-1.png"
    assert (kept.cost_micro, kept.version, kept.probe) == (25_000_000, "7", "png 1x1")
    settle(desk, TAKE, kept)
    assert desk.takes.find(TAKE.key).state is TakeState.MADE
    assert desk.ledger.find(TAKE.key).state is ChargeState.SETTLED


def test_settling_twice_pays_once(tmp_path: Path) -> None:
    desk = placed(tmp_path, Peer())
    kept = said(keep(PlainSteps(), desk, TAKE, "order-1"))
    settle(desk, TAKE, kept)
    settle(desk, TAKE, kept)
    assert desk.ledger.spent()[0].counted == amount_of(PRICE)


def test_a_take_made_here_that_died_with_its_process_is_made_again(tmp_path: Path) -> None:
    peer = Peer()
    desk = placed(tmp_path, peer, leaves=False)
    peer.orders.clear()
    with pytest.raises(NotFound):
        peer.outcome("order-1")
    assert said(keep(PlainSteps(), desk, TAKE, "order-1")).media is not None


def test_a_cancelled_order_that_was_done_meanwhile_is_kept_since_it_is_paid(
    tmp_path: Path,
) -> None:
    peer = Peer(running=9)
    desk = placed(tmp_path, peer)

    def too_late(handle: str) -> None:
        del handle
        peer.running = 0

    peer.cancel = too_late  # type: ignore[method-assign]
    assert said(wait_for(PlainSteps(cancel_after=1), desk, TAKE, "order-1")).go


def test_a_failure_that_was_charged_is_settled_at_its_charge(tmp_path: Path) -> None:
    failed = Outcome(state=OrderState.FAILED, cost=PRICE, note="crashed")
    desk = placed(tmp_path, Peer(outcome_is=failed))
    assert not said(wait_for(PlainSteps(), desk, TAKE, "order-1")).go
    assert desk.ledger.find(TAKE.key).actual == amount_of(PRICE)
    assert desk.takes.find(TAKE.key).state is TakeState.FAILED
