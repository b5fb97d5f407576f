from dataclasses import replace

from tests.film.schedule.builder import (
    make_board,
    make_need,
    make_person,
    make_problem,
    make_unit,
    sc,
    unit_days,
    with_units,
)

from secondunit.film.schedule.model import Shift
from secondunit.film.schedule.rules.terms import Hired, Precedence
from secondunit.film.schedule.units.part import beside, in_turn, part_of, tagged, units_shooting

NEEDS = (make_need(1, cast=(1,)), make_need(2, cast=(1, 2)), make_need(3, cast=(3,)))
SECOND = make_unit(scenes=sc(2, 3))
PROBLEM = with_units(make_problem(*NEEDS), SECOND)
DAYS = make_board(PROBLEM, ("2027-01-06", Shift.DAY, (1,))).days


def test_a_units_part_has_its_scenes_prices_dates_and_no_other_unit() -> None:
    part = part_of(PROBLEM, SECOND, set(sc(2, 3)))
    assert [need.number for need in part.scenes] == ["2", "3"]
    assert part.costs.crew_day == SECOND.crew_day
    assert part.rules.day_eighths == 24
    assert not part.terms.units
    assert "2027-03-01" in part.calendar.lost
    assert "2027-01-06" not in part.calendar.lost


def test_people_are_away_on_the_days_they_are_with_another_unit() -> None:
    part = beside(part_of(PROBLEM, SECOND, set(sc(2, 3))), PROBLEM, SECOND, DAYS)
    away = {person.cast: person.unavailable for person in part.people}
    assert away == {1: ("2027-01-06",), 2: (), 3: ()}


def test_where_people_may_be_shared_only_minors_are_kept_away() -> None:
    shared = replace(SECOND, shares_people=True)
    problem = with_units(PROBLEM, shared)
    timed = replace(problem, terms=replace(problem.terms, clock=shared.clock))
    part = beside(part_of(timed, shared, set(sc(2))), timed, shared, DAYS)
    assert part.people[0].unavailable == ()
    young = replace(timed, people=(make_person(1, minor=True), *timed.people[1:]))
    part = beside(part_of(young, shared, set(sc(2))), young, shared, DAYS)
    assert part.people[0].unavailable == ("2027-01-06",)


def test_what_is_hired_and_in_use_cannot_be_had() -> None:
    horse = Hired(name="horse", scenes=sc(1, 3), closed=())
    problem = replace(PROBLEM, terms=replace(PROBLEM.terms, hired=(horse,)))
    part = beside(part_of(problem, SECOND, set(sc(3))), problem, SECOND, DAYS)
    assert part.terms.hired[0].closed == ("2027-01-06",)


def test_the_order_of_scenes_holds_across_units() -> None:
    rows = (Precedence(first=sc(1)[0], then=sc(3)[0], days=2),)
    problem = replace(PROBLEM, terms=replace(PROBLEM.terms, before=rows))
    part = beside(part_of(problem, SECOND, set(sc(3))), problem, SECOND, DAYS)
    (turn,) = part.terms.hired
    assert (turn.scenes, turn.closed[-1]) == (sc(3), "2027-01-08")
    back = (Precedence(first=sc(3)[0], then=sc(1)[0], days=1),)
    problem = replace(PROBLEM, terms=replace(PROBLEM.terms, before=back))
    part = beside(part_of(problem, SECOND, set(sc(3))), problem, SECOND, DAYS)
    (turn,) = part.terms.hired
    assert turn.closed[0] == "2027-01-05"


def test_days_stand_by_date_the_main_units_first() -> None:
    second = tagged(DAYS, SECOND)
    both = in_turn(PROBLEM, (*second, *DAYS))
    assert [day.unit_name for day in both] == ["", "second"]
    board = make_board(PROBLEM, ("2027-01-06", Shift.DAY, (1,)))
    assert units_shooting(PROBLEM, board) == ()
    assert units_shooting(PROBLEM, unit_days(board, PROBLEM, "second", ("2027-01-07", (2,))))
