from hypothesis import given, settings
from tests.film.schedule.builder import make_need, make_problem, problems

from secondunit.film.schedule.cover.fewest import MOST_SCENES, fewest_days, pay_by_covering
from secondunit.film.schedule.cover.least import Least
from secondunit.film.schedule.model import Problem
from secondunit.film.schedule.search.find import search_board


def test_scenes_that_do_not_fit_two_to_a_day_need_a_day_each() -> None:
    needs = tuple(make_need(n, eighths=17, cast=(n,)) for n in range(1, 6))
    problem = make_problem(*needs)
    assert Least(problem).days(needs) == 3, "by volume"
    assert fewest_days(problem, needs) == 5


def test_a_performer_is_paid_for_the_days_that_their_own_scenes_cannot_share() -> None:
    needs = (*(make_need(n, eighths=20, cast=(1,)) for n in range(1, 4)), make_need(4, cast=(2,)))
    days = {payee.cast: payee.days for payee in pay_by_covering(make_problem(*needs), needs)}
    assert days == {1: 3, 2: 1}


def test_a_long_script_is_counted_by_its_volume_alone() -> None:
    needs = tuple(make_need(n, eighths=17) for n in range(MOST_SCENES + 1))
    problem = make_problem(*needs)
    assert fewest_days(problem, needs) == Least(problem).days(needs)
    assert fewest_days(problem, ()) == 0


@settings(max_examples=60, deadline=None)
@given(problems())
def test_no_board_has_fewer_days_than_the_fewest(problem: Problem) -> None:
    board = search_board(problem, seed=1, iterations=100).board
    put = [need for need in problem.scenes if need.scene not in board.boneyard]
    assert fewest_days(problem, put) <= len(board.days)
