from __future__ import annotations

from decimal import Decimal

import pytest

from secondunit.core.errors import InputError
from secondunit.film.budget.formula.evaluate import evaluate, resolve

GLOBALS = {"shoot_days": Decimal(32), "nights": Decimal(3), "paid_days[1]": Decimal(17)}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("shoot_days / 5", "6.4"),
        ("2 + 3 * -4", "-10"),
        ("(2 + 3) * 4", "20"),
        ("ceil(shoot_days * 0.3)", "10"),
        ("floor(7 / 2)", "3"),
        ("round(10 / 3, 2)", "3.33"),
        ("round(0.125, 2)", "0.13"),
        ("min(nights, 2) + max(1, paid_days[1])", "19"),
        ("if(nights > 2, 100, 0)", "100"),
        ("if(nights = 0, 1 / nights, 5)", "5"),
        ("8 - 3 - 2", "3"),
        ("ceil(3 * (1 / 3))", "1"),
    ],
)
def test_an_expression_has_its_exact_value(expression: str, value: str) -> None:
    assert evaluate(expression, GLOBALS) == Decimal(value)


def test_an_unknown_figure_is_named_with_the_nearest_known() -> None:
    with pytest.raises(InputError, match="shoot_day”") as caught:
        evaluate("shoot_day * 2", GLOBALS)
    assert "shoot_days" in caught.value.remedy


def test_a_division_by_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="divides by nothing"):
        evaluate("5 / (nights - 3)", GLOBALS)


def test_a_number_beyond_all_reckoning_is_refused() -> None:
    with pytest.raises(InputError, match="comes to no number"):
        evaluate(f"ceil({'9' * 300})", GLOBALS)


def test_globals_may_stand_on_each_other_in_any_order() -> None:
    found = resolve(GLOBALS, {"meals": "heads * shoot_days", "heads": "50 + nights"})
    assert (found["heads"], found["meals"]) == (Decimal(53), Decimal(53 * 32))


def test_globals_that_go_round_in_a_circle_are_named() -> None:
    with pytest.raises(InputError, match="a → b → c → a"):
        resolve(GLOBALS, {"a": "b + 1", "b": "c", "c": "a * 2"})


def test_a_wrong_global_is_named() -> None:
    with pytest.raises(InputError, match=r"global “meals”: .*hads"):
        resolve(GLOBALS, {"meals": "hads * 2", "heads": "50"})


def test_a_global_cannot_hide_what_the_schedule_counts() -> None:
    with pytest.raises(InputError, match="nights"):
        resolve(GLOBALS, {"nights": "0"})
