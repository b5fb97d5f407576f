import numpy as np
import pytest

from secondunit.film.schedule.cover.simplex import Master, add_day, make_master, optimise


def bought(least: list[int], *days: tuple[list[int], float]) -> Master:
    master = make_master(np.asarray(least, dtype=np.int64), 50, 1000)
    for rows, price in days:
        assert add_day(master, np.asarray(rows, dtype=np.int64), len(rows), price)
    optimise(master, 500)
    return master


def cost(least: list[int], master: Master) -> float:
    return float((np.asarray(least) * master.dual).sum())


def test_three_days_of_two_scenes_each_are_bought_by_halves() -> None:
    least = [1, 1, 1]
    master = bought(least, ([0, 1], 10.0), ([1, 2], 10.0), ([0, 2], 10.0))
    assert cost(least, master) == pytest.approx(15, abs=0.1)


def test_a_cheap_day_that_covers_everything_is_bought_alone() -> None:
    least = [1, 1, 1]
    master = bought(least, ([0], 5.0), ([1], 5.0), ([2], 5.0), ([0, 1, 2], 12.0))
    assert cost(least, master) == pytest.approx(12, abs=0.1)


def test_a_row_is_covered_as_often_as_it_must_be() -> None:
    least = [1, 3]
    assert cost(least, bought(least, ([0, 1], 10.0), ([1], 4.0))) == pytest.approx(18, abs=0.1)


def test_no_day_costs_less_than_the_duals_of_its_rows() -> None:
    days = (([0, 1], 7.0), ([1, 2, 3], 9.0), ([0, 3], 6.0), ([2], 3.0))
    master = bought([1, 1, 1, 2], *days)
    assert (master.dual >= -1e-6).all()
    for rows, price in days:
        assert master.dual[rows].sum() <= price + 1e-5


def test_a_full_master_says_so() -> None:
    master = make_master(np.ones(2, dtype=np.int64), 1, 1000)
    rows = np.asarray([0, 1], dtype=np.int64)
    assert add_day(master, rows, 2, 5.0)
    assert not add_day(master, rows, 2, 5.0)
