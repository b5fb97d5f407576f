import pytest
from tests.film.schedule.talent.builder import random_problem

from secondunit.core.errors import InputError
from secondunit.film.schedule.talent.model import (
    TalentProblem,
    own_work,
    price_order,
    require_sound,
)

THREE = TalentProblem(name="three", durations=(1, 2, 4), rates=(10, 3), casts=((0,), (1,), (0, 1)))


def test_a_performer_is_paid_from_first_scene_to_last() -> None:
    assert price_order(THREE, (0, 1, 2)) == 10 * 7 + 3 * 6
    assert price_order(THREE, (0, 2, 1)) == 10 * 5 + 3 * 6 == own_work(THREE)


@pytest.mark.parametrize("seed", range(20))
def test_an_order_turned_round_costs_the_same(seed: int) -> None:
    problem = random_problem(seed, 9, 5, 0.4)
    order = tuple(range(9))
    assert price_order(problem, order) == price_order(problem, order[::-1])


@pytest.mark.parametrize(
    ("durations", "rates", "casts", "named"),
    [
        ((1,), (1,), ((0,), (0,)), "1 durations"),
        ((1, -2), (1,), ((0,), (0,)), "scene 2 lasts -2"),
        ((1,), (-1,), ((0,),), "performer 1 costs -1"),
        ((1,), (1,), ((0, 0),), "cast of scene 1"),
        ((1,), (1,), ((1,),), "cast of scene 1"),
        ((1 << 40,), (1 << 40,), ((0,),), "exceed"),
    ],
)
def test_numbers_that_mean_nothing_are_named(
    durations: tuple[int, ...],
    rates: tuple[int, ...],
    casts: tuple[tuple[int, ...], ...],
    named: str,
) -> None:
    with pytest.raises(InputError, match=named) as caught:
        require_sound(TalentProblem(name="odd", durations=durations, rates=rates, casts=casts))
    assert caught.value.remedy
