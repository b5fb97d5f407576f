from __future__ import annotations

import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.schedule.availability import FILE, read_absences


def test_nobody_is_away_until_a_production_says_so() -> None:
    assert read_absences(PackagedTables().fetch_table(FILE)) == ()


def test_dates_and_spans_are_put_together_in_order_and_once() -> None:
    text = '[away]\n"MRS. TULL" = ["2027-02-27 to 2027-03-01", "2027-01-15", "2027-02-28"]'
    ((name, dates),) = read_absences(text)
    assert name == "MRS. TULL"
    assert dates == ("2027-01-15", "2027-02-27", "2027-02-28", "2027-03-01")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[away]\n"DES" = ["next week"]', "DES: “next week”"),
        ('[away]\n"DES" = ["2027-02-30"]', "“2027-02-30”"),
        ('[away]\n"DES" = ["2027-03-02 to 2027-03-01"]', "ends before it begins"),
        ('[away]\n"DES" = ["2027-01-01 to 2099-01-01"]', "over three years"),
        ('[away]\n"DES" = "2027-01-01"', "the dates of DES are no list"),
        ('[holidays]\n"DES" = []', "“holidays”"),
        ("away = 3", "“away”"),
        ("[away", "availability.toml"),
    ],
)
def test_what_is_no_absence_is_named_with_how_to_write_one(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_absences(text)
    assert "2027-01-15" in caught.value.remedy
