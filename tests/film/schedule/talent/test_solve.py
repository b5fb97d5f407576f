from dataclasses import replace

import pytest
from benchmarks.talent import cheapest_by_cp_sat, small_problem
from tests.film.schedule.talent.builder import cheapest_by_trying_all, random_problem

from secondunit.core.errors import InputError
from secondunit.film.schedule.talent.model import TalentProblem, own_work, price_order
from secondunit.film.schedule.talent.solve import Advance, solve_talent

CONCERT = TalentProblem(
    name="concert",
    durations=(2, 4, 1, 3, 3, 2, 5, 7, 7),
    rates=(1, 1, 1, 1, 1),
    casts=((0, 1, 2, 3), (0, 1, 2), (4,), (0, 1), (1, 3, 4), (0, 1, 3, 4), (0, 2, 4), (1, 2, 4),
           (0, 3)),
)  # fmt: skip


def test_the_published_optimum_of_the_concert_is_found_and_proved() -> None:
    plan = solve_talent(CONCERT)
    assert (plan.cost, plan.waiting, plan.lower_bound, plan.proved) == (111, 17, 111, True)
    assert price_order(CONCERT, plan.order) == 111


@pytest.mark.parametrize("batch", range(40))
def test_no_order_of_any_random_problem_is_cheaper(batch: int) -> None:
    for seed in range(batch * 10, batch * 10 + 10):
        problem = random_problem(seed, 2 + seed % 6, 1 + seed % 7, (0.2, 0.4, 0.6)[seed % 3])
        plan = solve_talent(problem)
        assert plan.proved
        assert plan.cost == cheapest_by_trying_all(problem) == price_order(problem, plan.order)


@pytest.mark.parametrize("seed", range(6))
def test_no_order_of_eight_scenes_is_cheaper(seed: int) -> None:
    problem = random_problem(1000 + seed, 8, 6, 0.4)
    assert solve_talent(problem).cost == cheapest_by_trying_all(problem)


@pytest.mark.parametrize("seed", range(10))
def test_the_proof_does_not_depend_on_the_first_order(seed: int) -> None:
    """A search that begins badly must be put right by the proof."""
    problem = random_problem(seed, 12, 7, 0.4)
    assert solve_talent(problem, seed=1).cost == solve_talent(problem, seed=99).cost


@pytest.mark.parametrize("seed", range(10))
def test_scenes_in_reverse_and_rates_times_seven_change_what_they_should(seed: int) -> None:
    problem = random_problem(seed, 13, 6, 0.4)
    plan = solve_talent(problem)
    turned = replace(problem, durations=problem.durations[::-1], casts=problem.casts[::-1])
    assert solve_talent(turned).cost == plan.cost
    dear = replace(problem, rates=tuple(7 * rate for rate in problem.rates))
    assert solve_talent(dear).cost == 7 * plan.cost


def test_the_same_problem_gives_the_same_plan() -> None:
    problem = random_problem(4, 15, 7, 0.4)
    assert solve_talent(problem) == solve_talent(problem)


def test_a_watch_that_stops_the_work_gets_the_best_so_far_with_a_true_bound() -> None:
    problem = random_problem(11, 17, 9, 0.4)
    best = solve_talent(problem).cost
    told: list[Advance] = []

    def stop_after(count: int) -> int:
        told.clear()

        def watch(advance: Advance) -> bool:
            told.append(advance)
            return len(told) < count

        plan = solve_talent(problem, watch=watch)
        assert sorted(plan.order) == list(range(17))
        assert own_work(problem) <= plan.lower_bound <= best <= plan.cost
        assert price_order(problem, plan.order) == plan.cost
        assert plan.cost - plan.waiting == own_work(problem)
        return plan.lower_bound

    bounds = [stop_after(count) for count in (1, 5, 8, 12)]
    assert bounds == sorted(bounds), "more work never proves less"


def test_a_limit_of_sets_ends_without_proof_and_not_without_order() -> None:
    problem = random_problem(11, 17, 9, 0.4)
    plan = solve_talent(problem, most_sets=20)
    assert not plan.proved
    assert sorted(plan.order) == list(range(17))


def test_more_scenes_than_a_word_has_bits_get_an_order_without_proof() -> None:
    plan = solve_talent(random_problem(5, 90, 20, 0.3))
    assert not plan.proved
    assert sorted(plan.order) == list(range(90))
    assert plan.lower_bound <= plan.cost


def test_scenes_that_nobody_waits_for_are_proved_at_once() -> None:
    empty = TalentProblem(name="empty", durations=(3, 4), rates=(5,), casts=((), (0,)))
    plan = solve_talent(empty)
    assert (plan.cost, plan.waiting, plan.proved) == (20, 0, True)


def test_unsound_numbers_are_refused() -> None:
    with pytest.raises(InputError):
        solve_talent(TalentProblem(name="x", durations=(-1,), rates=(1,), casts=((0,),)))


@pytest.mark.parametrize("seed", range(24))
def test_a_constraint_solver_finds_nothing_cheaper(seed: int) -> None:
    problem = small_problem(seed, 9 + seed % 4)
    assert solve_talent(problem).cost == cheapest_by_cp_sat(problem)
