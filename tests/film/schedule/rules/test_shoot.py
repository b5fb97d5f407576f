import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.schedule.rules.shoot import FILE, read_shoot

TEXT = PackagedTables().fetch_table(FILE)


def test_the_file_that_ships_is_read_and_locks_nothing() -> None:
    shoot = read_shoot(TEXT)
    assert shoot.base.timezone == "America/Los_Angeles"
    assert shoot.clock.longest_day == 720
    assert (shoot.locks, shoot.before, shoot.sites) == ((), (), ())


def test_a_productions_word_is_read() -> None:
    shoot = read_shoot(
        TEXT
        + """
[[sites]]
location = "PIER"
open = ["2027-01-12 to 2027-01-13"]
[ages]
"MINA" = 9.5
[[cover]]
exterior = "12"
kept = ["40"]
[[locks]]
date = 2027-01-15
scenes = ["12"]
"""
    )
    assert shoot.only == (("PIER", ("2027-01-12", "2027-01-13")),)
    assert shoot.ages == (("MINA", 114),)
    assert shoot.before[0].cover
    assert shoot.locks[0].date == "2027-01-15"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"America/Los_Angeles"', '"America/Nowhere"'),
        ("latitude = 34.05", "latitude = 134.05"),
        ('day_call = "7:00"', 'day_call = "25:00"'),
        ('longest_day = "12:00"', 'longest_day = "0:30"'),
        ("school_holidays = []", 'school_holidays = ["soon"]'),
        ("rules = [", "laws = ["),
        ("twilight = [-6.0, 6.0]", "twilight = [6.0, -6.0]"),
    ],
)
def test_what_cannot_be_used_is_refused_naming_the_file(old: str, new: str) -> None:
    with pytest.raises(InputError, match=FILE):
        read_shoot(TEXT.replace(old, new))
