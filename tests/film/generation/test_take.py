from dataclasses import replace

import pytest
from tests.film.generation.builder import make_answer, make_provider, make_request, make_shot

from secondunit.core.errors import AnswerUnreadable
from secondunit.core.ids import digest
from secondunit.film.generation.model import Order
from secondunit.film.generation.order import STAGE as ORDER
from secondunit.film.generation.order import OrderInputs
from secondunit.film.generation.take import STAGE, TakeInputs
from secondunit.film.rights.permit import Policy


def make_orders() -> tuple[Order, ...]:
    shots = (make_shot("1A"), make_shot("1B"))
    inputs = OrderInputs(
        shots=shots,
        requests=tuple(make_request(shot) for shot in shots),
        boards=(),
        provider=make_provider(),
        policy=Policy(),
    )
    return tuple(item.fact for item in ORDER.propose(inputs, ()).items)


def test_each_order_is_asked_for_once() -> None:
    asks = STAGE.plan(TakeInputs(orders=make_orders()))
    assert [ask.subject for ask in asks] == ["1A", "1B"]
    assert len({ask.digest for ask in asks}) == 2


def test_a_take_records_its_whole_recipe() -> None:
    orders = make_orders()[:1]
    proposal = STAGE.propose(TakeInputs(orders=orders), [make_answer("a", frames=48)])
    take = proposal.items[0].fact
    assert (take.number, take.take, take.frames) == ("1A-1", 1, 48)
    assert (take.provider, take.version, take.seed) == ("studio", "1", orders[0].seed)
    assert take.inputs == digest(orders[0])
    assert take.milliseconds == 12


def test_an_answer_without_a_clip_is_refused() -> None:
    empty = replace(make_answer("a", frames=48), media=())
    with pytest.raises(AnswerUnreadable, match="1A"):
        STAGE.propose(TakeInputs(orders=make_orders()[:1]), [empty])
