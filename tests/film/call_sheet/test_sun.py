import datetime

from secondunit.film.call_sheet.sun import sun_of
from secondunit.film.schedule.rules.terms import Site

GREENWICH = Site(latitude=51.48, longitude=0.0, timezone="Europe/London")


def near(found: datetime.datetime | None, hour: int, minute: int) -> bool:
    if found is None:
        return False
    return abs(found.hour * 60 + found.minute - hour * 60 - minute) <= 2


def test_the_sun_agrees_with_the_almanac_within_two_minutes() -> None:
    """Greenwich, solstices of 2027, as HM Nautical Almanac Office gives them."""
    winter = sun_of("2027-12-21", GREENWICH)
    assert near(winter.rise, 8, 4)
    assert near(winter.set, 15, 53)
    summer = sun_of("2027-06-21", GREENWICH)
    assert near(summer.rise, 4, 43)
    assert near(summer.set, 21, 21)
    assert near(summer.first_light, 3, 56)
    assert near(summer.last_light, 22, 9)


def test_where_the_sun_does_not_rise_or_set_the_sheet_says_so() -> None:
    north = Site(latitude=78.22, longitude=15.65, timezone="Arctic/Longyearbyen")
    assert sun_of("2027-12-21", north).why == "the sun does not rise on this date"
    assert sun_of("2027-06-21", north).why == "the sun does not set on this date"
    assert sun_of("2027-06-21", north).rise is None


def test_sunset_is_on_the_wall_clock_of_the_unit() -> None:
    city = Site(latitude=34.05, longitude=-118.24, timezone="America/Los_Angeles")
    found = sun_of("2027-01-06", city).set
    assert found is not None
    assert found.date() == datetime.date(2027, 1, 6)
    assert found.hour == 16
