from pathlib import Path

import pytest
from tests.film.schedule.talent.builder import random_problem

from secondunit.bootstrap.talent import read_instance, solve_in_time
from secondunit.core.errors import InputError
from secondunit.film.schedule.talent.solve import Advance


def test_an_instance_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "two.dat"
    file.write_text("two\n2 1\n1 1 5\n3 4")
    assert read_instance(file).casts == ((0,), (0,))
    with pytest.raises(InputError, match="no such file"):
        read_instance(tmp_path / "none.dat")


def test_a_deadline_that_is_over_gives_the_best_so_far() -> None:
    problem = random_problem(11, 17, 9, 0.4)
    timed = solve_in_time(problem, seed=1, seconds=1e-9, tell=lambda _: None)
    assert timed.stopped
    assert sorted(timed.plan.order) == list(range(17))


def test_an_interrupted_search_keeps_what_it_found() -> None:
    problem = random_problem(11, 17, 9, 0.4)

    def interrupt(advance: Advance) -> None:
        if advance.done == 3:
            raise KeyboardInterrupt

    timed = solve_in_time(problem, seed=1, seconds=0, tell=interrupt)
    assert timed.stopped
    assert not timed.plan.proved
    whole = solve_in_time(problem, seed=1, seconds=0, tell=lambda _: None)
    assert whole.plan.proved
    assert not whole.stopped
    assert timed.plan.cost >= whole.plan.cost >= timed.plan.lower_bound
