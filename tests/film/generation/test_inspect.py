from dataclasses import replace

from tests.film.generation.builder import make_answer
from tests.film.generation.test_take import make_orders

from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.inspect import check_takes
from secondunit.film.generation.model import Order, Take
from secondunit.film.generation.take import STAGE, TakeInputs


def make_takes(orders: tuple[Order, ...]) -> tuple[Take, ...]:
    answers = [make_answer(order.number, frames=order.duration) for order in orders]
    return tuple(item.fact for item in STAGE.propose(TakeInputs(orders=orders), answers).items)


def test_takes_that_are_what_was_ordered_pass() -> None:
    orders = make_orders()
    assert check_takes(orders, make_takes(orders)) == ()


def test_a_missing_take_a_wrong_length_and_a_wrong_rate_are_told_apart() -> None:
    orders = make_orders()
    first, second = make_takes(orders)
    short = replace(first, frames=Frames(47))
    fast = replace(second, rate=Rate(numerator=25))
    assert [finding.rule for finding in check_takes(orders, (short, fast))] == [
        "generation.wrong-length",
        "generation.wrong-rate",
    ]
    assert [finding.rule for finding in check_takes(orders, (first,))] == ["generation.no-take"]
