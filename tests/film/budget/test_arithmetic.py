from __future__ import annotations

from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondunit.core.money import Money
from secondunit.film.budget.arithmetic import quantity, times, whole_cents

UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_half_a_cent_goes_away_from_nothing_as_in_a_spreadsheet() -> None:
    rate = Money(minor=5)
    assert times(rate, Decimal("0.5")).minor == 3
    assert times(-rate, Decimal("0.5")).minor == -3


@UNTIMED
@given(st.decimals("-99999", "99999", places=7))
def test_rounding_never_moves_further_than_half_a_unit(exact: Decimal) -> None:
    assert abs(whole_cents(exact) - exact) <= Decimal("0.5")
    assert abs(quantity(exact) - exact) <= Decimal("0.00005")
