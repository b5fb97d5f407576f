import datetime

import pytest
from tests.film.call_sheet.builder import SHIPPED

from secondunit.core.errors import InputError
from secondunit.film.call_sheet.particulars import read_minutes, read_particulars


def test_the_file_that_ships_invents_no_name_place_or_number() -> None:
    found = read_particulars(SHIPPED)
    heads = found.production
    assert {getattr(heads, name) for name in heads.__slots__} == {""}
    assert (found.locations, found.people, found.crew, found.day) == ({}, {}, (), ())


def test_a_dates_own_data_is_found_by_its_date() -> None:
    found = read_particulars('[[day]]\ndate = 2027-01-15\nweather = "rain"\n')
    day = found.on("2027-01-15")
    assert day is not None
    assert day.date == datetime.date(2027, 1, 15)
    assert found.on("2027-01-16") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[base", "call_sheet.toml"),
        ('[production]\nboss = "x"', "production.boss is no field"),
        ('[people."MINA"]\nagent = "x"', "people.MINA.agent is no field"),
        ("[hours]\nclock = 13", "hours.clock is 13"),
        ('[hours]\nday_call = "07:00"', "hours.day_call is kept in one place, shoot.toml"),
        ("[hours]\nmakeup = -1", "hours.makeup is -1"),
        ('[base]\ntimezone = "Europe/London"', "base is kept in one place, shoot.toml"),
        ('[locations."PIER"]\nlatitude = 50.0', "locations.PIER.latitude is kept in one place"),
        ('[[day]]\ndate = 2027-01-15\ncrew_call = "25:00"', "day 2027-01-15: crew_call"),
        ('[safety]\n"ufos" = "Duck."', "ufos"),
        ("crew = 3", "crew"),
    ],
)
def test_a_wrong_field_is_named(text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_particulars(text)
    assert said in caught.value.message
    assert caught.value.remedy


def test_a_time_is_read_to_the_minute() -> None:
    assert read_minutes("6:05") == 365
    with pytest.raises(ValueError, match="no time"):
        read_minutes("24:00")
