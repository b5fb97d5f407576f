from tests.film.schedule.builder import make_need, make_person, make_problem, make_timed

from secondunit.film.schedule.check import price_board
from secondunit.film.schedule.model import Light
from secondunit.film.schedule.search.find import search_board


def test_every_day_of_a_clocked_board_has_its_call() -> None:
    needs = [make_need(n, eighths=20, light=Light.DAY) for n in range(1, 4)]
    board = search_board(make_timed(*needs), seed=1, iterations=100).board
    assert [day.call[11:] for day in board.days] == ["07:00-08:00"] * 3
    plain = search_board(make_problem(*needs), seed=1, iterations=100).board
    assert {day.call for day in plain.days} == {""}


def test_the_drop_that_was_priced_is_on_the_board() -> None:
    away = tuple(f"2027-01-{day:02d}" for day in range(5, 26))
    needs = (make_need(1, eighths=32), make_need(2, eighths=32))
    problem = make_problem(*needs, people=(make_person(1, away=away),))
    board = search_board(problem, seed=1, iterations=50).board
    assert board.drops is not None
    assert [(drop.last, drop.pick_up) for drop in board.drops] == [("2027-01-04", "2027-01-26")]
    assert price_board(problem, board) == board.shares
