from dataclasses import replace

from tests.film.schedule.builder import (
    make_board,
    make_need,
    make_person,
    make_problem,
    make_timed,
    make_unit,
    rules_broken,
    sc,
    unit_days,
    with_units,
)

from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.model import Problem, Shift
from secondunit.film.schedule.rules.terms import Clock, Hired, Unit

NEEDS = (make_need(1, cast=(1,)), make_need(2, cast=(1,), place="PIER"), make_need(3, cast=(2,)))


def _told(problem: Problem, board_unit: str = "second") -> set[str]:
    """What is broken when scene 1 is the main unit's and scene 2 another's, on one day."""
    main = make_board(problem, ("2027-01-04", Shift.DAY, (1, 3)))
    return rules_broken(problem, unit_days(main, problem, board_unit, ("2027-01-04", (2,))))


def test_nobody_works_with_two_units_on_one_day() -> None:
    assert _told(with_units(make_problem(*NEEDS), make_unit(scenes=sc(2)))) == {"two-units"}


def test_the_finding_names_person_scenes_and_units() -> None:
    problem = with_units(make_problem(*NEEDS), make_unit(scenes=sc(2)))
    main = make_board(problem, ("2027-01-04", Shift.DAY, (1, 3)))
    (found,) = check_board(problem, unit_days(main, problem, "second", ("2027-01-04", (2,))))
    assert found.message == (
        "ROLE 1 plays in scene 1 with the main unit and in scene 2 with the second unit on one day"
    )


def _shared(unit: Unit) -> Problem:
    return with_units(make_timed(*NEEDS), replace(unit, scenes=sc(2), shares_people=True))


def test_where_people_may_be_shared_their_hours_must_leave_them_the_way_between() -> None:
    late = replace(make_unit(), clock=replace(Clock(), day_call=780))
    assert _told(_shared(late)) == set()
    assert _told(_shared(replace(late, travel=300))) == {"two-units"}
    assert _told(_shared(make_unit())) == {"two-units"}


def test_a_minor_is_never_shared() -> None:
    people = (make_person(1, minor=True), make_person(2))
    timed = make_timed(*NEEDS, people=people)
    late = replace(make_unit(), scenes=sc(2), shares_people=True)
    assert "two-units" in _told(with_units(timed, late))


def test_a_scene_stands_with_the_unit_it_is_given_to() -> None:
    problem = with_units(make_problem(*NEEDS), make_unit(scenes=sc(3)))
    main = make_board(problem, ("2027-01-04", Shift.DAY, (1, 3, 2)))
    assert rules_broken(problem, main) == {"unit-scene"}
    other = make_board(problem, ("2027-01-04", Shift.DAY, (1, 2)))
    assert rules_broken(problem, unit_days(other, problem, "second", ("2027-01-05", (3,)))) == set()


def test_a_unit_shoots_only_what_it_may() -> None:
    problem = with_units(make_problem(*NEEDS), make_unit(may=((sc(2)[0], "insert"),)))
    main = make_board(problem, ("2027-01-04", Shift.DAY, (1, 2)))
    assert rules_broken(problem, unit_days(main, problem, "second", ("2027-01-05", (3,)))) == {
        "unit-scene"
    }


def test_a_unit_nobody_knows_is_named() -> None:
    plain = make_problem(*NEEDS)
    main = make_board(plain, ("2027-01-04", Shift.DAY, (1, 2, 3)))
    strange = replace(main, days=(replace(main.days[0], unit="third"),))
    found = [f for f in check_board(plain, strange) if f.rule == "schedule.unknown-unit"]
    assert "there is no third unit" in found[0].message


def test_what_is_hired_once_is_not_with_two_units() -> None:
    horse = Hired(name="horse", scenes=sc(2, 3), closed=())
    plain = make_problem(*NEEDS)
    hired = replace(plain, terms=replace(plain.terms, hired=(horse,)))
    problem = with_units(hired, make_unit(scenes=sc(2)))
    main = make_board(problem, ("2027-01-04", Shift.DAY, (3,)), ("2027-01-05", Shift.DAY, (1,)))
    board = unit_days(main, problem, "second", ("2027-01-04", (2,)))
    assert rules_broken(problem, board) == {"hired-twice"}


def test_rest_is_due_between_the_days_of_two_units() -> None:
    clock = replace(Clock(), day_call=240)
    problem = with_units(
        make_timed(*NEEDS), make_unit(scenes=sc(2), shares_people=True, clock=clock)
    )
    main = make_board(problem, ("2027-01-04", Shift.DAY, (3, 1)))
    late = replace(main.days[0], call="2027-01-04T14:00-08:00")
    board = unit_days(replace(main, days=(late,)), problem, "second", ("2027-01-05", (2,)))
    assert rules_broken(problem, board) == {"rest"}
