from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.schedule.builder import make_need, make_problem, problems

from secondunit.film.schedule.check import check_board, price_board
from secondunit.film.schedule.model import Light, Problem
from secondunit.film.schedule.search.find import search_board


@settings(max_examples=150, deadline=None)
@given(problems(), st.integers(0, 5))
def test_every_board_found_is_lawful_and_costs_what_other_code_says_to_the_cent(
    problem: Problem, seed: int
) -> None:
    board = search_board(problem, seed=seed, iterations=60).board
    assert check_board(problem, board) == ()
    assert price_board(problem, board) == board.shares


@settings(max_examples=20, deadline=None)
@given(problems())
def test_the_same_seed_and_length_give_the_same_board(problem: Problem) -> None:
    one, two = (search_board(problem, seed=3, iterations=80).board for _ in range(2))
    assert one == two


def test_the_search_gathers_a_location_that_the_script_visits_again_and_again() -> None:
    needs = [make_need(n, place=("HOUSE", "PIER")[n % 2], eighths=14) for n in range(1, 9)]
    board = search_board(make_problem(*needs), seed=1, iterations=4000).board
    baseline = {share.key: share.amount for share in board.baselines}
    assert board.cost < baseline["script-order"]
    assert board.lower_bound <= board.cost


def test_day_and_night_exteriors_do_not_share_a_day() -> None:
    needs = [make_need(1, light=Light.DAY), make_need(2, light=Light.NIGHT)]
    board = search_board(make_problem(*needs), seed=1, iterations=100).board
    assert len(board.days) == 2


def test_a_script_without_scenes_is_an_empty_board() -> None:
    board = search_board(make_problem(), seed=1, iterations=10).board
    assert (board.days, board.cost.minor) == ((), 0)
