from dataclasses import replace

from tests.film.schedule.builder import (
    PACKS,
    make_board,
    make_need,
    make_person,
    make_timed,
    rules_broken,
)

from secondunit.core.money import Money
from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.checking.hours import meal_penalty
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
