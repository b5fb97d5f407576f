from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest

from secondunit.core.errors import InputError
from secondunit.film.budget.reading import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Tin:
    label: str
    weight: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    tins: tuple[Tin, ...]
    note: str = ""


GOOD = '[[tins]]\nlabel = "beans"\nweight = 0.4\n'


def test_a_file_is_read_into_its_shape_without_a_float() -> None:
    assert read_toml(GOOD, Shelf, "shelf.toml").tins[0].weight == Decimal("0.4")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (GOOD + "colour = 3\n", r"tins\[0\]\.colour"),
        ("notes = 1\n" + GOOD, "notes"),
        (GOOD.replace("weight = 0.4\n", ""), "weight"),
        (GOOD.replace("0.4", '"heavy"'), "weight"),
        ("[[tins", "TOML"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_remedy(text: str, named: str) -> None:
    with pytest.raises(InputError, match=named) as caught:
        read_toml(text, Shelf, "shelf.toml")
    assert "shelf.toml" in caught.value.message
    assert caught.value.remedy
