from dataclasses import replace

from tests.film.schedule.builder import make_unit, with_units
from tests.film.schedule.reports.builder import make_schedule

from secondunit.film.schedule.model import Shift, ShootDay
from secondunit.film.schedule.reports.schedule import (
    Pause,
    Schedule,
    ends_date,
    head_line,
    pauses,
    schedule_sheet,
)


def over_a_holiday() -> Schedule:
    """Friday the 15th and Wednesday the 20th, with the holiday of Monday the 18th between."""
    schedule = make_schedule()
    scenes = [need.scene for need in schedule.problem.scenes]
    days = (
        ShootDay(number=1, date="2027-01-15", shift=Shift.DAY, scenes=(scenes[0],)),
        ShootDay(number=2, date="2027-01-20", shift=Shift.NIGHT, scenes=(scenes[1], scenes[2])),
    )
    return replace(schedule, board=replace(schedule.board, days=days))


def test_work_days_without_a_shoot_are_named_and_holidays_among_them() -> None:
    schedule = over_a_holiday()
    assert pauses(schedule.problem, schedule.board) == {
        "2027-01-15": (
            Pause(date="2027-01-18", holiday=True),
            Pause(date="2027-01-19", holiday=False),
        )
    }


def test_the_head_has_dates_days_pages_and_draft_and_no_money() -> None:
    line = head_line(replace(over_a_holiday(), draft="script draft 2"))
    assert line.startswith("Fri 15 Jan 2027 to Wed 20 Jan 2027 · 2 days · ")
    assert line.endswith("script draft 2")
    assert "USD" not in line


def test_a_sheet_says_what_its_status_is() -> None:
    sheet = schedule_sheet(make_schedule(), "x", "X", (), ())
    assert sheet.status == "PROPOSED · 3 decisions open"


def test_scenes_know_their_day() -> None:
    schedule = over_a_holiday()
    assert {day.number for day in schedule.day_of.values()} == {1, 2}


def with_a_second_unit() -> Schedule:
    """The main unit on Friday the 15th and Wednesday the 20th, a second unit on the 15th."""
    schedule = over_a_holiday()
    first, last = schedule.board.days
    second = ShootDay(
        number=1, date="2027-01-15", shift=Shift.DAY, scenes=last.scenes[1:], unit="second"
    )
    days = (first, second, replace(last, scenes=last.scenes[:1]))
    problem = with_units(
        schedule.problem, make_unit(scenes=second.scenes, dates=("2027-01-15", "2027-01-19"))
    )
    return replace(schedule, problem=problem, board=replace(schedule.board, days=days))


def test_the_head_counts_each_units_days() -> None:
    assert "2 days and 1 of the second unit" in head_line(with_a_second_unit())


def test_a_date_ends_with_its_last_unit() -> None:
    days = with_a_second_unit().board.days
    assert [ends_date(days, at) for at in range(3)] == [False, True, True]
