import pytest
from tests.film.schedule.talent.builder import random_problem

from secondunit.film.schedule.talent.anneal import anneal_order, make_climb, spend
from secondunit.film.schedule.talent.grid import make_grid
from secondunit.film.schedule.talent.reduce import reduce_problem


@pytest.mark.parametrize("seed", range(5))
def test_the_search_never_ends_dearer_than_it_began_and_keeps_every_block(seed: int) -> None:
    grid = make_grid(reduce_problem(random_problem(seed, 14, 6, 0.4)))
    climb = make_climb(grid, seed)
    began = spend(grid, climb.order, climb)
    assert anneal_order(grid, climb, 2000) <= began
    assert sorted(climb.best.tolist()) == list(range(len(grid.duration)))
    assert spend(grid, climb.best, climb) <= began


def test_the_same_seed_gives_the_same_order() -> None:
    grid = make_grid(reduce_problem(random_problem(8, 16, 6, 0.4)))
    one, two = make_climb(grid, 5), make_climb(grid, 5)
    anneal_order(grid, one, 3000)
    anneal_order(grid, two, 3000)
    assert one.best.tolist() == two.best.tolist()
