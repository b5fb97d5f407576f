import datetime
from dataclasses import replace

from tests.film.call_sheet.builder import make_inputs
from tests.film.schedule.builder import make_need

from secondunit.film.call_sheet.hours import clock_words, hours_of
from secondunit.film.call_sheet.model import SourceKind
from secondunit.film.call_sheet.particulars import read_particulars
from secondunit.film.schedule.model import Shift, ShootDay

NEEDS = [
    make_need(1, eighths=8),
    make_need(2, eighths=8, place="YARD"),
    make_need(3, eighths=8, place="YARD"),
]
DAY = ShootDay(
    number=1, date="2027-01-15", shift=Shift.DAY, scenes=tuple(need.scene for need in NEEDS)
)


def test_scenes_follow_the_shooting_call_with_a_move_between_and_lunch_when_it_is_due() -> None:
    hours = hours_of(DAY, NEEDS, read_particulars(""))
    shown = [hours.words(hours.starts[need.scene]) for need in NEEDS]
    assert shown == ["8:00 AM", "10:45 AM", "12:45 PM"]
    assert hours.words(hours.lunch) == "1:00 PM"
    assert hours.words(hours.wrap) == "3:45 PM"


def test_lunch_is_never_more_than_six_hours_after_call() -> None:
    inputs = make_inputs()
    for day in inputs.schedule.board.days:
        assert inputs.hours(day).lunch <= 360


def test_a_date_may_have_a_call_of_its_own_and_says_where_it_is_from() -> None:
    data = read_particulars('[[day]]\ndate = 2027-01-15\ncrew_call = "05:30"\n')
    hours = hours_of(DAY, NEEDS, data)
    assert hours.words(0) == "5:30 AM"
    assert hours.call_source.ref == "call_sheet.toml#day.2027-01-15.crew_call"


def test_a_night_ends_on_the_next_day_and_says_so() -> None:
    hours = hours_of(replace(DAY, shift=Shift.NIGHT), NEEDS, read_particulars(""))
    assert hours.words(hours.wrap) == "1:45 AM (+1 d)"


def test_a_night_in_which_the_clocks_change_is_as_long_as_its_work() -> None:
    """Europe/London, 27 to 28 March 2027: 1:00 becomes 2:00."""
    data = read_particulars('[base]\ntimezone = "Europe/London"\n')
    night = replace(DAY, date="2027-03-27", shift=Shift.NIGHT)
    hours = hours_of(night, NEEDS, data)
    assert hours.words(hours.wrap) == "2:45 AM (+1 d)"


def test_a_clock_of_24_hours_is_for_the_asking() -> None:
    assert clock_words(datetime.datetime(2027, 1, 1, 0, 5), 24) == "00:05"  # noqa: DTZ001  wall clock
    assert clock_words(datetime.datetime(2027, 1, 1, 0, 5), 12) == "12:05 AM"  # noqa: DTZ001  wall clock


def test_the_call_of_the_board_comes_before_the_usual_one_and_after_the_dates_own() -> None:
    day = replace(DAY, call="2027-01-15T06:15-08:00")
    hours = hours_of(day, NEEDS, read_particulars(""))
    assert hours.words(0) == "6:15 AM"
    assert hours.call_source.kind is SourceKind.BOARD
    own = read_particulars('[[day]]\ndate = 2027-01-15\ncrew_call = "05:30"\n')
    assert hours_of(day, NEEDS, own).words(0) == "5:30 AM"


def test_a_meal_that_a_person_set_is_the_lunch() -> None:
    day = replace(DAY, call="2027-01-15T06:15-08:00", meal="2027-01-15T11:45-08:00")
    hours = hours_of(day, NEEDS, read_particulars(""))
    assert hours.words(hours.lunch) == "11:45 AM"
    assert hours.lunch_source.ref == "meal of day 2027-01-15"
