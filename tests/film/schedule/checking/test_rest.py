from dataclasses import replace

from tests.film.schedule.builder import PACKS, make_board, make_need, make_timed, rules_broken

from secondunit.core.finding import Severity
from secondunit.film.schedule.check import check_board, price_board
from secondunit.film.schedule.model import Drop, Light, Shift

NEEDS = tuple(make_need(n, eighths=32) for n in range(1, 8))
PROBLEM = make_timed(*NEEDS)


def test_a_day_after_a_night_leaves_too_little_rest_and_says_what_it_costs() -> None:
    board = make_board(PROBLEM, ("2027-01-11", Shift.NIGHT, (1,)), ("2027-01-12", Shift.DAY, (2,)))
    board = replace(board, boneyard=tuple(need.scene for need in NEEDS[2:]))
    found = [f for f in check_board(PROBLEM, board) if f.rule == "schedule.rest"]
    assert {f.message.split(" rests")[0] for f in found} == {"the crew", "ROLE 1"}
    assert any("900.00 USD are owed" in f.message for f in found)


def test_a_weekend_after_a_friday_night_is_too_short() -> None:
    board = make_board(PROBLEM, ("2027-01-15", Shift.NIGHT, (1,)), ("2027-01-18", Shift.DAY, (2,)))
    assert "weekly-rest" in rules_broken(PROBLEM, board)


def test_a_sixth_day_of_the_week_costs_half_a_crew_day_more() -> None:
    calendar = replace(PROBLEM.calendar, work_days=(1, 2, 3, 4, 5, 6))
    problem = replace(PROBLEM, calendar=calendar)
    dates = [f"2027-01-{day}" for day in range(11, 17)]
    board = make_board(problem, *((day, Shift.DAY, (n,)) for n, day in enumerate(dates, start=1)))
    (premium,) = (s.amount.minor for s in price_board(problem, board) if s.key == "premium")
    assert premium == problem.costs.crew_day.minor // 2


def test_a_drop_that_is_too_short_or_worked_in_is_found() -> None:
    board = make_board(
        PROBLEM,
        ("2027-01-11", Shift.DAY, (1,)),
        ("2027-01-13", Shift.DAY, (2,)),
        ("2027-01-15", Shift.DAY, (3,)),
    )
    drop = Drop(cast=1, last="2027-01-11", pick_up="2027-01-15")
    found = [
        f.message
        for f in check_board(PROBLEM, replace(board, drops=(drop,)))
        if f.rule == "schedule.drop"
    ]
    assert any("3 idle days" in text for text in found)
    assert any("works on 2027-01-13 while dropped" in text for text in found)


def test_ten_hours_rest_between_exteriors_bends_once_in_four_days() -> None:
    packs = (replace(PACKS[0], short_rest=600, short_rest_days=4),)
    needs = [make_need(n, eighths=8, light=Light.DAY) for n in (1, 2, 3)]
    problem = make_timed(*needs, packs=packs)
    plain = make_board(problem, *((f"2027-06-{14 + n}", Shift.DAY, (n,)) for n in (1, 2, 3)))
    calls = ("2027-06-15T16:00-07:00", "2027-06-16T05:00-07:00", "2027-06-17T07:00-07:00")
    days = tuple(replace(day, call=call) for day, call in zip(plain.days, calls, strict=True))
    (finding,) = check_board(problem, replace(plain, days=days))
    assert finding.rule == "schedule.short-rest"
    assert finding.severity is Severity.WARNING
    assert "outside the studio zone" in finding.message
    again = (days[0], days[1], replace(days[2], call="2027-06-16T18:00-07:00"))
    assert "rest" in rules_broken(problem, replace(plain, days=again))
