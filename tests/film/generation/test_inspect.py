from dataclasses import replace

from tests.film.generation.builder import make_answer
from tests.film.generation.test_take import make_orders

from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.inspect import check_takes
from secondunit.film.generation.model import Concession, Control, Order, Take
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


def test_a_take_sold_by_the_second_may_be_longer_than_its_shot_but_not_shorter() -> None:
    orders = make_orders()
    cut = Concession(control=Control.DURATION, by=None, reason="5 s are sold")
    sold = tuple(replace(order, concessions=(cut,)) for order in orders)
    long = tuple(replace(take, frames=Frames(take.frames + 72)) for take in make_takes(orders))
    assert check_takes(sold, long) == ()
    short = tuple(replace(take, frames=Frames(take.frames - 1)) for take in make_takes(orders))
    assert {each.rule for each in check_takes(sold, short)} == {"generation.wrong-length"}
