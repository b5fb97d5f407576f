from dataclasses import replace

from tests.film.schedule.builder import (
    LOS_ANGELES,
    PACKS,
    make_board,
    make_need,
    make_person,
    make_timed,
    rules_broken,
)

from secondunit.core.finding import Severity
from secondunit.core.money import Money
from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.checking.hours import meal_penalty
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.model import Light, Shift


def test_a_day_exterior_after_sunset_is_found() -> None:
    needs = (make_need(1, eighths=24), make_need(2, eighths=8, light=Light.DAY, place="PIER"))
    problem = make_timed(*needs)
    late = make_board(problem, ("2027-01-11", Shift.DAY, (1, 2)))
    assert rules_broken(problem, late) == {"sun"}
    early = make_board(problem, ("2027-01-11", Shift.DAY, (2, 1)))
    assert rules_broken(problem, early) == set()


def test_a_late_meal_names_what_everybody_is_owed() -> None:
    problem = make_timed(make_need(1, eighths=30, cast=(1, 2)))
    board = make_board(problem, ("2027-01-11", Shift.DAY, (1,)))
    days = (replace(board.days[0], meal="2027-01-11T13:40-08:00"),)
    (finding,) = check_board(problem, replace(board, days=days))
    assert finding.rule == "schedule.meal"
    assert "120.00 USD are owed" in finding.message


def test_each_begun_half_hour_costs_its_step_and_the_last_all_that_follow() -> None:
    assert meal_penalty(PACKS[0], 1) == Money(minor=2500)
    assert meal_penalty(PACKS[0], 61) == Money(minor=2500 + 3500 + 3500)


def test_a_minor_past_ten_at_night_and_one_too_long_at_work_are_found() -> None:
    needs = (make_need(1, eighths=20, cast=(2,)), make_need(2, eighths=8, cast=(1,)))
    people = (make_person(1, minor=True), make_person(2))
    problem = make_timed(*needs, people=people)
    late = make_board(problem, ("2027-01-11", Shift.NIGHT, (1, 2)))
    assert rules_broken(problem, late) == {"minor-law"}
    early = make_board(problem, ("2027-01-11", Shift.NIGHT, (2, 1)))
    assert rules_broken(problem, early) == set()


def test_a_dawn_scene_shot_at_midday_is_found_with_its_dawn() -> None:
    needs = (make_need(1, eighths=12), make_need(2, eighths=2, twilight=Twilight.DAWN))
    problem = make_timed(*needs)
    board = make_board(problem, ("2027-01-11", Shift.DAY, (1, 2)))
    days = (replace(board.days[0], call="2027-01-11T07:00-08:00"),)
    (finding,) = check_board(problem, replace(board, days=days))
    assert finding.rule == "schedule.twilight"
    assert "scene 2 is shot 10:45 to 11:15; dawn is 06:30 to 07:40" in finding.message
    assert "first on its day" in finding.remedy
    first = make_board(problem, ("2027-01-11", Shift.DAY, (2, 1)))
    assert rules_broken(problem, first) == set()


def test_a_dusk_scene_longer_than_dusk_is_a_warning_with_a_way_out() -> None:
    problem = make_timed(make_need(1, eighths=12, twilight=Twilight.DUSK))
    board = make_board(problem, ("2027-01-11", Shift.DAY, (1,)))
    (finding,) = check_board(problem, board)
    assert finding.rule == "schedule.longer-than-light"
    assert finding.severity is Severity.WARNING
    assert "several days at that hour" in finding.remedy


def test_a_place_that_has_no_dusk_on_the_date_is_named() -> None:
    pole = replace(LOS_ANGELES, location="HOUSE", latitude=85.0)
    problem = make_timed(make_need(1, eighths=2, twilight=Twilight.DUSK), sites=(pole,))
    board = make_board(problem, ("2027-01-11", Shift.DAY, (1,)))
    assert "no dusk at HOUSE" in check_board(problem, board)[0].message


def test_a_minor_past_the_weeks_hours_is_found() -> None:
    bands = tuple(replace(band, week_minutes=240) for band in PACKS[2].ages)
    packs = (*PACKS[:2], replace(PACKS[2], ages=bands))
    needs = (make_need(1, eighths=10), make_need(2, eighths=10))
    problem = make_timed(*needs, people=(make_person(1, minor=True),), packs=packs)
    two_days = make_board(problem, ("2027-01-11", Shift.DAY, (1,)), ("2027-01-12", Shift.DAY, (2,)))
    assert rules_broken(problem, two_days) == {"minor-week"}
    (finding,) = check_board(problem, two_days)
    assert "works 5:00 h in the week, 4:00 h may be" in finding.message


def test_a_minors_hours_at_work_begin_with_their_own_call() -> None:
    """Eight and a half hours before the camera are lawful at twelve, but not after make-up."""
    needs = (
        make_need(1, eighths=8, cast=(1,)),
        make_need(2, eighths=14, cast=(2,)),
        make_need(3, eighths=8, cast=(1,)),
    )
    problem = make_timed(*needs, people=(make_person(1, minor=True), make_person(2)))
    clock = problem.terms.clock
    assert clock is not None
    board = make_board(problem, ("2027-01-11", Shift.DAY, (1, 2, 3)))
    assert rules_broken(problem, board) == set()
    early = replace(problem.terms, clock=replace(clock, minor_ready=75))
    assert rules_broken(replace(problem, terms=early), board) == {"minor-law"}
