import pytest

from secondunit.film.schedule.hours.sun import day_window, night_window, sun_times


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
