"""How a budget rounds: half a cent away from nothing, as spreadsheets and accountants do.

Source: commercial rounding; the ROUND function of spreadsheets rounds the same way, so that a
workbook with live formulas and these totals agree.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from secondunit.core.money import Money

_FOUR = Decimal("0.0001")


def quantity(exact: Decimal) -> Decimal:
    """A count as it is kept, printed and multiplied: four decimals, half away from nothing.

    >>> quantity(Decimal(16) / 3)
    Decimal('5.3333')
    """
    return exact.quantize(_FOUR, ROUND_HALF_UP)


def whole_cents(exact: Decimal) -> int:
    """Minor units, half away from nothing.

    >>> whole_cents(Decimal("10.5")), whole_cents(Decimal("-10.5"))
    (11, -11)
    """
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def times(rate: Money, count: Decimal, *, currency: str = "", fx: Decimal = Decimal(1)) -> Money:
    """A rate so many times, in another currency where one is named, rounded once.

    Args:
        rate: For each.
        count: How many.
        currency: ISO 4217 of the result; empty for that of the rate.
        fx: Units of ``currency`` for one unit of the rate's currency.
    """
    return Money(
        minor=whole_cents(Decimal(rate.minor) * count * fx), currency=currency or rate.currency
    )
