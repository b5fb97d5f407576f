from dataclasses import replace

from tests.film.generation.test_inspect import make_takes
from tests.film.generation.test_take import make_orders

from secondunit.core.timecode import Frames
from secondunit.film.generation.pick import STAGE, PickInputs


def test_the_latest_take_that_is_what_was_ordered_is_proposed() -> None:
    orders = make_orders()
    takes = make_takes(orders)
    second = replace(takes[0], take=2, number="1A-2")
    proposal = STAGE.propose(PickInputs(orders=orders, takes=(second, *takes)), ())
    assert [item.fact.number for item in proposal.items] == ["1A-2", "1B-1"]


def test_a_take_of_the_wrong_length_is_never_proposed() -> None:
    orders = make_orders()
    first, second = make_takes(orders)
    bad = replace(first, frames=Frames(1))
    proposal = STAGE.propose(PickInputs(orders=orders, takes=(bad, second)), ())
    assert [item.fact.number for item in proposal.items] == ["1B-1"]
    assert proposal.findings[0].where == "shot 1A"
