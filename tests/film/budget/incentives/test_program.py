from __future__ import annotations

import pytest
from tests.film.budget.incentives.conftest import DATA

from secondunit.core.errors import InputError
from secondunit.film.budget.incentives.program import FILE, Programs, read_programs

TEXT = (DATA / FILE).read_text("utf-8")


def test_the_shipped_programs_are_dated_and_cited_and_say_what_to_verify(
    programs: Programs,
) -> None:
    keys = [program.key for program in programs.programs]
    assert keys == ["uk-avec", "uk-iftc", "us-ga", "us-ca-independent", "us-ca", "us-ny"]
    for program in programs.programs:
        assert program.url.startswith("https://")
        assert program.effective_from
        assert program.verify


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('effective_from = "2024-01-01"', 'effective_from = "2024"', "effective_from"),
        ('how = "refundable"', 'how = "lent"', "lent"),
        ("assumed = true", "assumed = false", "assumed"),
        ('instead = "basic"', 'instead = "basics"', "basics"),
        ("tax_percent = 25", "tax_percent = 125", "tax_percent"),
        ("tax_percent = 25", "tax = 25", "tax"),
        ('key = "uk-iftc"', 'key = "uk-avec"', "twice"),
    ],
)
def test_a_wrong_program_is_refused_by_name(old: str, new: str, named: str) -> None:
    assert old in TEXT
    with pytest.raises(InputError, match=named) as caught:
        read_programs(TEXT.replace(old, new, 1))
    assert caught.value.remedy


def test_an_unknown_program_is_named_with_those_there_are(programs: Programs) -> None:
    with pytest.raises(InputError, match="uk-xx") as caught:
        programs.program("uk-xx")
    assert "uk-avec" in caught.value.remedy
