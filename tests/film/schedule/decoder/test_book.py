from dataclasses import replace

from tests.film.schedule.builder import make_need, make_problem, make_timed

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.book import Near, premiums
from secondunit.film.schedule.decoder.encode import encode


def test_the_longest_rest_anybody_must_have_binds_the_unit() -> None:
    book = encode(make_timed(make_need(1))).tables.book
    assert (book[arrays.REST], book[arrays.WEEK_REST]) == (720, 3240)
    assert encode(make_problem(make_need(1))).tables.book[arrays.REST] == 0


def test_a_board_to_stay_near_to_gives_old_dates_and_weights() -> None:
    problem = make_problem(make_need(1))
    near = Near(dates={problem.scenes[0].scene: "2027-01-06"}, moved=5, day=7, hold=True)
    tables = encode(problem, near).tables
    assert (tables.book[arrays.MOVED], tables.book[arrays.DAY_WEIGHT]) == (5, 7)
    assert tables.next_open[0, 0] == 2


def test_premiums_come_from_the_crews_rules() -> None:
    problem = make_timed(make_need(1))
    assert premiums(problem) == (3_000_000, 6_000_000)
    assert premiums(replace(problem, terms=replace(problem.terms, packs=()))) == (0, 0)
