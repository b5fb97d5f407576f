from dataclasses import replace
from datetime import date

from tests.film.schedule.builder import (
    CALENDAR,
    make_need,
    make_person,
    make_problem,
    make_timed,
    rules_broken,
)

from secondunit.film.schedule.decoder.arrays import DAY, EITHER
from secondunit.film.schedule.decoder.encode import encode, work_dates
from secondunit.film.schedule.model import Light
from secondunit.film.schedule.rules.terms import Hired
from secondunit.film.schedule.search.find import search_board


def test_work_dates_pass_over_weekends_and_holidays_and_end_with_the_window() -> None:
    calendar = replace(CALENDAR, weeks=2, holidays=("2027-01-06",))
    dates = work_dates(calendar)
    assert len(dates) == 9
    assert date(2027, 1, 6) not in dates
    assert dates[-1] == date(2027, 1, 15)


def test_an_interior_with_a_minor_needs_a_day_shift_where_nights_are_barred() -> None:
    needs = (make_need(1), make_need(2, cast=(2,)))
    people = (make_person(1, minor=True), make_person(2))
    assert encode(make_problem(*needs, people=people)).tables.light.tolist() == [DAY, EITHER]


def test_a_night_exterior_with_a_minor_is_set_aside_with_the_minor() -> None:
    need = make_need(1, light=Light.NIGHT)
    (lost,) = encode(make_problem(need, people=(make_person(1, minor=True),))).lost
    assert (lost.need, [p.name for p in lost.minors]) == (need, ["ROLE 1"])


def test_people_who_leave_no_common_date_are_named() -> None:
    problem = make_problem(
        make_need(1, cast=(1, 2)),
        make_need(2, cast=(1,)),
        people=(make_person(1, away=("2027-01-04",)), make_person(2, away=("2027-01-05",))),
    )
    short = replace(problem, calendar=replace(CALENDAR, weeks=1, work_days=(1, 2)))
    encoded = encode(short)
    assert [need.number for need in encoded.scenes] == ["2"]
    assert [person.name for person in encoded.lost[0].away] == ["ROLE 1", "ROLE 2"]
    assert encoded.tables.next_open.tolist() == [[1, 1, 2]]


def test_a_scene_keeps_off_the_dates_on_which_its_horse_cannot_be_had() -> None:
    need = make_need(1)
    away = tuple(f"2027-01-{day:02d}" for day in range(4, 13))
    problem = make_timed(need, hired=(Hired(name="horse", scenes=(need.scene,), closed=away),))
    board = search_board(problem, seed=1, iterations=50).board
    assert board.days[0].date == "2027-01-13"
    assert rules_broken(problem, board) == set()
