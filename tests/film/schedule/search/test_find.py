from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.schedule.builder import PACKS, make_need, make_person, make_problem, problems

from secondunit.core.money import Money
from secondunit.film.schedule.check import check_board, price_board
from secondunit.film.schedule.model import Light, Problem
from secondunit.film.schedule.rules.terms import Terms
from secondunit.film.schedule.search.find import search_board


@settings(max_examples=150, deadline=None)
@given(problems(), st.integers(0, 5))
def test_every_board_found_is_lawful_and_costs_what_other_code_says_to_the_cent(
    problem: Problem, seed: int
) -> None:
    board = search_board(problem, seed=seed, iterations=60).board
    assert check_board(problem, board) == ()
    assert price_board(problem, board) == board.shares


@settings(max_examples=100, deadline=None)
@given(problems(), st.sampled_from([1, 5, 6]))
def test_a_crew_that_is_kept_waiting_costs_the_same_by_search_and_check(
    problem: Problem, week: int
) -> None:
    """Whoever is away, whatever is lost, however many days of a week are lawful."""
    kept = replace(
        problem,
        costs=replace(problem.costs, idle_day=Money(minor=4_500_000)),
        calendar=replace(
            problem.calendar, lost=("2027-01-05",), work_days=(1, 2, 3, 4, 5, 6), weeks=60
        ),
        terms=Terms(packs=(replace(PACKS[1], most_week_days=week, sixth_day_percent=0),)),
    )
    board = search_board(kept, seed=1, iterations=60).board
    assert check_board(kept, board) == ()
    assert price_board(kept, board) == board.shares


def test_dates_are_used_while_somebody_is_away_where_a_waiting_crew_costs_money() -> None:
    """The dear performer 9 is away at first: without a price all would wait for one day of them."""
    away = tuple(f"2027-01-{day:02d}" for day in range(4, 9))
    needs = (make_need(1, eighths=32, cast=(9,)), make_need(2, eighths=32, cast=(9, 1)))
    others = (make_need(3, eighths=32, cast=(1,)), make_need(4, eighths=32, cast=(1,)))
    people = (make_person(1), make_person(9, away=away))
    free = make_problem(*needs, *others, people=people)
    kept = replace(free, costs=replace(free.costs, idle_day=Money(minor=4_500_000)))
    boards = [search_board(p, seed=1, iterations=2000).board for p in (free, kept)]
    assert [len({d.date for d in b.days if d.date < "2027-01-09"}) for b in boards] == [0, 2]
    idle = {share.key: share.amount.minor for share in boards[1].shares}["idle"]
    assert idle == 3 * 4_500_000


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
