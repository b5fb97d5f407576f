from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.take_job.desk_builder import PlainSteps, make_desk
from tests.pipeline.take_job.peer import PRICE, OnePeer, Peer, an_ordered_take

from secondunit.core.errors import BudgetExceeded, Cancelled, RightsNotCleared
from secondunit.film.rights.model import Denial
from secondunit.pipeline.take_job.desk import said, take_job
from secondunit.pipeline.take_job.job import take_handler
from secondunit.ports.provider import OrderState, Outcome
from secondunit.ports.spend import ChargeState
from secondunit.ports.take_bin import TakeState

TAKE = an_ordered_take()
BODY = take_job(TAKE, "peer").body


def test_a_take_is_ordered_made_kept_and_paid_once_in_six_steps(tmp_path: Path) -> None:
    peer = Peer(running=2)
    desk = make_desk(tmp_path, OnePeer(peer))
    desk.takes.add([TAKE])
    steps = PlainSteps()
    reply = said(take_handler(desk)(steps, BODY))
    assert list(steps.done) == ["permit", "reserve", "place", "wait", "keep", "settle"]
    made = desk.takes.find(TAKE.key)
    assert made.state is TakeState.MADE
    assert made.cost == PRICE
    assert made.media is not None
    assert made.thumbnail is not None
    assert desk.media.fetch_media(made.media.digest) == b"picture of order-1"
    assert (made.version, made.frames, reply.state) == ("7", 1, TakeState.MADE)
    charge = desk.ledger.find(TAKE.key)
    assert (charge.state, charge.actual.money()) == (ChargeState.SETTLED, PRICE)
    assert peer.charged == [TAKE.key]


@pytest.mark.parametrize("dies_at", ["reserve", "place", "wait", "keep", "settle"])
def test_a_job_that_dies_before_any_step_goes_on_there_and_pays_once(
    tmp_path: Path, dies_at: str
) -> None:
    peer = Peer()
    desk = make_desk(tmp_path, OnePeer(peer))
    desk.takes.add([TAKE])

    def die(name: str) -> None:
        if name == dies_at:
            raise KeyboardInterrupt

    steps = PlainSteps(before_step=die)
    with pytest.raises(KeyboardInterrupt):
        take_handler(desk)(steps, BODY)
    for lost in ([], list(steps.done)[-1:]):
        again = {name: kept for name, kept in steps.done.items() if name not in lost}
        take_handler(desk)(PlainSteps(token=2, done=again), BODY)
    assert peer.charged == [TAKE.key]
    assert desk.takes.find(TAKE.key).state is TakeState.MADE


def test_what_the_rules_forbid_is_refused_with_rule_datum_and_who_can_supply_it(
    tmp_path: Path,
) -> None:
    no = Denial(rule="R01", message="it may learn from inputs", lacks="terms", who="legal")
    peer = Peer()
    desk = make_desk(tmp_path, OnePeer(peer, denials=(no,)))
    desk.takes.add([TAKE])
    with pytest.raises(RightsNotCleared, match="R01") as caught:
        take_handler(desk)(PlainSteps(), BODY)
    assert "terms (legal)" in caught.value.remedy
    assert desk.takes.find(TAKE.key).state is TakeState.REFUSED
    assert peer.charged == []
    assert desk.ledger.charges() == []


def test_a_take_above_the_cap_is_refused_and_made_when_the_cap_is_raised(tmp_path: Path) -> None:
    peer = Peer()
    desk = make_desk(tmp_path, OnePeer(peer), cap=PRICE.minor - 1)
    desk.takes.add([TAKE])
    steps = PlainSteps()
    with pytest.raises(BudgetExceeded, match="take 12A-1"):
        take_handler(desk)(steps, BODY)
    assert peer.charged == []
    assert "raise the cap" in desk.takes.find(TAKE.key).note
    raised = replace(desk, ledger=make_desk(tmp_path).ledger)
    take_handler(raised)(PlainSteps(done=dict(steps.done)), BODY)
    assert desk.takes.find(TAKE.key).state is TakeState.MADE


def test_a_moderated_take_shows_its_charge_and_its_reason(tmp_path: Path) -> None:
    refused = Outcome(
        state=OrderState.REFUSED, cost=PRICE, note="violence", moderated=True, exact=True
    )
    desk = make_desk(tmp_path, OnePeer(Peer(outcome_is=refused)))
    desk.takes.add([TAKE])
    reply = said(take_handler(desk)(PlainSteps(), BODY))
    charge = desk.ledger.find(TAKE.key)
    assert (charge.state, charge.actual.money()) == (ChargeState.SETTLED, PRICE)
    assert charge.note == "moderated: violence"
    take = desk.takes.find(TAKE.key)
    assert (take.state, take.cost, take.note) == (TakeState.REFUSED, PRICE, "violence")
    assert reply.state is TakeState.REFUSED


def test_a_failed_take_that_costs_nothing_frees_what_was_reserved(tmp_path: Path) -> None:
    failed = Outcome(state=OrderState.FAILED, note="out of memory")
    desk = make_desk(tmp_path, OnePeer(Peer(outcome_is=failed)))
    desk.takes.add([TAKE])
    take_handler(desk)(PlainSteps(), BODY)
    assert desk.ledger.find(TAKE.key).state is ChargeState.REFUNDED
    assert desk.ledger.spent()[0].counted.micro == 0
    assert desk.takes.find(TAKE.key).note == "out of memory"


def test_a_take_cancelled_before_it_is_placed_costs_nothing(tmp_path: Path) -> None:
    peer = Peer()
    desk = make_desk(tmp_path, OnePeer(peer))
    desk.takes.add([TAKE])
    with pytest.raises(Cancelled):
        take_handler(desk)(PlainSteps(cancel_after=0), BODY)
    assert peer.charged == []
    assert desk.ledger.find(TAKE.key).state is ChargeState.REFUNDED
    assert desk.takes.find(TAKE.key).state is TakeState.CANCELLED


def test_a_take_cancelled_while_it_is_made_is_cancelled_at_its_provider(tmp_path: Path) -> None:
    peer = Peer(running=50)
    desk = make_desk(tmp_path, OnePeer(peer))
    desk.takes.add([TAKE])
    take_handler(desk)(PlainSteps(cancel_after=3), BODY)
    assert peer.cancelled == ["order-1"]
    assert desk.takes.find(TAKE.key).state is TakeState.CANCELLED
    assert desk.ledger.find(TAKE.key).state is ChargeState.REFUNDED
