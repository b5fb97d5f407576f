import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.schedule.rules.packs import FILE, choose_packs, read_packs
from secondunit.film.schedule.rules.terms import Covers

TEXT = PackagedTables().fetch_table(FILE)
PACKS = read_packs(TEXT)


def test_every_set_that_ships_has_a_date_a_source_and_is_marked_to_be_verified() -> None:
    assert {"sag-aftra-theatrical", "dga-basic", "iatse-basic", "california-minors"} <= {
        pack.key for pack in PACKS
    }
    for pack in PACKS:
        assert pack.effective
        assert pack.verify
        assert "to be verified" in pack.source


def test_two_sets_for_the_same_people_or_an_unknown_one_are_refused() -> None:
    with pytest.raises(InputError, match="both bind crew"):
        choose_packs(PACKS, ("dga-basic", "iatse-basic"), file="shoot.toml")
    with pytest.raises(InputError, match="no work rules “usdaw”"):
        choose_packs(PACKS, ("usdaw",), file="shoot.toml")


def test_ages_reach_up_to_the_next() -> None:
    (minors,) = (p for p in PACKS if p.key == "california-minors")
    assert minors.covers is Covers.MINORS
    ends = [band.to_months for band in minors.ages]
    assert ends == [*(band.from_months for band in minors.ages[1:]), 216]


@pytest.mark.parametrize("old", ['daily_rest = "12:00"', "verify = true", "from_years = 9"])
def test_a_field_that_is_not_what_it_should_be_is_named(old: str) -> None:
    with pytest.raises(InputError, match=FILE):
        read_packs(TEXT.replace(old, old.split("=", maxsplit=1)[0] + '= "x"'))
