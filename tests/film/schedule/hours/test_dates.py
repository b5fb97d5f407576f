from dataclasses import replace

import pytest
from tests.film.schedule.builder import LOS_ANGELES, make_need, make_timed

from secondunit.film.schedule.hours.dates import (
    absolute,
    is_school_day,
    light_window,
    local_time,
    minor_hours,
    read_time,
    twilight,
)


def test_a_night_over_which_clocks_go_forward_is_an_hour_shorter() -> None:
    zone = "America/Los_Angeles"
    call = absolute("2027-03-13", 17 * 60, zone)
    assert absolute("2027-03-14", 7 * 60, zone) - call == 13 * 60
    assert local_time(call, zone) == "2027-03-13T17:00-08:00"
    assert read_time("2027-03-13T17:00-08:00") == call


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="2027"):
        read_time("2027-03-13T17:00")


def test_across_the_date_line_daylight_belongs_to_the_local_date() -> None:
    samoa = replace(LOS_ANGELES, latitude=-13.8, longitude=-171.8, timezone="Pacific/Apia")
    window = light_window(samoa, "2027-01-11", night=False)
    assert window is not None
    assert local_time(window[0], "Pacific/Apia").startswith("2027-01-11T0")


def test_minors_have_longer_hours_on_a_day_without_school() -> None:
    terms = make_timed(make_need(1), school_holidays=("2027-01-12",)).terms
    assert is_school_day("2027-01-11", terms)
    assert not is_school_day("2027-01-12", terms)
    school, free = (minor_hours(terms, 120, day) for day in ("2027-01-11", "2027-01-12"))
    assert school is not None
    assert free is not None
    assert (school[0], free[0]) == (300, 420)


def test_getting_ready_is_part_of_a_minors_hours_at_the_place_of_work() -> None:
    plain = make_timed(make_need(1)).terms
    assert plain.clock is not None
    ready = replace(plain, clock=replace(plain.clock, minor_ready=75))
    usual, less = (minor_hours(terms, 120, "2027-01-11") for terms in (plain, ready))
    assert usual is not None
    assert less is not None
    assert less == (usual[0], usual[1] - 75, usual[2] + 75, usual[3])


def test_dawn_and_dusk_belong_to_the_local_date_across_the_date_line() -> None:
    samoa = replace(LOS_ANGELES, latitude=-13.8, longitude=-171.8, timezone="Pacific/Apia")
    for dusk, hour in ((False, "T0"), (True, "T1")):
        window = twilight(samoa, "2027-01-11", (-6.0, 6.0), dusk=dusk)
        assert window is not None
        assert local_time(window[0], "Pacific/Apia").startswith(f"2027-01-11{hour}")
