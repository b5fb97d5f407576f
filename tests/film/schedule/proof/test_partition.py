import numpy as np

from secondunit.film.schedule.decoder.arrays import DAY, Ints
from secondunit.film.schedule.proof.order import FAR, Days, make_table
from secondunit.film.schedule.proof.partition import (
    BEST,
    COMPLETE,
    EFFORT,
    Lot,
    divide,
    held_in,
    make_stack,
)


def ints(values: list[int]) -> Ints:
    return np.asarray(values, dtype=np.int64)


DAYS = Days(
    scenes=ints([0b011, 0b001, 0b010, 0b110, 0b100]),
    places=ints([1, 1, 1, 1, 1]),
    cast=ints([1, 1, 0, 0, 1]),
    light=ints([DAY] * 5),
    held=ints([0, 7]),
    setup=0,
    switch=0,
    night=0,
)
LOT = Lot(
    begins=ints([0, 2, 4, 5]),
    above=ints([4, 6, 3, 5, 0]),
    fewest=2,
    more=50,
    never_let=1,
    idle=9,
    both=0,
)


def divided(allowance: int, effort: int = 1000, lot: Lot = LOT) -> Ints:
    found = ints([FAR, 0, 1])
    divide(DAYS, lot, (make_stack(3), make_table()), (allowance, effort), found)
    return found


def test_the_cheapest_way_within_the_allowance_is_found() -> None:
    """Scenes 1 and 2 together and 3 alone cost 4; 1 alone and 2 with 3 cost 11; three days more."""
    assert divided(100)[BEST] == 4
    assert divided(3)[BEST] == FAR


def test_a_day_more_than_there_must_be_costs_more() -> None:
    apart = LOT._replace(above=ints([90, 6, 3, 90, 0]), more=20)
    assert divided(200, lot=apart)[BEST] == 6 + 3 + 0 + 20, "nobody waits at either end"


def test_work_ends_with_the_effort_and_says_so() -> None:
    found = divided(100, effort=1)
    assert not found[COMPLETE]
    assert found[EFFORT] > 1


def test_who_has_many_days_off_may_be_let_go() -> None:
    chosen = ints([1, 2, 4])
    assert held_in(DAYS, chosen, 3, 2) == 1
    assert held_in(DAYS, chosen, 3, 1) == 0
