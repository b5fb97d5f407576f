from dataclasses import replace

import pytest
from tests.pipeline.dailies.take_bin import MemoryBin
from tests.pipeline.ordering.stand_ins import KIM, PLAIN, PricedSuppliers

from secondunit.core.money import Money
from secondunit.film.generation.model import Control
from secondunit.film.shots.model import ShotSpec
from secondunit.pipeline.ordering.quote import Wanted, quote_takes
from secondunit.pipeline.queries import View


@pytest.fixture
def shots(production: View) -> tuple[ShotSpec, ...]:
    found: tuple[ShotSpec, ...] = production.values("shots.shot_list")
    return found[:2]


def test_takes_are_numbered_after_those_there_are_and_no_two_orders_are_alike(
    production: View, shots: tuple[ShotSpec, ...]
) -> None:
    wanted = Wanted(shots=shots, provider=PLAIN, takes=3)
    takes = MemoryBin()
    quote = quote_takes(production, takes, PricedSuppliers(), wanted, KIM)
    assert [each.take.take for each in quote.quoted] == [2, 3, 4, 2, 3, 4]
    assert len({each.take.key for each in quote.quoted}) == 6
    assert len({each.take.order.seed for each in quote.quoted}) == 6
    takes.add([each.take for each in quote.quoted])
    again = quote_takes(production, takes, PricedSuppliers(), wanted, KIM)
    assert again.quoted[0].take.slate == f"{shots[0].number}-5"


def test_the_cost_of_all_is_known_before_anything_is_placed(
    production: View, shots: tuple[ShotSpec, ...]
) -> None:
    wanted = Wanted(shots=shots, provider=PLAIN, takes=20)
    suppliers = PricedSuppliers(Money(minor=25))
    quote = quote_takes(production, MemoryBin(), suppliers, wanted, KIM)
    assert quote.cost.sums == (Money(minor=1000),)
    assert quote.is_whole


def test_a_take_that_may_not_be_sent_is_told_with_the_rule(
    production: View, shots: tuple[ShotSpec, ...]
) -> None:
    wanted = Wanted(shots=shots, provider=PLAIN)
    slate = f"{shots[1].number}-2"
    quote = quote_takes(production, MemoryBin(), PricedSuppliers(denied=(slate,)), wanted, KIM)
    assert [each.take.slate for each in quote.denied] == [slate]
    assert not quote.is_whole


def test_a_control_that_is_insisted_on_and_not_honoured_is_refused_never_dropped(
    production: View, shots: tuple[ShotSpec, ...]
) -> None:
    wanted = Wanted(shots=shots, provider=PLAIN, insisted=(Control.DEPTH,))
    quote = quote_takes(production, MemoryBin(), PricedSuppliers(), wanted, KIM)
    assert not quote.quoted
    assert all("depth" in finding.message for finding in quote.findings)


def test_an_order_holds_no_word_of_the_script(
    production: View, shots: tuple[ShotSpec, ...]
) -> None:
    provider = replace(PLAIN, controls=(*PLAIN.controls, Control.PROMPT))
    wanted = Wanted(shots=shots, provider=provider)
    quote = quote_takes(production, MemoryBin(), PricedSuppliers(), wanted, KIM)
    lines = [line.text for scene in production.screenplay().scenes for line in scene.lines]
    for each in quote.quoted:
        assert each.take.order.prompt
        assert not any(len(line) > 12 and line in each.take.order.prompt for line in lines)
