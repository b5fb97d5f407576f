"""Exchange rates: a dated table, quoted against one currency, and crosses reckoned from it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from secondunit.core.errors import InputError
from secondunit.film.budget.reading import read_toml

FILE = "currencies.toml"
_SIX = Decimal("0.000001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Units of ``currency`` for one unit of the table's base."""

    currency: str
    rate: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A dated table of exchange rates.

    Args:
        source: Where the rates come from.
        version: Of the table.
        checked_on: ISO date on which somebody last looked.
        date: ISO date of the rates.
        base: ISO 4217 of the currency they are quoted against.
        quotes: One for each other currency.
        verify: Nobody has confirmed them for this production.
    """

    source: str
    version: int
    checked_on: str
    date: str
    base: str
    quotes: tuple[Quote, ...]
    verify: bool = True

    def knows(self, *currencies: str) -> bool:
        """Whether all of these are quoted."""
        return {*currencies} <= {self.base, *(quote.currency for quote in self.quotes)}

    def rate(self, paid_in: str, wanted: str) -> Decimal:
        """Units of ``wanted`` for one unit of ``paid_in``, at six decimals.

        Raises:
            InputError: One of the two is not quoted.
        """
        if paid_in == wanted:
            return Decimal(1)
        known = {self.base: Decimal(1), **{quote.currency: quote.rate for quote in self.quotes}}
        for currency in (paid_in, wanted):
            if currency not in known:
                raise InputError(
                    f"{FILE} of {self.date} quotes no {currency}",
                    remedy=f"Add its rate for one {self.base}; quoted: {', '.join(sorted(known))}.",
                )
        return (known[wanted] / known[paid_in]).quantize(_SIX, ROUND_HALF_UP)

    def note(self, paid_in: str, wanted: str) -> str:
        """A rate as it is printed under a sheet."""
        return f"1 {paid_in} = {self.rate(paid_in, wanted)} {wanted} ({self.date})"


def read_exchange(text: str) -> Exchange:
    """Read a table of exchange rates.

    Raises:
        InputError: It is not TOML, or a field is missing, unknown or makes no sense; the message
            names it.
    """
    exchange = read_toml(text, Exchange, FILE)
    for quote in exchange.quotes:
        if not (quote.rate.is_finite() and quote.rate > 0):
            raise InputError(
                f"{FILE}: the rate of {quote.currency} is {quote.rate}",
                remedy="Give a number above 0.",
            )
    return exchange
