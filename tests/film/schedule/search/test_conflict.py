from dataclasses import replace

from tests.film.schedule.builder import LOS_ANGELES, make_need, make_person, make_timed

from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.rules.terms import Hired, Lock
from secondunit.film.schedule.search.conflict import find_conflict

NEED = make_need(1, cast=(1, 2))


def test_the_one_person_who_opens_a_date_is_named_with_the_date() -> None:
    dates = [f"2027-01-{day:02d}" for day in range(4, 9)]
    people = (make_person(1, away=tuple(dates)), make_person(2, away=tuple(dates[1:])))
    problem = make_timed(NEED, people=people)
    problem = replace(problem, calendar=replace(problem.calendar, weeks=1))
    conflict = find_conflict(problem, problem.scenes[0])
    assert conflict.ways == ("free ROLE 1 on 2027-01-04",)
    assert "ROLE 1 is away (5 of 5 dates)" in conflict.why


def test_a_lock_to_a_closed_place_is_named() -> None:
    shut = replace(LOS_ANGELES, location="HOUSE", closed=("2027-01-05",))
    lock = Lock(date="2027-01-05", scenes=(NEED.scene,))
    problem = make_timed(NEED, locks=(lock,), sites=(shut,))
    assert "open HOUSE on 2027-01-05" in find_conflict(problem, problem.scenes[0]).ways


def test_a_scene_with_an_open_date_has_no_conflict() -> None:
    problem = make_timed(NEED)
    conflict = find_conflict(problem, problem.scenes[0])
    assert conflict.open
    assert conflict.ways == ()


def test_a_scene_at_dusk_where_there_is_none_says_so() -> None:
    pole = replace(LOS_ANGELES, location="HOUSE", latitude=85.0)
    problem = make_timed(make_need(1, twilight=Twilight.DUSK), sites=(pole,))
    problem = replace(problem, calendar=replace(problem.calendar, weeks=1))
    conflict = find_conflict(problem, problem.scenes[0])
    assert conflict.why == ("dusk or minors' hours (5 of 5 dates)",)
    assert conflict.ways == ("write it for another hour than dusk",)


def test_an_element_that_cannot_be_had_at_all_is_named() -> None:
    dates = tuple(f"2027-01-{day:02d}" for day in range(4, 9))
    hired = (Hired(name="horse", scenes=(NEED.scene,), closed=dates),)
    problem = make_timed(NEED, hired=hired)
    problem = replace(problem, calendar=replace(problem.calendar, weeks=1))
    conflict = find_conflict(problem, problem.scenes[0])
    assert conflict.why == ("horse cannot be had (5 of 5 dates)",)
    assert conflict.ways[0] == "get horse on 2027-01-04"
