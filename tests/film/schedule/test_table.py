import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.core.money import Money
from secondunit.film.schedule.table import read_table

TEXT = PackagedTables().fetch_table("schedule.toml")


def test_the_file_that_ships_holds_the_cost_table_of_the_design() -> None:
    table = read_table(TEXT)
    assert table.costs.crew_day == Money(minor=6_000_000)
    assert dict(table.costs.team_days)["stunt-day"] == Money(minor=450_000)
    assert [standing.daily.minor for standing in table.standings] == [1_000_000, 400_000, 124_600]
    assert (table.rules.day_eighths, table.rules.locations_per_day) == (32, 3)
    assert table.calendar.start == "2027-01-11"
    assert "2027-07-05" in table.calendar.holidays


def test_sources_carry_their_date_and_what_is_to_be_verified() -> None:
    table = read_table(TEXT)
    assert "checked 2026-11-25; to be verified" in table.source
    assert "to be verified" in table.rules.source


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('crew_day = "60000.00"', "crew_day = 60000.0", "costs.crew_day"),
        ('crew_day = "60000.00"', 'crew_day = "a lot"', "costs.crew_day"),
        ('crew_day = "60000.00"', 'crew_day = "NaN"', "costs.crew_day"),
        ('crew_day = "60000.00"', 'crew_day = "-1.00"', "costs.crew_day"),
        ('crew_day = "60000.00"', 'crew_day = "1.005"', "costs.crew_day"),
        ("day_eighths = 32", "day_eighths = 0", "rules.day_eighths"),
        ("day_eighths = 32", "day_eights = 32", "day_eights"),
        ("work_days = [1, 2, 3, 4, 5]", "work_days = [8]", "work_days"),
        ("start = 2027-01-11", 'start = "soon"', "calendar.start"),
        ('categories = ["vehicles"]', 'categories = ["lorries"]', "lorries"),
        ('key = "vehicle-day"', 'key = "stunt-day"', "stands twice"),
        ("least_share_percent = 0", "least_share_percent = 1", "does not fit everybody"),
        ("[calendar]", "[calendar", "schedule.toml"),
    ],
)
def test_a_wrong_field_is_named_with_a_remedy(old: str, new: str, said: str) -> None:
    assert old in TEXT
    with pytest.raises(InputError, match=said) as caught:
        read_table(TEXT.replace(old, new, 1))
    assert caught.value.remedy
