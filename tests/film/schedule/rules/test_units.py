import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.schedule.rules.shoot import FILE, read_shoot
from secondunit.film.schedule.rules.units import UnitRow, read_units


def _row(**fields: object) -> UnitRow:
    given = {"name": "second", "crew_day": "18000.00", "scenes": ("12",), **fields}
    return UnitRow(**given)  # type: ignore[arg-type]  # its fields


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([_row(name="main")], "cannot be the name"),
        ([_row(name=" ")], "cannot be the name"),
        ([_row(), _row(name="Second", scenes=("14A",))], "stands twice"),
        ([_row(scenes=())], "nothing to shoot"),
        ([_row(), _row(name="splinter")], "is given to “second” too"),
        ([_row(dates=("2027-01-04 to 2027-01-08", "2027-01-08"))], "overlap"),
        ([_row(dates=("soon",))], "is no date"),
        ([_row(crew_day="much")], "is not an amount"),
        ([_row(longest_day="long")], "is no time"),
    ],
)
def test_what_makes_no_sense_is_refused_with_the_unit_and_the_field(
    rows: list[UnitRow], told: str
) -> None:
    with pytest.raises(InputError, match=told) as caught:
        read_units(rows, "shoot.toml")
    assert "units" in caught.value.message
    assert caught.value.remedy


def test_a_unit_whose_day_has_no_room_for_a_shot_is_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"units\.second: the day has no room"):
        read_shoot(SHOOT + 'longest_day = "0:45"\n')
    with pytest.raises(InputError, match=r"units\.second: a call or the longest day is past 24"):
        read_shoot(SHOOT + 'day_call = "25:00"\n')
    (unit,) = read_shoot(SHOOT + 'longest_day = "9:00"\n').units
    assert dict(unit.times) == {"longest_day": 540}


def test_a_unit_without_a_price_is_refused_with_the_field() -> None:
    with pytest.raises(InputError, match="crew_day"):
        read_shoot(SHOOT.replace('crew_day = "18000.00"\n', ""))


SHOOT = (
    PackagedTables().fetch_table(FILE)
    + '\n[[units]]\nname = "second"\ncrew_day = "18000.00"\nscenes = ["12"]\n'
)
