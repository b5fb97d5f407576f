from dataclasses import replace
from fractions import Fraction

import pytest
from tests.film.generation.builder import make_order, make_provider

from secondunit.core.money import Money
from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.charge import batch_price, price, sold_seconds

RATE = Rate(numerator=24)
BY_SECOND = replace(make_provider(), seconds=(5, 10), price_per_second=5_000_000)


def test_a_shot_pays_for_the_shortest_length_sold_that_holds_it() -> None:
    assert sold_seconds(77, RATE, BY_SECOND) == 5
    assert sold_seconds(120, RATE, BY_SECOND) == 5
    assert sold_seconds(121, RATE, BY_SECOND) == 10
    assert sold_seconds(241, RATE, BY_SECOND) is None


def test_where_any_length_is_sold_a_shot_pays_for_its_own() -> None:
    ntsc = Rate(numerator=24000, denominator=1001)
    assert sold_seconds(24, ntsc, make_provider()) == Fraction(1001, 1000)


@pytest.mark.parametrize(
    ("frames", "said", "cents"),
    [
        (48, {"price_per_frame": 1_000_000}, 48),
        (1, {"price_per_frame": 1}, 1),
        (48, {}, 0),
        (77, {"seconds": (5, 10), "price_per_second": 5_000_000}, 25),
        (77, {"price_per_second": 5_000_000}, 17),
        (77, {"price_per_take": 4_000_000}, 4),
        (24, {"price_per_take": 500_000, "price_per_second": 500_000}, 1),
    ],
)
def test_a_price_is_exact_and_rounded_up_to_the_cent(
    frames: int, said: dict[str, object], cents: int
) -> None:
    provider = replace(make_provider(), **said)  # type: ignore[arg-type]  # fields by name
    assert price(frames, RATE, provider) == Money(minor=cents)


def test_a_price_is_in_the_currency_of_the_provider() -> None:
    assert price(1, RATE, replace(BY_SECOND, currency="EUR")) == Money(minor=25, currency="EUR")


def test_each_take_of_a_batch_is_rounded_for_itself() -> None:
    cheap = replace(make_provider(), price_per_take=100_000)
    orders = [replace(make_order(), take=take, duration=Frames(48)) for take in range(1, 21)]
    assert batch_price(orders, cheap) == Money(minor=20)
