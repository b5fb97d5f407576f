import datetime
from dataclasses import replace

from tests.film.call_sheet.builder import make_inputs
from tests.film.schedule.builder import make_need, make_problem, make_timed

from secondunit.film.call_sheet.hours import clock_words, hours_of
from secondunit.film.call_sheet.model import SourceKind
from secondunit.film.call_sheet.particulars import read_particulars
from secondunit.film.schedule.day_times import times_of
from secondunit.film.schedule.model import Shift, ShootDay
from secondunit.film.schedule.rules.terms import Site

NEEDS = [
    make_need(1, eighths=8),
    make_need(2, eighths=8, place="YARD"),
    make_need(3, eighths=8, place="YARD"),
]
DAY = ShootDay(
    number=1, date="2027-01-15", shift=Shift.DAY, scenes=tuple(need.scene for need in NEEDS)
)


def test_where_the_production_keeps_a_clock_the_sheet_has_the_boards_own_times() -> None:
    problem = make_timed(*NEEDS)
    hours, times = hours_of(DAY, problem, read_particulars("")), times_of(problem, DAY)
    assert times is not None
    assert hours.words(0) == "7:00 AM"
    assert hours.wrap == times.wrap - times.call
    assert [hours.starts[row.scene] + times.call for row in times.scenes] == [
        row.start for row in times.scenes
    ]
    assert hours.call_source.ref == "shoot.toml#clock"


def test_a_call_of_the_data_file_moves_the_whole_clock() -> None:
    data = read_particulars('[[day]]\ndate = 2027-01-15\ncrew_call = "05:30"\n')
    hours = hours_of(DAY, make_timed(*NEEDS), data)
    assert hours.words(0) == "5:30 AM"
    assert hours.call_source.ref == "call_sheet.toml#day.2027-01-15.crew_call"


def test_a_production_that_keeps_no_clock_has_the_usual_one() -> None:
    hours = hours_of(DAY, make_problem(*NEEDS), read_particulars(""))
    shown = [hours.words(hours.starts[need.scene]) for need in NEEDS]
    assert shown == ["7:45 AM", "10:30 AM", "1:30 PM"]
    assert hours.words(hours.lunch) == "12:30 PM"
    assert hours.words(hours.ends[NEEDS[-1].scene]) == "3:30 PM"
    assert hours.words(hours.wrap) == "3:45 PM"


def test_lunch_is_never_more_than_six_hours_after_call() -> None:
    inputs = make_inputs()
    for day in inputs.schedule.board.days:
        assert inputs.hours(day).lunch <= 360


def test_a_night_ends_on_the_next_day_and_says_so() -> None:
    night = replace(DAY, shift=Shift.NIGHT)
    hours = hours_of(night, make_timed(*NEEDS), read_particulars(""))
    assert hours.words(hours.wrap) == "1:45 AM (+1 d)"


def test_a_night_in_which_the_clocks_change_is_as_long_as_its_work() -> None:
    """Europe/London, 27 to 28 March 2027: 1:00 becomes 2:00."""
    base = Site(latitude=51.5, longitude=0.0, timezone="Europe/London")
    night = replace(DAY, date="2027-03-27", shift=Shift.NIGHT)
    hours = hours_of(night, make_timed(*NEEDS, base=base), read_particulars(""))
    assert hours.words(hours.wrap) == "2:45 AM (+1 d)"


def test_a_clock_of_24_hours_is_for_the_asking() -> None:
    assert clock_words(datetime.datetime(2027, 1, 1, 0, 5), 24) == "00:05"  # noqa: DTZ001  wall clock
    assert clock_words(datetime.datetime(2027, 1, 1, 0, 5), 12) == "12:05 AM"  # noqa: DTZ001  wall clock


def test_the_call_of_the_board_comes_before_the_usual_one_and_after_the_dates_own() -> None:
    day = replace(DAY, call="2027-01-15T06:15-08:00")
    hours = hours_of(day, make_timed(*NEEDS), read_particulars(""))
    assert hours.words(0) == "6:15 AM"
    assert hours.call_source.kind is SourceKind.BOARD
    own = read_particulars('[[day]]\ndate = 2027-01-15\ncrew_call = "05:30"\n')
    assert hours_of(day, make_timed(*NEEDS), own).words(0) == "5:30 AM"


def test_a_meal_that_a_person_set_is_the_lunch() -> None:
    day = replace(DAY, call="2027-01-15T06:15-08:00", meal="2027-01-15T11:45-08:00")
    hours = hours_of(day, make_timed(*NEEDS), read_particulars(""))
    assert hours.words(hours.lunch) == "11:45 AM"
    assert hours.lunch_source.ref == "meal of day 2027-01-15"
