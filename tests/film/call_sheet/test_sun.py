import datetime

from secondunit.film.call_sheet.sun import sun_of


def near(found: datetime.datetime | None, hour: int, minute: int) -> bool:
    if found is None:
        return False
    return abs(found.hour * 60 + found.minute - hour * 60 - minute) <= 2


def test_the_sun_agrees_with_the_almanac_within_two_minutes() -> None:
    """Greenwich, solstices of 2027, as HM Nautical Almanac Office gives them."""
    winter = sun_of("2027-12-21", 51.48, 0.0, "Europe/London")
    assert near(winter.rise, 8, 4)
    assert near(winter.set, 15, 53)
    summer = sun_of("2027-06-21", 51.48, 0.0, "Europe/London")
    assert near(summer.rise, 4, 43)
    assert near(summer.set, 21, 21)


def test_where_the_sun_does_not_rise_or_set_the_sheet_says_so() -> None:
    north = (78.22, 15.65, "Arctic/Longyearbyen")
    assert sun_of("2027-12-21", *north).why == "the sun does not rise on this date"
    assert sun_of("2027-06-21", *north).why == "the sun does not set on this date"
    assert sun_of("2027-06-21", *north).rise is None


def test_sunset_is_on_the_wall_clock_of_the_unit() -> None:
    found = sun_of("2027-01-06", 34.05, -118.24, "America/Los_Angeles").set
    assert found is not None
    assert found.date() == datetime.date(2027, 1, 6)
    assert found.hour == 16
