from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondunit.core.errors import InputError
from secondunit.film.budget.formula.parse import canonical_name, names_of, parse

UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_the_figures_an_expression_reads_are_found_once_each() -> None:
    tree = parse("max(shoot_days, paid_days[3]) + shoot_days * location_days[THE PIER]")
    assert names_of(tree) == ("shoot_days", "paid_days[3]", "location_days[THE PIER]")


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "2 +",
        "(2",
        "2 2",
        "days[",
        "2 ** 3",
        "__import__('os')",
        "shoot_days.real",
        "open(1)",
        "max()",
        "round(1)",
        "if(1, 2)",
        "1e9",
        "(" * 200,
        "-" * 400 + "1",
        "1+" * 400 + "1",
    ],
)
def test_what_is_no_expression_is_refused_with_a_remedy(wrong: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(wrong)
    assert caught.value.remedy


@UNTIMED
@given(st.text(max_size=60))
def test_no_text_does_more_than_be_read_or_refused(text: str) -> None:
    try:
        parse(text)
    except InputError as error:
        assert error.remedy


def test_a_place_with_brackets_in_its_name_can_be_named() -> None:
    name = canonical_name("location_days", "PIER [NIGHT]")
    assert names_of(parse(name)) == (name,)
