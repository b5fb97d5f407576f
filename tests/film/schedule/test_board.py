from dataclasses import replace

from hypothesis import given, settings
from tests.film.schedule.builder import CALENDAR, PACKS, make_need, make_problem, problems

from secondunit.core.money import Money
from secondunit.film.schedule.board import (
    all_cast_days,
    board_dates,
    calendar_dates,
    cast_days,
    certificate,
    idle_dates,
    locations_of,
    saving,
    spans,
    working_dates,
)
from secondunit.film.schedule.model import Drop, Problem, Shift, ShootDay
from secondunit.film.schedule.rules.terms import Terms
from secondunit.film.schedule.search.find import search_board


def test_weekends_are_not_work_dates() -> None:
    dates = calendar_dates(CALENDAR, "2027-01-07", "2027-01-12")
    assert dates == ("2027-01-07", "2027-01-08", "2027-01-11", "2027-01-12")


def test_a_single_day_is_start_work_and_finish_at_once() -> None:
    assert cast_days(("2027-01-04",), CALENDAR, 10).codes == {"2027-01-04": "SWF"}


def test_days_between_are_held_until_the_gap_is_long_enough_to_drop() -> None:
    held = cast_days(("2027-01-04", "2027-01-07"), CALENDAR, 10)
    assert list(held.codes.values()) == ["SW", "H", "H", "WF"]
    assert (held.worked, held.held) == (2, 2)
    dropped = cast_days(("2027-01-04", "2027-01-20"), CALENDAR, 10)
    assert dropped.codes == {"2027-01-04": "SWD", "2027-01-20": "PWF"}
    assert dropped.held == 0


def test_only_one_stretch_is_dropped_the_longest() -> None:
    coded = cast_days(("2027-01-04", "2027-01-18", "2027-02-15"), CALENDAR, 10)
    assert coded.codes["2027-01-18"] == "WD"
    assert coded.codes["2027-02-15"] == "PWF"
    assert coded.held == 9


@settings(max_examples=60, deadline=None)
@given(problems())
def test_work_and_hold_days_are_exactly_the_paid_days_of_the_board(problem: Problem) -> None:
    board = search_board(problem, seed=1, iterations=30).board
    rates = {person.cast: person.daily.minor for person in problem.people}
    coded = all_cast_days(problem, board)
    paid = sum((days.worked + days.held) * rates[cast] for cast, days in coded.items())
    assert paid == next(share.amount.minor for share in board.shares if share.key == "cast")


def test_the_certificate_says_how_much_a_better_board_might_save() -> None:
    board = search_board(make_problem(make_need(1)), seed=1, iterations=10).board
    assert certificate(board).endswith("proved the cheapest")
    dearer = replace(board, cost=Money(minor=3), lower_bound=Money(minor=2))
    assert certificate(dearer) == "no lawful board costs less than 0.02 USD: gap 33.4 %"


def test_days_in_a_row_are_one_span() -> None:
    assert spans(("2027-02-28", "2027-03-01", "2027-03-03")) == (
        "2027-02-28 to 2027-03-01, 2027-03-03"
    )


def test_a_board_knows_its_dates_and_who_works_on_them() -> None:
    problem = make_problem(make_need(1, eighths=30), make_need(2, eighths=30, cast=(2,)))
    board = search_board(problem, seed=1, iterations=50).board
    assert board_dates(problem, board) == ("2027-01-04", "2027-01-05")
    needs = {need.scene: need for need in problem.scenes}
    assert len(working_dates(board, needs, 2)) == 1
    assert locations_of(problem.scenes) == ("HOUSE",)
    assert saving(board) == ""


def test_the_boards_own_drops_are_coded_each_and_no_other() -> None:
    worked = ("2027-01-04", "2027-01-18", "2027-02-15")
    drops = (
        Drop(cast=1, last="2027-01-04", pick_up="2027-01-18"),
        Drop(cast=1, last="2027-01-18", pick_up="2027-02-15"),
    )
    both = cast_days(worked, CALENDAR, 10, drops)
    assert both.codes == {"2027-01-04": "SWD", "2027-01-18": "PWD", "2027-02-15": "PWF"}
    assert cast_days(worked, CALENDAR, 10, ()).held > 20


def test_dates_on_which_the_crew_is_kept_are_counted_but_not_those_lost_or_paid_otherwise() -> None:
    def shot(*dates: str) -> tuple[ShootDay, ...]:
        return tuple(
            ShootDay(number=at + 1, date=day, shift=Shift.DAY, scenes=())
            for at, day in enumerate(dates)
        )

    problem = make_problem(make_need(1))
    assert idle_dates(problem, ()) == 0
    assert idle_dates(problem, shot("2027-01-04", "2027-01-05")) == 0
    assert idle_dates(problem, shot("2027-01-05", "2027-01-11")) == 4, "Monday, Wednesday to Friday"
    lost = replace(problem, calendar=replace(CALENDAR, lost=("2027-01-04",)))
    assert idle_dates(lost, shot("2027-01-05", "2027-01-11")) == 3
    one_day_weeks = replace(problem, terms=Terms(packs=(replace(PACKS[0], most_week_days=1),)))
    assert idle_dates(one_day_weeks, shot("2027-01-04", "2027-01-11")) == 0
