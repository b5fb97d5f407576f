from __future__ import annotations

from pathlib import Path

import pytest

from secondunit.core.errors import InputError
from secondunit.film.budget.model import Section
from secondunit.film.budget.rates import read_rates
from secondunit.film.budget.terms import Rates

TABLE = (Path(__file__).parents[3] / "src" / "secondunit" / "data" / "budget.toml").read_text(
    "utf-8"
)


def flags(rates: Rates) -> list[tuple[str, bool]]:
    return [
        *((post.source, post.verify) for post in rates.crew),
        *((allowance.source, allowance.verify) for allowance in rates.allowances),
        *((fringe.source, fringe.verify) for fringe in rates.fringes),
        *((share.source, share.verify) for share in rates.shares),
    ]


def test_the_shipped_table_covers_the_four_sections_and_every_entry_has_a_source() -> None:
    rates = read_rates(TABLE)
    assert {account.section for account in rates.accounts} == set(Section)
    assert all(source for source, _ in flags(rates))
    assert rates.checked_on


def test_placeholders_are_flagged_to_be_verified() -> None:
    rates = read_rates(TABLE)
    assert all(verify for source, verify in flags(rates) if source == "placeholder")


def test_amounts_are_exact() -> None:
    rates = read_rates(TABLE.replace("rate = 224.00", "rate = 224.35"))
    assert rates.money(rates.background.rate).minor == 22_435


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('currency = "USD"', "currency = 3", "currency"),
        ('currency = "USD"', 'curency = "USD"', "curency"),
        ("rate = 224.00", 'rate = "much"', "background.rate"),
        ("rate = 224.00", "rate = 224.001", "background.rate"),
        ("rate = 224.00", "rate = -1", "background.rate"),
        ("rate = 224.00", "rate = inf", "background.rate"),
        ('night = "2500"', 'night = "9999"', "board.night"),
        ('post = "Gaffer"', 'post = "Gaffer"\nprepp = 3', "prepp"),
        ('driver = "night"', 'driver = "moon"', "moon"),
        ('basis = "person-year"', 'basis = "person-week"', "person-week"),
        ('fringes = ["performer-plan"', 'fringes = ["no-plan"', "no-plan"),
        ('code = "1200"', 'code = "1100"', "accounts.code"),
        ('unit = "week"', 'unit = "month"', "month"),
        ("count = 8", "count = 0", "Driver"),
        ('section = "other"', 'section = "elsewhere"', "elsewhere"),
        ("[cast]", "[cast", "TOML"),
    ],
)
def test_a_wrong_field_is_named_with_a_remedy(old: str, new: str, field: str) -> None:
    assert old in TABLE
    with pytest.raises(InputError) as caught:
        read_rates(TABLE.replace(old, new))
    assert field in caught.value.message
    assert caught.value.remedy


def test_a_missing_field_is_named() -> None:
    with pytest.raises(InputError, match="checked_on"):
        read_rates(TABLE.replace('checked_on = "2026-11-25"\n', ""))
