import pytest

from secondunit.film.schedule.hours.sun import day_window, night_window, sun_times, twilight_window


@pytest.mark.parametrize(
    ("day", "latitude", "longitude", "rise", "set_"),
    [
        ("2027-06-21", 51.51, -0.13, 3 * 60 + 43, 20 * 60 + 21),
        ("2027-12-21", 51.51, -0.13, 8 * 60 + 4, 15 * 60 + 53),
        ("2027-03-20", 0.0, 0.0, 6 * 60 + 4, 18 * 60 + 11),
    ],
)
def test_the_sun_rises_and_sets_within_two_minutes_of_the_almanac(
    day: str, latitude: float, longitude: float, rise: int, set_: int
) -> None:
    """Published times of Greenwich observatory and the equator, in UTC."""
    sun = sun_times(day, latitude, longitude)
    assert sun.sunrise is not None
    assert sun.sunset is not None
    assert abs(sun.sunrise % 1440 - rise) <= 2
    assert abs(sun.sunset % 1440 - set_) <= 2


def test_beyond_the_polar_circle_there_is_a_day_without_light_and_one_without_night() -> None:
    assert day_window("2027-12-21", 69.65, 18.96) is None
    assert night_window("2027-06-21", 69.65, 18.96) is None
    window = day_window("2027-06-21", 69.65, 18.96)
    assert window is not None
    assert window[1] - window[0] == 1440


def test_at_the_very_pole_nothing_breaks() -> None:
    assert day_window("2027-12-21", 90.0, 0.0) is None
    assert night_window("2027-12-21", 90.0, 0.0) is not None


def test_dawn_begins_at_civil_twilight_and_dusk_ends_with_it() -> None:
    """Published civil twilight of London at midsummer, in UTC: 2:56 to 21:09."""
    where = ("2027-06-21", 51.51, -0.13)
    dawn = twilight_window(*where, dusk=False, heights=(-6.0, 6.0))
    dusk = twilight_window(*where, dusk=True, heights=(-6.0, 6.0))
    assert dawn is not None
    assert dusk is not None
    assert dawn[0] % 1440 == 2 * 60 + 55
    assert dusk[1] % 1440 == 21 * 60 + 10
    assert sun_times(*where).sunrise in range(*dawn)


def test_where_the_sun_stays_low_dawn_lasts_until_noon_and_midsummer_has_none() -> None:
    winter = twilight_window("2027-12-21", 69.65, 18.96, dusk=False, heights=(-6.0, 6.0))
    assert winter is not None
    assert winter[1] - winter[0] > 120
    assert twilight_window("2027-06-21", 60.0, 10.0, dusk=True, heights=(-6.0, 6.0)) is not None
    assert twilight_window("2027-06-21", 85.0, 10.0, dusk=True, heights=(-6.0, 6.0)) is None
    assert twilight_window("2027-12-21", 85.0, 10.0, dusk=True, heights=(-6.0, 6.0)) is None
